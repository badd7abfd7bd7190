# The version in its files, in the commit that will be built: the last part of the guard. It must be the tag's, or with
# VERSION_MODE=stamp there must be room for it: each leg writes it there.

check_versions() {
  local repo=$GITHUB_REPOSITORY credential=- right='Contents: read' token='' who='' cure='' status='' base=$work/version wanted rows=''
  if [ "$GITHUB_REF_TYPE" = tag ]; then
    wanted=$(version_of "$GITHUB_REF_NAME")
    take_workflow_token
    each_manifest check_manifest
  fi
  [ "${VERSION_MODE-}" != stamp ] || [ "$GITHUB_REF_TYPE$rows" = tag ] || summarize_stamps "$rows"
}

check_manifest() {
  local places stamps
  ask "$GITHUB_API_URL/repos/$repo/contents/$(url_encode "$file")?ref=$GITHUB_SHA" application/vnd.github.raw+json || return
  case $status in
    200) if [ "${VERSION_MODE-}" = stamp ]; then check_stamp; else compare_version; fi ;;
    404) problem 'A file with the version is missing' "$file, which must hold the version of the tag, is not in commit $GITHUB_SHA." ;;
    *) explain ;;
  esac
}

check_stamp() {
  if [ -z "$wanted" ]; then
    problem 'A version cannot be stamped' "Tag $(excerpt "$GITHUB_REF_NAME") has no version that could be written into $file. Push a tag that has one."
  else
    ! stamps_for "$base.body" "$wanted" || rows+=$(rows_of "$stamps")$'\n'
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

SECONDS=0
conclude "$(check_versions)" || exit 1
