# What follows from a version in pyproject.toml: the entry of the project in uv.lock, without which `--locked` fails.

stamp_uv() {
  local directory=./$file name new
  name=$(project_in "$file")
  read -r _ _ new _ <<<"$stamps"
  while [ "$directory" != . ] && [ -n "$name" ]; do
    directory=${directory%/*}
    [ -f "$directory/uv.lock" ] || continue
    stamp_too "$directory/uv.lock" uv_stamps
    return
  done
}

# As it stands in a lock.
project_in() { toml_texts project/name <"$1" | cut -d ' ' -f 4 | tr '[:upper:]' '[:lower:]' | sed 's/[._-][._-]*/-/g'; } # manifest

uv_stamps() {
  LC_ALL=C awk -v BINMODE=3 -v name="$name" -v new="$new" '
    { base = next_base; next_base += length() + 1; sub(/\r$/, "") }
    /^\[/ { is_own = 0 }
    $0 == "name = \"" name "\"" { is_own = 1 }
    is_own && /^version = "[^" ]+"$/ { old = substr($0, 12, length() - 12); place = base + 11 }
    is_own && old && /^source = \{ (editable|virtual) = / { print place, length(old), new, old; exit }'
}
