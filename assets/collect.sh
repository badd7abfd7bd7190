# Each artifact pattern must match a file; what they match is listed in the summary. PLATFORM: the leg's name.
# UNNEEDED: those that may match nothing, one a line. ALTERNATIVES: those of which one is enough, with bars between.
# HANDED_ON_ONLY: set where they are not uploaded but packed, whatever they are called.
sha256_of() { # file
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

row() { # file
  local shown=$1
  [[ $1 != *[!0-9A-Za-z/.\ -]* && $1 != *[Ww][Ww][Ww].* && $1 != *[Gg][Hh]-* ]] || shown=$(plain "$(one_line "$1")")
  printf '| %s | %s | %s |' "$shown" $(($(wc -c <"$1"))) "$(sha256_of "$1")"
}

utf8=$'^([^\200-\377]|[\302-\337][\200-\277]|[\340-\357][\200-\277]{2}|[\360-\364][\200-\277]{3})*$'
kept=() refused=()

# upload-artifact refuses these characters, and passes over a name that is not UTF-8.
is_refused() { # file
  [[ $1 == *[\"\<\>:\|*?$'\r\200'-$'\377']* ]] && [[ $1 == *[\"\<\>:\|*?$'\r']* || ! $1 =~ $utf8 ]]
}

# The summary takes 1 MiB a step, and what is wrong stands there as well.
collect() {
  local file line shown=0 room=400000
  printf '### Artifacts of %s\n\n| file | bytes | SHA-256 |\n| --- | ---: | --- |\n' "$PLATFORM"
  while IFS= read -r file; do
    is_collected "$file" || continue
    kept+=("$file")
    if [ -z "${HANDED_ON_ONLY-}" ] && is_refused "$file"; then
      refused+=("$file")
    elif [ $shown -lt 200 ] && [ $room -gt 0 ]; then
      line=$(row "$file")
      room=$((room - ${#line}))
      [ $room -le 0 ] || { shown=$((shown + 1)) && printf '%s\n' "$line"; }
    fi
  done <<<"$(list_files)"
  [ $shown -eq ${#kept[@]} ] || printf '\nAnd %s files more.\n' $((${#kept[@]} - shown))
}

# The first of some names, and how many there are besides.
some() { # names
  local name text='' count=0
  for name in "$@"; do
    [[ $count -lt 20 && ${#text} -lt 2000 ]] || break
    text+="${text:+, }'${name:0:1000}'" count=$((count + 1))
  done
  printf '%s' "$text"
  [ $count -eq $# ] || printf ' and %s more' $(($# - count))
}

report_names() {
  local twins=() file
  while IFS= read -r file; do
    twins+=("$file")
  done < <(printf '%s\n' "${kept[@]}" | awk '{ low = tolower($0) } !(low in seen) { seen[low] = $0; next } { if (seen[low] != "") print seen[low]; seen[low] = ""; print }')
  [ ${#twins[@]} -eq 0 ] || say warning 'Files differ in case only' "On $PLATFORM $(some "${twins[@]}") differ in upper and lower case only: who downloads them on Windows or macOS gets one of each. Let the build name them otherwise."
  [ ${#refused[@]} -eq 0 ] || {
    say error 'A file cannot be uploaded' "On $PLATFORM $(some "${refused[@]}") cannot be uploaded: no path in an artifact has \" : < > | * ? or a line break, or is not UTF-8. Let the build name its files otherwise, or take them out by a pattern with '!'."
    return 1
  }
}

what_is_there() { # root
  local directory=$1 names
  until [ -d "$directory/" ]; do directory=${directory%/*}; done
  names=$(cd "$directory/" && find . -mindepth 1 -maxdepth 1 | sed 's,^\./,,' | sort | head -n 20)
  names=${names:0:1000}
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
    text="No file matches '${all//|/$or}' on $PLATFORM; $(what_is_there "${roots[i]}"). Correct the pattern or the build."
    say error 'An artifact is missing' "$text"
    failed=1
  done
  return $failed
}

read_patterns
collect >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
failed=0
report_missing || failed=1
report_names || failed=1
[ $failed -eq 0 ] || exit 1
