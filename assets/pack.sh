# Behind collect.sh: packs the same files for the jobs that need them, since an artifact keeps neither
# permissions nor links. ROOT: what paths are relative to. Leaves files.tar and list in .handed-on.
: "${ROOT:?names no directory}"
export COPYFILE_DISABLE=1 # macOS would add files of its own

refuse() { # text
  say error 'A file cannot be handed on' "$1"
  exit 1
}

# Every file that is collected, links followed.
collected() {
  local file
  while IFS= read -r file; do
    ! is_collected "$file" || printf '%s\n' "${file#"$ROOT"/}"
  done <<<"$(list_files)"
}

# Every link among them, with its target.
links() {
  local root link target
  search_paths | while IFS= read -r root; do
    find -H "$root" -name '.?*' -prune -o -type l -print 2>/dev/null
  done | sed 's#^\./##' | sort -u | while IFS= read -r link; do
    target=$(readlink "$link")
    [[ $link$target == *[[:cntrl:]\\]* ]] || printf '%s\t%s\n' "${link#"$ROOT"/}" "$target"
  done
}

# A link stays one where all that lies behind it is packed in its own place, too.
entries() { # files and links
  awk -F '\t' "$lead"'
    NF == 1 { is_file[$0]; file[++count] = $0; next }
    { target[$1] = $2; leads[$1] = lead($1, $2) }
    END {
      for (i = 1; i <= count; i++) for (at = file[i]; at != ""; at = above(at)) if (at in target) {
        used[at]
        if (leads[at] == "" || !((leads[at] substr(file[i], length(at) + 1)) in is_file)) copied[at]
      }
      for (i = 1; i <= count; i++) {
        for (at = file[i]; at != "" && !(at in target && !(at in copied)); at = above(at)) ;
        if (at == "") print "./" file[i]
      }
      for (at in used) if (!(at in copied)) print "link " at "\t" target[at]
    }
    function above(path) { return sub(/\/[^\/]*$/, "", path) ? path : "" }'
}

pack() {
  local files found
  [ -d "$ROOT" ] || ROOT=$(dirname "$ROOT") # the one pattern is the name of a file
  rm -rf .handed-on && mkdir .handed-on || exit 1
  files=$(collected)
  found=$(grep -m 1 '[[:cntrl:]\\]' <<<"$files") && refuse "The name '$found' on $PLATFORM has a control character or a backslash. Let the build name its files without it."
  found=$({ printf '%s\n' "$files" && links; } | entries)
  files=$(grep '^\./' <<<"$found")
  { (cd "$ROOT" && tar -c -h -f - -T -) <<<"$files" >.handed-on/files.tar &&
    list_entries >.handed-on/list; } || refuse "A file on $PLATFORM could not be read or packed; the lines above say why."
}

list_entries() { # of pack
  local sums
  sums=$(cd .handed-on && sums_of <<<files.tar) || return
  printf 'tar %s\n' "${sums% *}"
  sums=$(cd "$ROOT" && sums_of <<<"$files") || return
  awk '{ print "file " $0 }' <<<"$sums"
  grep '^link ' <<<"$found" || true
}

pack
