# What follows from a version in Cargo.toml: the entry of the package in Cargo.lock, without which `--locked` fails, and
# what others of its workspace ask of it by path and version. A version of a workspace is that of all who inherit it.

stamp_cargo() {
  local root manifests names manifest
  root=$(root_of_cargo "$file")
  manifests=$(find "$root" \( -name .git -o -name node_modules -o -name target \) -prune -o -name Cargo.toml -print | sed 's|^\./||')
  names=$(packages_stamped)
  stamp_too "$root/Cargo.lock" lock_stamps
  while IFS= read -r manifest; do stamp_too "$manifest" requirement_stamps; done <<<"$manifests"
}

# Where the lock of a package lies, or its workspace begins: in its directory or above.
root_of_cargo() { # manifest
  local directory=./$1
  while [ "$directory" != . ]; do
    directory=${directory%/*}
    if [ -f "$directory/Cargo.lock" ] || grep -Eqs '^[[:space:]]*\[[[:space:]]*workspace[].[:space:]]' "$directory/Cargo.toml"; then
      printf '%s' "$directory"
      return
    fi
  done
  dirname "./$1"
}

# A package's own version is its own alone.
packages_stamped() {
  local own
  own=$(package_in "$file")
  case $own in
    own\ *) printf '%s' "${own#* }" ;;
    *) while IFS= read -r manifest; do package_in "$manifest"; done <<<"$manifests" | sed -n 's/^inherited //p' ;;
  esac
}

# awk: what must be called at the end of each line, for `is_open` to say whether the next one begins in a string of
# several lines, or in the lists and tables of a value.
toml='
  function is_open() { return quotes != "" || depth > 0 }
  function pass_over(line,  at, size, sign) {
    size = length(line)
    for (at = 1; at <= size; at++) {
      sign = substr(line, at, 1)
      if (quotes != "") {
        if (sign == "\\" && quotes ~ /"/) at++
        else if (substr(line, at, 3) == quotes) {
          for (at += 2; substr(line, at + 1, 1) == sign; at++);
          quotes = ""
        }
      } else if (sign == "#") return
      else if (sign == "\"" || sign == "\047") {
        if (substr(line, at, 3) == sign sign sign) { quotes = sign sign sign; at += 2 }
        else while (++at <= size && substr(line, at, 1) != sign) if (sign == "\"" && substr(line, at, 1) == "\\") at++
      } else if (sign == "[" || sign == "{") depth++
      else if ((sign == "]" || sign == "}") && depth) depth--
    }
  }
  function table_of(line) {
    if (!sub(/\][ \t]*(#.*)?$/, "", line)) line = "[?"
    sub(/^[ \t]*\[[ \t]*/, "", line)
    sub(/[ \t]+$/, "", line)
    return line
  }'

# awk: texts, and where they stand.
cargo='
  BEGIN { count = split(ENVIRON["CARGO_NAMES"], list, "\n"); for (i = 1; i <= count; i++) names[list[i]] }
  NR == 1 && sub(/^\357\273\277/, "") { next_base = 3 }
  { base = next_base; next_base += length() + 1; sub(/\r$/, "") }
  # what stands between quotes behind a key, and found_at, where it stands
  function text_of(key, line) {
    if (!match(line, "(^|[{,])[ \t]*" key "[ \t]*=[ \t]*(\"[^\"\\\\]*\"|\047[^\047]*\047)")) return ""
    found_at = RSTART
    line = substr(line, RSTART, RLENGTH)
    match(line, /["\047]/)
    found_at += RSTART
    return substr(line, RSTART + 1, length(line) - RSTART - 1)
  }'

package_in() { # manifest: `own NAME`, or `inherited NAME` where its version is that of the workspace
  toml_texts package/name package/version package/version/workspace <"$1" | awk '
    $1 == "package/name" { name = $4 }
    $1 == "package/version" && NF > 1 { kind = "own" }
    $1 == "package/version/workspace" { kind = "inherited" }
    END { if (name && kind) print kind, name }'
}

# What depends on a package names its version where there are two of it.
lock_stamps() {
  CARGO_NAMES=$names LC_ALL=C awk -v BINMODE=3 -v new="$VERSION" "$cargo"'
    /^\[/ { end_package(); is_package = $0 == "[[package]]" }
    /^name = / && is_package { name = text_of("name", $0) }
    /^version = / && name { old = text_of("version", $0); place = base + found_at - 1 }
    /^source = / { name = "" }
    /^ "[^" ]+ [^" ]+",?$/ { split($0, parts, /[" ]+/); asked[++asks] = parts[2] " " parts[3]; at[asks] = base + length(parts[2]) + 3 }
    END {
      end_package()
      for (i = 1; i <= asks; i++) if (asked[i] in stamped) { split(asked[i], parts, " "); print at[i], length(parts[2]), new, parts[2] }
    }
    function end_package() {
      if (name in names && old) { stamped[name " " old]; print place, length(old), new, old }
      name = old = ""
    }'
}

requirement_stamps() {
  CARGO_NAMES=$names LC_ALL=C awk -v BINMODE=3 -v new="${VERSION%%+*}" "$toml$cargo"'
    !is_open() && /^[ \t]*\[/ {
      end_dependency()
      table = table_of($0)
      is_list = table ~ /(^|\.)(dev-|build-)?dependencies$/
      key = sub(/^(.*\.)?(dev-|build-)?dependencies\./, "", table) ? word_in(table) : ""
      next
    }
    !is_open() && is_list {
      end_dependency()
      key = /^[ \t]*["\047]?[A-Za-z0-9_-]+["\047]?[ \t]*=[ \t]*\{/ ? word_in($0) : ""
    }
    key != "" { take(key, $0) }
    { pass_over($0) }
    END { end_dependency() }
    function word_in(text) {
      match(text, /[A-Za-z0-9_-]+/)
      return substr(text, RSTART, RLENGTH)
    }
    function take(key, line) {
      name = key
      if (text_of("package", line)) renamed = text_of("package", line)
      if (text_of("path", line)) path = 1
      if (text_of("version", line)) { old = text_of("version", line); place = base + found_at - 1 }
    }
    function end_dependency(  sign) {
      if (renamed) name = renamed
      if (path && name in names && old ~ /^[=^~]?[ \t]*[0-9][0-9A-Za-z.+-]*$/) {
        sign = old ~ /^[=^~]/ ? substr(old, 1, 1) : ""
        print place, length(old), sign new, old
      }
      name = renamed = path = old = ""
    }'
}
