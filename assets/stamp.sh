# Writes the version of the tag into its files: in the checkout, and in no commit. Nothing else in them changes.
# VERSION: what the guard found in the tag; a branch has none.

stamp_versions() {
  local rows='' work
  work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/stamp.XXXXXX") || exit 1
  [ -z "${VERSION-}" ] || each_manifest stamp_manifest
  rm -rf "$work"
  if [ -z "${VERSION-}" ] || [ -n "$rows" ]; then summarize_stamps "$rows"; fi
}

stamp_manifest() {
  local stamps
  if [ ! -f "$file" ]; then
    problem 'A version cannot be stamped' "$file, which the version is to be written into, is not in the checkout. Correct the path, or commit the file, and push the next tag."
  elif stamps_for "$file" "$VERSION"; then
    if write_stamps && [ "$(places_in "$file" | cut -d ' ' -f 3)" = "$(printf '%s\n' "$stamps" | cut -d ' ' -f 3)" ]; then
      case ${line:+line}/${file##*/} in
        /Cargo.toml) stamp_cargo ;;
        /pyproject.toml) stamp_uv ;;
      esac
    else
      report_unwritten
    fi
  fi
}

# What follows from a manifest.
stamp_too() { # file function, which says what to write
  local file=${1#./} stamps
  [ -f "$file" ] || return
  stamps=$("$2" <"$file")
  [ -z "$stamps" ] || write_stamps || report_unwritten
}

report_unwritten() {
  problem 'A version cannot be stamped' "$file could not be written. See that the disk has room and the file may be changed."
}

# From the last place to the first, so that the others stay where they are. What is written into a file leaves its mode.
write_stamps() {
  local offset size new text=$work/text
  cat <"$file" >"$text" || return
  while read -r offset size new _; do
    {
      [ "$offset" -eq 0 ] || head -c "$offset" "$text"
      printf '%s' "$new"
      tail -c "+$((offset + size + 1))" "$text"
    } >"$text.new" && mv "$text.new" "$text" || return
  done <<<"$(printf '%s\n' "$stamps" | sort -rn)"
  cat "$text" >"$file" || return
  rows+=$(rows_of "$stamps")$'\n'
}
conclude "$(stamp_versions)"
