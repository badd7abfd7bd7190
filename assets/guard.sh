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
  [ -z "${VERSION_FILES-}${VERSION_TEXTS-}" ] || each_version start_probe
  await_probes
  records+=$'\n'$([ "$real" = true ] || notice 'A rehearsal' "$what"; each_repository findings; [ -z "${TARGETS-}" ] || each_target findings; [ -z "${VERSION_FILES-}${VERSION_TEXTS-}" ] || each_version version_findings; [ -z "${ATTESTER-}" ] || check_attester)
  summarize_run
  conclude "$records" || exit 1
  [ "${VERSION_MODE-}" != stamp ] || summarize_stamps "$(each_version stamp_rows)"
  write_outputs >>"${GITHUB_OUTPUT:-/dev/stdout}"
}

# What others wrote is shortened to what can be read, and is no address.
excerpt() { one_line "$1" | tr -cd ' -~' | cut -c 1-300 | sed 's#://#: //#g'; }

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
  } | SUMMARY_BYTES=500000 to_summary
}

repository_row() {
  local commit url
  [ "$repo" != self ] || repo=$GITHUB_REPOSITORY ref=$GITHUB_REF_NAME
  [ ! -e "$base.shown" ] || ref=$(cat "$base.shown")
  [ "$path" != - ] || path=.
  commit=$(cat "$base.commit" 2>/dev/null) url=$GITHUB_SERVER_URL/$repo/commit
  [ -n "$path" ] || ref='' commit='' path='a dependency'
  printf '| %s | %s | %s | %s |\n' "$(markdown "$repo")" "$(markdown "$ref")" "${commit:+[$commit]($url/$commit)}" "$(markdown "$path")"
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

guard
