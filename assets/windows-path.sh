# What installers add to the path counts for the steps behind this one, too.

windows_path() {
  powershell.exe -NoProfile -Command "[Environment]::GetEnvironmentVariable('Path', 'Machine'), [Environment]::GetEnvironmentVariable('Path', 'User') -join ';'" 2>/dev/null | tr -d '\r' | tr ';' '\n'
}

hand_on_path() {
  windows_path | while IFS= read -r directory; do
    [ -z "$directory" ] || [[ $'\n'$path_before$'\n' == *$'\n'"$directory"$'\n'* ]] || printf '%s\n' "$directory"
  done >>"${GITHUB_PATH:-/dev/null}"
}
