# Each artifact pattern must match a file; what they match is listed in the summary. PLATFORM: the leg's name.
# UNNEEDED: those that may match nothing, one a line. ALTERNATIVES: those of which one is enough, with bars between.
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

alternatives_to() { # pattern
  local all
  while IFS= read -r all; do
    [[ "|$all|" != *"|$1|"* ]] || { printf '%s' "$all" && return; }
  done <<<"${ALTERNATIVES-}"
  printf '%s' "$1"
}

has_match() { # alternatives
  local i
  for i in "${!patterns[@]}"; do
    ! ${matched[i]} || [[ "|$1|" != *"|${patterns[i]}|"* ]] || return 0
  done
  return 1
}

report_missing() {
  local i all text failed=0 or="' or '"
  for i in "${!patterns[@]}"; do
    [ "${signs[i]}${matched[i]}" = +false ] || continue
    ! grep -Fqx -- "${patterns[i]}" <<<"${UNNEEDED-}" || continue
    all=$(alternatives_to "${patterns[i]}")
    if [ "${all%%|*}" != "${patterns[i]}" ] || has_match "$all"; then continue; fi
    text="No file matches '${all//|/$or}' on $PLATFORM; $(what_is_there "${patterns[i]}"). Correct the pattern or the build."
    say error 'An artifact is missing' "$text"
    failed=1
  done
  return $failed
}

read_patterns
collect >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
report_missing || exit 1
