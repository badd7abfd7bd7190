# Whether what will be published can be: asked before the build, and nothing is written.
# TARGETS: `id owner/name release credential` or `id owner/name workflow credential FILE` a line; `self` is where the workflow runs.

each_target() { # function, which sees the names of this loop
  local id repo what credential path base right ref=HEAD ask_all
  while read -r id repo what credential path; do
    base=$work/+$id # no repository's id begins so
    case $what in
      release) right='Contents: write' ask_all=ask_about_release ;;
      workflow) right='Actions: write' ask_all=ask_about_workflow ;;
    esac
    [ "$repo" != self ] || repo=$GITHUB_REPOSITORY
    "$1"
  done <<<"$TARGETS"
}

# The workflow's own token is another one in the job that publishes, and may write there.
ask_about_release() {
  [ "$credential" = - ] || { ask_for_ref; [ -s "$base.commit" ] && ask_about_owner && ask_about_right; } || return
  [ "$real" != true ] || { ask_about_tag_in_use && ask_about_rules; }
}

# --- what may be done there

# For a token GitHub tells the role of its owner, for an App it does not.
ask_about_owner() {
  ask "$GITHUB_API_URL/repos/$repo" application/vnd.github+json || return
  case $status$(flag archived) in
    200true) problem 'A repository is archived' "$repo is archived: it takes neither a release nor anything else. Unarchive it: $GITHUB_SERVER_URL/$repo/settings." ;;
    200false) may_owner_write && return ;;
    200) report_unexpected ;;
    30[1278]) follow_name ;;
    *) explain ;;
  esac
  return 1
}

may_owner_write() {
  [[ $(flag push) != false || $credential != token:* || $token == ghs_* ]] && return
  problem 'A token may only read a repository' "GitHub knows $who, but its owner may only read $repo. Give that account write access to $repo, then re-run all jobs."
  return 1
}

# Notes are made and not kept, and GitHub asks for the right to write all the same.
ask_about_right() {
  ask "$GITHUB_API_URL/repos/$repo/releases/generate-notes" application/vnd.github+json -d '{"tag_name":"tag-build-guard"}' || return
  case $status in
    200) grep -aq '"body" *:' "$base.body" || { report_unexpected; return 1; } ;;
    422) ;; # it is refused for another reason than a right
    404) problem 'A token lacks a permission' \
      "GitHub shows $repo to $who, but finds nothing (404) where it is to write: it lacks $right, or a classic token the scope repo. Grant it, then re-run all jobs."
      return 1 ;;
    *) explain; return 1 ;;
  esac
}

flag() { grep -aoE "\"$1\" *: *(true|false)" "$base.body" | head -n 1 | grep -oE '[a-z]+$'; } # key of a boolean

# --- the tag

# Drafts are not among those that are found by their tag.
ask_about_tag_in_use() {
  ask "$GITHUB_API_URL/repos/$repo/releases/tags/$(url_encode "$tag")" application/vnd.github+json || return
  case $status$(flag draft)$(flag immutable) in
    404 | 200true*) ;;
    200falsetrue) problem 'An immutable release has the tag' "$repo has an immutable release $tag, and nothing can be added to it or changed. If a job behind it failed, choose \"Re-run failed jobs\" in the run that made it; otherwise push the next tag."
      return 1 ;;
    200false*) warning 'A release has the tag already' "$repo has a public release $tag: this run compares its files with what it builds, and changes none of them unless the declaration allows it." ;;
    200* | 422) report_unexpected; return 1 ;;
    *) explain; return 1 ;;
  esac
}

# A tag that is not there is made before the release is; rules for tags speak of that.
ask_about_rules() {
  local number
  ask "$GITHUB_API_URL/repos/$repo/git/ref/tags/$(url_encode "$tag")" application/vnd.github+json || return
  [ "$status" = 404 ] || return 0
  ask "$GITHUB_API_URL/repos/$repo/rulesets?targets=tag&includes_parents=true&per_page=100" application/vnd.github+json || return
  [ "$status" = 200 ] || return 0
  for number in $(grep -aoE '"id" *: *[0-9]+' "$base.body" | grep -oE '[0-9]+$' | head -n 20); do
    ask "$GITHUB_API_URL/repos/$repo/rulesets/$number?includes_parents=true" application/vnd.github+json || return
    [ "$status" != 200 ] || ! refuses_tag || problem 'A ruleset refuses the tag' \
      "The ruleset '$(excerpt "$(json name)")' of $repo lets $who create no tag $tag. Let it bypass the ruleset, or take such tags out of it: $GITHUB_SERVER_URL/$repo/rules/$number."
  done
}

# Whatever is not certain refuses nothing.
refuses_tag() {
  local refs text='"([^"\]|\\.)*"'
  tr '\n' ' ' <"$base.body" >"$base.rules"
  grep -aqE '"enforcement" *: *"active"' "$base.rules" && grep -aqE '"type" *: *"creation"' "$base.rules" &&
    grep -aqE '"current_user_can_bypass" *: *"(never|pull_requests_only)"' "$base.rules" || return
  refs=$(grep -aoE "\"ref_name\" *: *\{($text|[^\"}])*\}" "$base.rules" | head -n 1)
  any_pattern include is_certain && ! any_pattern exclude is_possible
}

any_pattern() { # key function
  local pattern
  while IFS= read -r pattern; do
    [ -z "$pattern" ] || ! "$2" "$pattern" || return 0
  done <<<"$(grep -oE "\"$1\" *: *\[( *$text *,?)*" <<<"$refs" | sed 's/^[^[]*//' | grep -oE "$text" | sed 's/^"//;s/"$//')"
  return 1
}

# `*` and `?` do not match a slash. What else a pattern can hold is left to GitHub.
is_certain() { # pattern
  local ere
  [ "$1" != '~ALL' ] || return 0
  ! is_left_to_github "$1" || return
  ere=$(sed -e 's/[].^$+()|{}]/\\&/g' -e 's#\*#[^/]*#g' -e 's#?#[^/]#g' <<<"$1")
  [[ refs/tags/$tag =~ ^$ere$ ]]
}

is_possible() { is_left_to_github "$1" || is_certain "$1"; } # pattern

is_left_to_github() { [[ $1 == *'**'* || $1 == *[][{}\\]* ]]; } # pattern

# --- a workflow that is started afterwards

ask_about_workflow() {
  ask_about_owner || return
  [[ $credential != token:* ]] || check_expiry "$(header github-authentication-token-expiration)"
  ask "$GITHUB_API_URL/repos/$repo/actions/workflows/$(url_encode "$path")" application/vnd.github+json || return
  case $status in
    200) report_switched_off ;;
    404) problem 'A workflow to start does not exist' \
      "$repo has no workflow $path on its default branch. Push it, or correct the name in the declaration; it must listen to workflow_dispatch." ;;
    *) explain ;;
  esac
}

follow_name() {
  local target
  target=$(location)
  case $target in
    "$GITHUB_API_URL"/*) report_new_name ;;
    *) report_unexpected ;;
  esac
}

report_switched_off() {
  local state
  state=$(json state)
  [[ $state != disabled* ]] || problem 'A workflow to start is switched off' \
    "$path in $repo is switched off ($(excerpt "$state")), and cannot be started. Switch it on: $GITHUB_SERVER_URL/$repo/actions/workflows/$path."
}
