# What packing and unpacking share. The list beside the files says, a line each, what must arrive:
# `tar SUM`, `file SUM ./path`, `link path<tab>target`. Names hold no control character and no backslash.

# The SHA-256 of files, whose names it reads a line each, with their names.
sums_of() {
  if command -v sha256sum >/dev/null; then set -- sha256sum; else set -- shasum -a 256; fi
  tr '\n' '\0' | xargs -0 "$@" | sed 's/ [ *]/ /' # Git Bash marks binary files
}

# awk: where a link leads, from the directory that all paths are relative to. '' where it would leave
# that, or might: behind a name, `..` leads elsewhere where the name is a link.
lead='function lead(link, target, way) {
  if (target ~ /^\//) return ""
  way = link; sub(/[^\/]*$/, "", way); sub(/\/+$/, "", target)
  while (target ~ /^\.\.?(\/|$)/) {
    if (target ~ /^\.\./ && !sub(/[^\/]+\/$/, "", way)) return ""
    sub(/^\.\.?\/*/, "", target)
  }
  if (target != "" && ("/" target "/") ~ /\/(\.\.?)?\//) return ""
  way = way target; sub(/\/$/, "", way)
  return way
}'
