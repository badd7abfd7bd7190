# Reads each repository with its own credential and makes its ref a commit, once for all platforms.
# REPOSITORIES: `id owner/name ref credential path` a line; `id self - - path` is where the workflow runs. A ref with a colon is for refs.sh.
# credential: - (WORKFLOW_TOKEN), token:S (TOKEN_S), app:ID (app-token.sh), key:S (deploy-key.sh), npm:S or cargo:S (registries.sh).
# A dependency, which is fetched and not checked out, has no path.
# TAG_FILTERS: `+ ERE` or `- ERE` a line, the last match wins. TIME_LIMIT: seconds, for everything.

umask 077
: "${GITHUB_API_URL:=https://api.github.com}" "${GITHUB_SERVER_URL:=https://github.com}" "${TIME_LIMIT:=60}"

guard() {
  local records what real=false tag='' name version='' prerelease=false
  work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/guard.XXXXXX") || exit 1
  trap 'rm -rf "$work"' EXIT
  SECONDS=0
  describe_run
  records=$(check_secrets)
  each_repository start_probe
  [ -z "${TARGETS-}" ] || each_target start_probe
  await_probes
  records+=$'\n'$([ "$real" = true ] || notice 'A rehearsal' "$what"; each_repository findings; [ -z "${TARGETS-}" ] || each_target findings; [ -z "${ATTESTER-}" ] || check_attester)
  summarize_run
  conclude "$records" || exit 1
  write_outputs >>"${GITHUB_OUTPUT:-/dev/stdout}"
}

# What others wrote is shortened to what can be read.
excerpt() { one_line "$1" | tr -cd ' -~' | cut -c 1-300; }

# --- the run

describe_run() {
  name=$(printf '%s' "$GITHUB_REF_NAME" | tr '":<>|*?\\/\r\n{}()[]!' '-') # what no artifact's name or a pattern of one may hold
  what="Nothing is published: $GITHUB_REF_NAME is no tag."
  [ "$GITHUB_REF_TYPE" = tag ] || return
  tag=$GITHUB_REF_NAME what="Nothing is published: this workflow is not for tag $GITHUB_REF_NAME."
  ! tag_is_wanted || real=true what="Tag $tag: this run is real."
  version=$(version_of "$tag") || { version=$name; return; }
  [[ ${version%%+*} != *-* ]] || prerelease=true
}

tag_is_wanted() {
  local sign pattern wanted=-
  while read -r sign pattern; do
    [ -z "$pattern" ] || [[ ! $tag =~ $pattern ]] || wanted=$sign
  done <<<"${TAG_FILTERS-}"
  [ "$wanted" = + ]
}

# desktop-v1.2.3-beta.1 is 1.2.3-beta.1; the last v begins it, since an app's name may hold numbers too.
version_of() { # tag
  local core pattern rest='(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?'
  for core in '[0-9]+\.[0-9]+\.[0-9]+' '[0-9]+\.[0-9]+'; do
    for pattern in "(^|.*[^0-9A-Za-z.])v($core$rest)\$" "(^|[^0-9.])($core$rest)\$"; do
      [[ $1 =~ $pattern ]] && printf '%s' "${BASH_REMATCH[2]}" && return
    done
  done
  return 1
}

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
    : >"$base.done"
  else
    { probe "$ask_all" >"$base.records"; : >"$base.done"; } &
  fi
}

await_probes() {
  while [ -n "$(jobs -r)" ] && [ "$SECONDS" -lt "$TIME_LIMIT" ]; do sleep 0.05; done
  for pid in $(jobs -p -r); do kill "$pid"; done 2>/dev/null
  wait 2>/dev/null
}

findings() {
  cat "$base.records" 2>/dev/null
  [ -e "$base.done" ] || problem 'The check ran out of time' \
    "$repo was not checked within $TIME_LIMIT seconds. Nothing is known to be wrong with its credential. Re-run all jobs later."
}

summarize_run() {
  local verdict=failed
  ! has_no_error "$records" || verdict=passed
  {
    printf '## Guard: %s\n\n%s\n\n' $verdict "$(markdown "$what")"
    printf '| repository | ref | commit | path |\n| --- | --- | --- | --- |\n'
    each_repository repository_row
    [ -z "${SKIPPED-}" ] || skipped_steps
  } >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
}

repository_row() {
  local commit url
  [ "$repo" != self ] || repo=$GITHUB_REPOSITORY ref=$GITHUB_REF_NAME
  [ ! -e "$base.shown" ] || ref=$(cat "$base.shown")
  [ "$path" != - ] || path=.
  commit=$(cat "$base.commit" 2>/dev/null) url=$GITHUB_SERVER_URL/$repo/commit
  [ -n "$path" ] || ref='' commit='' path='a dependency'
  printf '| %s | %s | %s | %s |\n' "$repo" "$(markdown "$ref")" "${commit:+[$commit]($url/$commit)}" "$(markdown "$path")"
}

write_outputs() {
  printf '%s\n' "real=$real" "tag=$tag" "name=$name" "version=$version" "prerelease=$prerelease"
  each_repository commit_output
}

commit_output() {
  printf 'commit-%s=%s\n' "$id" "$(cat "$base.commit")"
  [ ! -e "$base.ref" ] || printf 'ref-%s=%s\n' "$id" "$(cat "$base.ref")"
}

# The functions below see who, token, cure and status too.
probe() { # function, which asks
  local owner=${repo%%/*} secret=${credential#*:} token='' who status cure moved=0 otherwise='' why='' written=''
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
    *) return 0 ;;
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

# --- requests

ask() { # url media-type curl's-arguments...
  local attempt pause
  for attempt in 1 2 3; do
    request "$@" || { report_unreachable "$1"; return 1; }
    pause=$(pause_asked_for)
    [ "$attempt" -lt 3 ] && [ "$pause" -gt 0 ] && [ $((SECONDS + pause + 5)) -lt "$TIME_LIMIT" ] || return 0
    sleep "$pause"
  done
}

request() { # url media-type curl's-arguments...
  fetch "${token:+Authorization: Bearer $token}" -H @- "${@:3}" -H "Accept: $2" "$1"
}

# What git itself would ask; its answer tells single sign-on from no access.
request_git() {
  local quoted=${token//\\/\\\\}
  fetch "user = \"x-access-token:${quoted//\"/\\\"}\"" -K - "$GITHUB_SERVER_URL/$repo.git/info/refs?service=git-upload-pack"
}

# The token goes through stdin, for every process sees arguments; and only to GitHub, for no redirect is followed here.
fetch() { # stdin curl's-arguments...
  local input=$1 left=$((TIME_LIMIT - SECONDS - 2))
  shift
  status=$(printf '%s\n' "$input" | curl -q -sS --proto "=${GITHUB_API_URL%%:*}" --max-time $((left > 15 ? 15 : left > 1 ? left : 1)) \
    -D "$base.headers" -o "$base.body" -w '%{http_code}' "$@" 2>"$base.trouble")
}

header() { grep -ai "^$1:" "$base.headers" | tail -n 1 | sed 's/^[^:]*: *//' | tr -d '\r'; } # name

json() { grep -aoE "\"$1\" *: *\"[^\"]*" "$base.body" | head -n 1 | cut -d '"' -f 4; } # key of a string

# Seconds until GitHub wants to be asked again; 0 where it does not say.
pause_asked_for() {
  local after reset number='^[0-9]{1,11}$'
  after=$(header retry-after) reset=$(header x-ratelimit-reset)
  if [[ $after =~ $number ]]; then
    echo $((10#$after + 1))
  elif is_rate_limited && [[ $reset =~ $number ]]; then
    echo $((10#$reset - $(date +%s) + 1))
  else
    echo 0
  fi
}

# --- answers

ask_for_commit() { # url
  ask "$1" application/vnd.github.sha || return
  case $status in
    200) accept_commit ;;
    30[1278]) follow ask_for_commit ;;
    *) explain ;;
  esac
}

accept_commit() {
  local commit sha='^[0-9a-f]{40}([0-9a-f]{24})?$'
  commit=$(head -c 65 "$base.body")
  [[ $commit =~ $sha ]] || { report_unexpected; return; }
  printf '%s' "$commit" >"$base.commit"
  [[ $credential != token:* ]] || check_expiry "$(header github-authentication-token-expiration)"
  [ "$moved" -eq 0 ] || report_new_name
}

# A renamed repository is found by its number, on the same host.
follow() { # function
  local target
  target=$(header location)
  case $((moved += 1))$target in
    [123]"$GITHUB_API_URL"/*) "$1" "$target" ;;
    *) report_unexpected ;;
  esac
}

report_new_name() {
  local now='' level=warning
  [ "$ask_all" = ask_for_ref ] || level=problem # what writes follows no redirect
  ask "${target%%/commits/*}" application/vnd.github+json && now=$(excerpt "$(json full_name)")
  [ "$now" = "$repo" ] || $level 'A repository was renamed' "$repo was renamed or moved${now:+ to $now}. Update the declaration."
}

explain() {
  local message
  message=$(excerpt "$(json message)")
  ! is_rate_limited || { report_rate_limit; return; }
  case $status in
    401) problem 'A token was rejected' "GitHub rejected $who (401): it is expired, revoked or mistyped. $cure" ;;
    403) explain_refusal ;;
    404) explain_not_found ;;
    409) report_empty ;;
    422) report_unknown_ref ;;
    5??) blameless 'GitHub has trouble' "GitHub answered $status for $repo; see https://www.githubstatus.com." ;;
    *) report_unexpected ;;
  esac
}

is_rate_limited() {
  case $status in
    429) true ;;
    403) [ -n "$(header retry-after)" ] || [[ $(json message) == *'rate limit'* ]] ;;
    *) false ;;
  esac
}

report_rate_limit() {
  local pause at
  pause=$(pause_asked_for)
  at=$(($(date +%s) + (pause > 0 ? pause : 60)))
  blameless 'GitHub limits the rate of requests' "GitHub limits how often it is asked; $repo was not checked." \
    "$(printf 'after %02d:%02d UTC' $((at / 3600 % 24)) $((at / 60 % 60)))"
}

explain_refusal() {
  case "$(header x-github-sso) $message" in
    required*) report_sso ;;
    *'IP allow list'*) problem 'An IP allow list refuses the runner' \
      "$owner allows only listed IP addresses; this runner's is not one. Use a runner with a static IP, or ask an owner of $owner. Nothing is known to be wrong with $who." ;;
    *lifetime*) problem 'A token lives too long' \
      "$owner does not accept $who because it lives too long. Shorten its lifetime: $(url_to_shorten)." ;;
    *'personal access token (classic)'*) problem 'Classic tokens are refused' \
      "$owner does not accept classic tokens such as $who. Use a fine-grained token ($right on $repo) or a GitHub App." ;;
    *'Resource not accessible'*) problem 'A token lacks a permission' \
      "GitHub knows $who, but it lacks $right on $repo (GitHub asks for: $(excerpt "$(header x-accepted-github-permissions)")). Grant it, then re-run all jobs." ;;
    *) problem 'GitHub refused a token' "GitHub refused $who for $repo (403): ${message:-no reason given}." ;;
  esac
}

# The answer may hold any address: only one of GitHub's own settings is passed on.
url_to_shorten() {
  local own="$GITHUB_SERVER_URL/settings/[a-z-]*tokens/[0-9]+"
  if [[ $message =~ $own ]]; then echo "${BASH_REMATCH[0]}"; else echo "$GITHUB_SERVER_URL/settings/tokens"; fi
}

explain_not_found() {
  [ "$credential" != - ] || { report_private; return; }
  request_git || { report_unreachable "$GITHUB_SERVER_URL"; return; }
  case $status in
    200) report_unknown_ref ;; # git may read it, so it was the ref that was not found
    403) if grep -aq 'SAML SSO' "$base.body"; then report_sso; else report_not_seen; fi ;;
    429 | 5??) explain ;;
    *) report_not_seen ;;
  esac
}

report_private() {
  problem 'A repository seems private' \
    "The workflow's own token cannot see $repo: it seems private (or does not exist under that name). Declare a credential for it."
}

report_not_seen() {
  local title='A token does not see a repository' why="its owner needs ${right#*: } access to $repo"
  case $token in
    ghp_*) title='A classic token does not see a repository'
      why="it needs the scope repo, and its user needs ${right#*: } access to $repo" ;;
    github_pat_*) title='A fine-grained token does not see a repository'
      why="its resource owner must be $owner, $repo must be selected, and an owner must have approved it (a pending one sees only public repositories)" ;;
    ghs_*) title='A GitHub App is not installed on a repository'
      why="the App is not installed on $repo" ;;
  esac
  problem "$title" "GitHub accepts $who but does not show it $repo: $why; or $repo does not exist under that name."
}

report_sso() {
  problem 'A token lacks single sign-on' \
    "GitHub knows $who, but it is not authorized for single sign-on of $owner. Its owner opens $GITHUB_SERVER_URL/settings/tokens, Configure SSO, Authorize $owner, then re-runs all jobs. (Regenerating it or editing its scopes takes that away.)"
}

report_empty() { problem 'A repository is empty' "$repo is empty: push a first commit."; }

report_unknown_ref() {
  [ -z "$otherwise" ] || { take_other_ref; return; }
  problem 'A ref does not exist' "$repo has no branch, tag or commit '$ref'. Push it, or ${written:-declare another ref}."
}

report_unexpected() {
  blameless 'GitHub gave an unexpected answer' "For $repo GitHub answered $status: $(excerpt "$(json message; header location)")."
}

report_unreachable() { # url
  blameless 'GitHub could not be reached' "GitHub could not be reached at $1: $(excerpt "$(cat "$base.trouble")")."
}

blameless() { # title text when
  problem "$1" "$2 Nothing is known to be wrong with $who. Re-run all jobs ${3:-later}."
}

# --- the end of a token: '2026-12-01 19:07:53 UTC' or '... -0700'

check_expiry() { # header
  local left
  left=$(epoch_of "$1") || return
  left=$((left - $(date +%s)))
  if [ $left -lt 21600 ]; then
    problem 'A token expires within hours' "Secret $secret expires at $1, perhaps before the build has ended. $cure"
  elif [ $left -le 1209600 ]; then
    warning 'A token expires soon' "Secret $secret expires on ${1%% *} ($((left / 86400)) days). $cure"
  fi
}

# GNU's date, else BSD's.
epoch_of() {
  [ -n "$1" ] && { date -d "$1" +%s || date -j -f '%Y-%m-%d %H:%M:%S %z' "${1/UTC/+0000}" +%s; } 2>/dev/null
}

guard
