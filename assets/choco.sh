# Packages of Chocolatey: `name` or `name=version`.

# NuGet's way: no zeros in front of a number or behind the numbers.
comparable() { sed -E 's/[+].*//; s/\.0+([0-9])/.\1/g; s/(\.0)+(-|$)/\2/' <<<"$1" | tr '[:upper:]' '[:lower:]'; } # version

is_installed() {
  local found
  found=$(choco list --exact --limit-output "${1%%=*}" 2>/dev/null | tr -d '\r')
  [ -n "$found" ] && { [[ $1 != *=* ]] || [ "$(comparable "${found#*|}")" = "$(comparable "${1#*=}")" ]; }
}

# Bash sees the last byte of a code: 3010 and 1641, which want a restart, are 194 and 105.
# What choco could not download it calls a success now and then, so it is asked again.
install() {
  local options status=0
  for package in "${packages[@]}"; do
    [ "$turn" -eq 1 ] || ! is_installed "$package" || continue
    options=(--yes --no-progress)
    [[ $package != *=* ]] || options+=(--version "${package#*=}")
    choco install "${package%%=*}" "${options[@]}" </dev/null
    case $? in 0 | 105 | 194) is_installed "$package" || status=1 ;; *) status=1 ;; esac
  done
  return "$status"
}

# All that cannot be had.
absent() {
  local name versions
  for package in "${packages[@]}"; do
    ! is_installed "$package" || continue
    name=${package%%=*}
    versions=$(choco search "$name" --exact --all-versions --limit-output 2>/dev/null | tr -d '\r' | cut -d '|' -f 2 | listed 5)
    case $package in
      *=*) [ -n "$versions" ] && grep -q 'was not found with the source' "$log" && printf '%s has no version %s; there are %s. ' "$name" "${package#*=}" "$versions" ;;
    esac
    [ -n "$versions" ] || printf 'No package is called %s. ' "$name"
  done
}

needs_manager Windows choco
path_before=$(windows_path)
if ! insist install; then
  grep -q 'was not found with the source' "$log" && text=$(absent)
  [ -z "${text-}" ] || stop 'Packages do not exist' "${text}Look them up on https://community.chocolatey.org/packages and correct Setup.choco."
  stop 'Packages cannot be installed' "choco says: $(grep -Ei 'error|not installed|unsuccessful|exit code' "$log" | tr -d '\r' | listed 3)"
fi
hand_on_path
