# Reads each repository with its own credential and makes its ref a commit, once for all platforms.
# REPOSITORIES: `id owner/name ref credential path` a line; `id self - - path` is where the workflow runs. A ref with a colon is for refs.sh.
# credential: - (WORKFLOW_TOKEN), token:S (TOKEN_S), app:ID (app-token.sh), key:S (deploy-key.sh), npm:S or cargo:S (registries.sh).
# A dependency, which is fetched and not checked out, has no path.
# TAG_FILTERS: `+ ERE` or `- ERE` a line, the last match wins. WORKFLOW_PATH: the file with this guard, from the repository's root.
# MARKED_BY: `version` where that marks a release as a pre-release. TIME_LIMIT: seconds, for everything.

umask 077
: "${GITHUB_API_URL:=https://api.github.com}" "${GITHUB_SERVER_URL:=https://github.com}" "${TIME_LIMIT:=60}"

guard() {
  local records what real=false tag='' name version='' prerelease=false late
  check_programs
  work=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/guard.$$.$RANDOM # lives longer than this function
  trap 'end_probes; rm -rf "$work"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  what=$(mkdir "$work" 2>&1 && has_room 2>&1) || break_off
  SECONDS=0
  describe_run
  records=$(check_secrets)
  each_repository start_probe
  [ -z "${TARGETS-}" ] || each_target start_probe
  [ -z "${VERSION_FILES-}${VERSION_TEXTS-}" ] || each_version start_probe
  await_probes
  records+=$'\n'$(check_tag; each_repository findings; [ -z "${TARGETS-}" ] || each_target findings; [ -z "${VERSION_FILES-}${VERSION_TEXTS-}" ] || each_version version_findings; [ -z "${ATTESTER-}" ] || check_attester)
  records=$(told_once "$records")
  summarize_run
  conclude "$records" || exit 1
  what=$(has_room 2>&1) || break_off # what was found may be lost
  [ "${VERSION_MODE-}" != stamp ] || summarize_stamps "$(each_version stamp_rows)"
  write_outputs >>"${GITHUB_OUTPUT:-/dev/stdout}"
}

# Also for a text behind `<<<`, which is a file before bash 5.1.
has_room() { echo >"$work/room" && read -r _ <<<room; }

break_off() {
  say error 'The guard broke off' "It can write no file on the runner: $(excerpt "$what"). Mend that, then re-run all jobs."
  exit 1
}

# Said with nothing but bash: say calls some of them.
check_programs() {
  local name missing='' programs='awk cat curl cut date grep head mkdir rm sed sleep tr wc' title='A program is missing' text
  [[ $REPOSITORIES != *' key:'* ]] || programs+=' git ssh ssh-keygen'
  [ -z "${VERSION_FILES-}${VERSION_TEXTS-}" ] || programs+=' fold sort'
  for name in $programs; do type -P "$name" >/dev/null || missing+=", $name"; done
  [ -n "$missing" ] || return 0
  text="The runner lacks ${missing#, }, which the guard calls. Install that there, or let the guard run elsewhere (guard.runsOn).${DOC_URL:+ See $DOC_URL#a-program-is-missing}"
  printf '::error title=%s::%s\n' "$title" "${text//%/%25}"
  printf '## Guard: failed\n\n- **error: %s.** %s\n' "$title" "$text" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  exit 1
}

# What others wrote is shortened to what can be read, and is no address. A token that is said back would be masked in the log only.
excerpt() {
  local text=$1
  [ -z "${token-}" ] || text=${text//"$token"/...}
  one_line "$text" | tr -cd ' -~' | cut -c 1-300 | sed 's#://#: //#g'
}

# --- the run

describe_run() {
  name=$(printf '%s' "$GITHUB_REF_NAME" | tr '":<>|*?\\/\r\n{}()[]!' '-') # what no artifact's name or a pattern of one may hold
  what="Nothing is published: $GITHUB_REF_NAME is no tag."
  [ "$GITHUB_REF_TYPE" = tag ] || return
  tag=$GITHUB_REF_NAME what="Nothing is published: this workflow is not for tag $GITHUB_REF_NAME."
  ! has_pushed_tag && ! tag_is_wanted || real=true what="Tag $tag: this run is real."
  version=$(version_of "$tag") || { version=$name prerelease=true; return; }
  # a post-release is a release
  local release='^[0-9.]+([._]?[Pp][Oo][Ss][Tt]([._-]?[0-9]+)?)?$'
  [[ ${version%%+*} =~ $release ]] || prerelease=true
}

# What GitHub has started by its filters it has matched, unless they were those of another workflow, which calls this one.
has_pushed_tag() { [[ $GITHUB_EVENT_NAME = push && ${GITHUB_WORKFLOW_REF-} = "$GITHUB_REPOSITORY/${WORKFLOW_PATH-}@"* ]]; }

tag_is_wanted() {
  local sign pattern wanted=-
  while read -r sign pattern; do
    [ -z "$pattern" ] || [[ ! $tag =~ $pattern ]] || wanted=$sign
  done <<<"${TAG_FILTERS-}"
  [ "$wanted" = + ]
}

check_tag() {
  if [ "$real" != true ]; then
    notice 'A rehearsal' "$what"
  elif [ "${MARKED_BY-}" = version ] && ! version_of "$tag" >/dev/null; then
    warning 'A tag holds no version' "Nobody can tell from tag $(excerpt "$tag") whether its release is a pre-release, so it is marked as one. Tag a version, such as v1.2.3, or say in the declaration what its releases are: prerelease."
  fi
}

# desktop-v1.2.3-beta.1 is 1.2.3-beta.1, and v1.2.3rc1 is 1.2.3rc1; the last v begins it, since an app's name may hold numbers
# too. One number alone needs a v. The end of a longer one is none: v1.2.3alpha4.5 is not 4.5.
version_of() ( # tag
  shopt -s nocasematch
  v='^(.*[^0-9A-Za-z.])?v' any='(^|[^0-9.])' two='([0-9]+(\.[0-9]+)' build='(\+[0-9A-Za-z.-]+)?)$'
  word='([._-]?([abc][0-9]+|(alpha|beta|rc|pre|preview|dev|post)([._-]?[0-9]+)?))'
  rest="(-[0-9A-Za-z.-]+|$word+)?$build"
  for pattern in "$v$two{2,}$rest" "$any$two{2,}$rest" "$v$two$rest" "$any$two$rest" "$v([0-9]+$word*$build"; do
    [[ $1 =~ $pattern ]] || continue
    found=${BASH_REMATCH[2]}
    [[ ! ${1%"$found"} =~ [0-9][.][0-9][0-9A-Za-z.]*$ ]] && printf '%s' "$found" && exit
  done
  exit 1
)

# --- the probes: each a background job

each_repository() { # function, which sees the names of this loop
  local id repo ref credential path base right='Contents: read' ask_all=ask_for_ref
  while read -r id repo ref credential path; do
    base=$work/$id
    [ -z "$id" ] || "$1"
  done <<<"$REPOSITORIES"
}

start_probe() {
  if [ "$repo" = self ]; then
    printf '%s' "$GITHUB_SHA" >"$base.commit"
    echo >"$base.done"
  else
    set -m # a group of processes each, that ends as one
    { probe "$ask_all" >"$base.records"; echo >"$base.done"; } </dev/null &
    set +m
  fi
}

await_probes() {
  while [ -n "$(jobs -r)" ] && [ "$SECONDS" -lt "$TIME_LIMIT" ]; do sleep 0.05; done
  late=$((SECONDS >= TIME_LIMIT))
  end_probes
}

end_probes() {
  for pid in $(jobs -p -r); do kill -KILL -- "-$pid"; done
  wait
  jobs # what bash would say later of whom it has killed
} >/dev/null 2>&1

findings() {
  cat "$base.records" 2>/dev/null
  # where the disk is full, it is there and empty
  [ ! -s "$base.done" ] || return
  [ "$late" = 1 ] || { report_broken_off; return; }
  problem 'The check ran out of time' \
    "$repo was not checked within $TIME_LIMIT seconds. Nothing is known to be wrong with its credential. Re-run all jobs later."
}

summarize_run() {
  local verdict=failed
  ! has_no_error "$records" || verdict=passed
  {
    printf '## Guard: %s\n\n%s\n\n' $verdict "$(plain "$what")"
    printf '| repository | ref | commit | path |\n| --- | --- | --- | --- |\n'
    each_repository repository_row
    [ -z "${SKIPPED-}" ] || skipped_steps
  } | SUMMARY_BYTES=500000 to_summary
}

repository_row() {
  local commit url
  [ "$repo" != self ] || repo=$GITHUB_REPOSITORY ref=$GITHUB_REF_NAME
  [ ! -e "$base.shown" ] || ref=$(cat "$base.shown")
  [ "$path" != - ] || path=.
  commit=$(cat "$base.commit" 2>/dev/null) url=$GITHUB_SERVER_URL/$repo/commit
  [ -n "$path" ] || ref='' commit='' path='a dependency'
  printf '| %s | %s | %s | %s |\n' "$(plain "$repo")" "$(plain "$ref")" "${commit:+[$commit]($url/$commit)}" "$(plain "$path")"
}

write_outputs() {
  printf '%s\n' "real=$real" "tag=$tag" "name=$name" "version=$version" "prerelease=$prerelease"
  each_repository commit_output
}

commit_output() {
  printf 'commit-%s=%s\n' "$id" "$(cat "$base.commit")"
  [ ! -e "$base.ref" ] || printf 'ref-%s=%s\n' "$id" "$(cat "$base.ref")"
}

# The functions below see who, token, turn, cure, status and failure too.
probe() { # function, which asks
  local owner=${repo%%/*} secret=${credential#*:} token='' turn='' who status failure cure moved=0 otherwise='' why='' written=''
  [[ $ref != *:* || $ref = *://* ]] || find_ref || return
  who="secret $secret" cure="Create a new one and store it: $(set_command "$secret")."
  case $credential in
    token:*) take_token || return ;;
    app:*) take_app_token || return ;;
    key:*) probe_with_key; return ;;
    npm:* | cargo:*) probe_registry; return ;;
    *) take_workflow_token ;;
  esac
  "$1"
}

# GitHub knows a tag by its bare name and as refs/tags/NAME, and not as tags/NAME.
ask_for_ref() {
  local name=$ref
  case $ref in heads/* | tags/*) name=refs/$ref ;; esac
  ask_for_commit "$GITHUB_API_URL/repos/$repo/commits/$(url_encode "$name")"
}

take_workflow_token() {
  token=${WORKFLOW_TOKEN-} who="the workflow's own token" cure='Each job gets a new one: re-run all jobs.'
}

take_token() {
  local variable="TOKEN_$secret"
  token=${!variable-}
  is_stored "$token" || return
  case $token in
    -----BEGIN*) problem 'A private key is used as a token' \
      "Secret $secret holds a private key but is used as a token. Store a token, or declare a deploy key." ;;
    *[![:graph:]]*) problem 'A token holds a space or line break' \
      "Secret $secret holds a space, a line break or another character of no token. Store it again: printf %s \"\$TOKEN\" | $(set_command "$secret")." ;;
    *) take_turn; return ;;
  esac
  return 1
}

is_stored() { # value
  [ -z "$1" ] || return 0
  [[ $records == *"Secret $secret is not set"* ]] || report_unset "$secret" "reads $repo"
  return 1
}

url_encode() { # bytes; bash 3.2 counts those above 127 below zero
  local i byte code
  for ((i = 0; i < ${#1}; i++)); do
    byte=${1:i:1}
    case $byte in
      [A-Za-z0-9._~/-]) printf '%s' "$byte" ;;
      *) printf -v code %d "'$byte" && printf '%%%02X' $((code & 255)) ;;
    esac
  done
}

guard
