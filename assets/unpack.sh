# Unpacks what other jobs handed on, where each piece has proven to be whole. Platforms may share a directory.
# HANDED_ON: `job/platform required|optional path` a line. What has arrived lies in .handed-on/job/platform.

: "${HANDED_ON:?names nothing}"
umask 022 # what is unpacked is for everybody

unpack_all() {
  local from need path stage=.handed-on/.stage # no job is called that
  while read -r from need path; do
    if [ ! -e ".handed-on/$from/list" ]; then
      absent
    elif ! stage_whole >&2; then
      problem 'Handed-on files are damaged' \
        "What ${from%/*} handed on from ${from#*/} is not what its list says: something is missing, was changed or was added. Re-run all jobs."
    elif place >&2; then
      summarize
    else
      problem 'Handed-on files cannot be placed' \
        "What ${from%/*} handed on from ${from#*/} cannot be put into '$path': $reason. Declare another path, or let the build put its files elsewhere."
    fi
  done <<<"$HANDED_ON"
}

absent() {
  if [ "$need" = optional ]; then
    notice 'Nothing was handed on' "${from%/*} handed nothing on from ${from#*/}, which is allowed to fail."
  else
    problem 'Handed-on files did not arrive' \
      "Nothing arrived of what ${from%/*} built on ${from#*/}. It is kept for a day; later, or where the download failed, re-run all jobs."
  fi
}

# Nothing but what the list says, all of it, and each file with its sum.
stage_whole() {
  local list tar names members sums
  list=$(cat ".handed-on/$from/list") && tar=".handed-on/$from/files.tar" || return
  rm -rf "$stage" && mkdir "$stage" || return
  sums=$(sums_of <<<"$tar") && [ "tar ${sums% *}" = "$(grep '^tar ' <<<"$list")" ] || return
  members=$(tar -tf - <"$tar") && ! grep -qE '^/|(^|/)\.\.(/|$)' <<<"$members" || return
  [ -z "$(tar -tvf - <"$tar" | cut -c 1 | tr -d 'h\n-')" ] || return # files, some with two names
  names=$(sed -n 's/^file [0-9a-f]* //p' <<<"$list") && (cd "$stage" && tar -x -p -o -f -) <"$tar" || return
  [ "$(cd "$stage" && find . ! -type d | sort)" = "$(sort <<<"$names")" ] || return
  sums=$(cd "$stage" && sums_of <<<"$names") && [ "$sums" = "$(sed -n 's/^file //p' <<<"$list")" ] || return
  (cd "$stage" && make_links "$(sed -n 's/^link //p' <<<"$list")")
}

# Git Bash copies in place of linking, and so needs the target first.
make_links() { # lines
  local links=$1 later link target
  [ -z "$links" ] || awk -F '\t' "$lead"' lead($1, $2) == "" || ("/" $1 "/") ~ /\/\.\.\// { exit 1 }' <<<"$links" || return
  while [ -n "$links" ]; do
    later=''
    while IFS=$'\t' read -r link target; do
      is_below_links "$link" && return 1
      mkdir -p "./$(dirname "./$link")" && ln -s "$target" "./$link" || later+=$link$'\t'$target$'\n'
    done <<<"$links"
    [ "$later" != "$links"$'\n' ] || return
    links=${later%$'\n'}
  done
}

is_below_links() { # path
  local at=$1
  while [[ $at == */* ]]; do
    at=${at%/*}
    [ ! -L "$at" ] || return 0
  done
  return 1
}

# Sets reason where it fails.
place() {
  local entry
  reason='it leads out of the workspace, or a file lies in its way'
  mkdir -p "./$path" && [[ $(cd -P "./$path" && pwd)/ == "$(pwd -P)"/* ]] || return
  while IFS= read -r entry; do
    reason="'$entry' lies there already"
    [ ! -e "./$path/$entry" ] && [ ! -L "./$path/$entry" ] || return
  done <<<"$(cd "$stage" && find . ! -type d | sed 's#^\./##' | sort)"
  reason='copying failed'
  cp -RPp "$stage/." "./$path/"
}

summarize() {
  {
    [ -n "${began-}" ] || printf '### Handed on\n\n| from | into | files | SHA-256 of all |\n| --- | --- | ---: | --- |\n'
    printf '| %s | %s | %s | %s |\n' "$(plain "$from")" "$(plain "$path")" "$(grep -c '^file ' ".handed-on/$from/list")" "$(sed -n 's/^tar //p' ".handed-on/$from/list")"
  } | to_summary
  began=true
}

records=$(unpack_all)
rm -rf .handed-on
conclude "$records" || exit 1
