# Each artifact pattern must match a file; what they match is listed in the summary. PLATFORM: the leg's name.
# UNNEEDED: those that may match nothing, one a line.
sha256_of() { # file
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

row() { # file
  local shown
  shown=$(markdown "$(one_line "$1")")
  printf '| %s | %s | %s |\n' "$shown" "$(wc -c <"$1" | tr -d ' ')" "$(sha256_of "$1")"
}

# The summary takes 1 MiB a step.
collect() {
  local file count=0
  printf '### Artifacts of %s\n\n| file | bytes | SHA-256 |\n| --- | ---: | --- |\n' "$PLATFORM"
  while IFS= read -r file; do
    is_collected "$file" || continue
    count=$((count + 1))
    [ $count -gt 200 ] || row "$file"
  done <<<"$(list_files)"
  [ $count -le 200 ] || printf '\nAnd %s files more.\n' $((count - 200))
}

what_is_there() { # pattern
  local directory names
  directory=$(root_of "$1")
  until [ -d "$directory/" ]; do directory=${directory%/*}; done
  names=$(cd "$directory/" && find . -mindepth 1 -maxdepth 1 | sed 's,^\./,,' | sort | head -n 20)
  printf '%s holds: %s' "${directory#./}" "${names:-nothing}"
}

report_missing() {
  local i text failed=0
  for i in "${!patterns[@]}"; do
    [ "${signs[i]}${matched[i]}" = +false ] || continue
    ! grep -Fqx -- "${patterns[i]}" <<<"${UNNEEDED-}" || continue
    text="No file matches '${patterns[i]}' on $PLATFORM; $(what_is_there "${patterns[i]}"). Correct the pattern or the build."
    say error 'An artifact is missing' "$text"
    failed=1
  done
  return $failed
}

read_patterns
collect >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
report_missing || exit 1
