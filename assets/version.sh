# The version in its files, in the commit that will be built: a part of the guard. Where the run is real it must be the tag's;
# with VERSION_MODE=stamp there must be room for it on any tag, since each leg writes it there.

each_version() { # function, which sees the names of this loop
  local repo=$GITHUB_REPOSITORY ref=HEAD credential=- right='Contents: read' ask_all=check_manifest base number=0 each=$1 wanted
  [ "$real" = true ] || [ "${VERSION_MODE-}$GITHUB_REF_TYPE" = stamptag ] || return 0
  wanted=$(version_of "$tag")
  each_manifest with_base
}

with_base() {
  base=$work/@$((number += 1)) # no repository's id begins so
  "$each"
}

version_findings() {
  local repo="$file of $repo"
  findings
}

stamp_rows() { cat "$base.rows"; }

check_manifest() {
  local places stamps
  ask "$GITHUB_API_URL/repos/$repo/contents/$(url_encode "$file")?ref=$GITHUB_SHA" application/vnd.github.raw+json || return
  case $status in
    200) if [ "${VERSION_MODE-}" = stamp ]; then check_stamp; else compare_version; fi ;;
    404) problem 'A file with the version is missing' "$file, which must hold the version of the tag, is not in commit $GITHUB_SHA. Commit it, or correct its path in the declaration, and push the next tag." ;;
    *) explain ;;
  esac
}

check_stamp() {
  if [ -z "$wanted" ]; then
    problem 'A version cannot be stamped' "Tag $(excerpt "$GITHUB_REF_NAME") has no version that could be written into $file. Push a tag that has one."
  else
    ! stamps_for "$base.body" "$wanted" || rows_of "$stamps" >"$base.rows"
  fi
}

compare_version() {
  local found core
  places=$(places_in "$base.body")
  ! points_elsewhere 'A version is not the one of the tag' || return
  while read -r _ _ found core; do
    [ -z "$found" ] || [ -z "$wanted" ] || { [ "$found" != "$wanted" ] && [ "$found" != "$(written "$wanted" "$found" "$core")" ]; } || continue
    found=$(excerpt "$found")
    problem 'A version is not the one of the tag' \
      "$file has ${found:+version }${found:-no version}, and tag $(excerpt "$GITHUB_REF_NAME") ${wanted:+stands for }${wanted:-has none}. $(cure_version)"
    return
  done <<<"$places"
}

cure_version() {
  if [ -n "$wanted" ] && [ -z "$(written "$wanted" "$found" "$core")" ]; then unfit "$wanted" "$found" "$core"; else printf 'Set it, commit, and push the next tag.'; fi
}
