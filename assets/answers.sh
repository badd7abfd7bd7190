# What GitHub's answers mean, and what is to be done. The functions see what those of guard.sh do.

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
  local own="${GITHUB_SERVER_URL#*://}(/settings/[a-z-]*tokens/[0-9]+)"
  if [[ $message =~ $own ]]; then echo "$GITHUB_SERVER_URL${BASH_REMATCH[1]}"; else echo "$GITHUB_SERVER_URL/settings/tokens"; fi
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
