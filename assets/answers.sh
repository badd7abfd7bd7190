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

# Where an answer leads to; a mere path is one on the same host.
location() {
  local target host=${GITHUB_API_URL#*://}
  target=$(header location)
  [[ $target != /[!/]* ]] || target=${GITHUB_API_URL%%:*}://${host%%/*}$target
  printf '%s' "$target"
}

# A renamed repository is found by its number, on the same host.
follow() { # function
  local target
  target=$(location)
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

# All that GitHub answers bears headers of its own, also where it runs elsewhere; what stands before it may speak when it has trouble.
is_foreign() {
  [[ $status != 407 && $status != 429 && $status != 5?? ]] && ! is_github && [[ $status != 200 || $(header content-type) == *html* ]]
}

is_github() { grep -aqi '^x-github-' "$base.headers"; }

explain() {
  local message between=''
  message=$(excerpt "$(json message)")
  ! is_rate_limited || { report_rate_limit; return; }
  case $status in
    401) report_shut_out ;;
    403) explain_refusal ;;
    404) explain_not_found ;;
    407) report_proxy_login ;;
    409) if [[ $message == *empty* ]]; then report_empty; else report_unexpected; fi ;;
    422) report_unknown_ref ;;
    451) report_blocked ;;
    5??) is_github || between=', or a proxy in its place,'
      blameless 'GitHub has trouble' "GitHub$between answered $status for $repo; see https://www.githubstatus.com." ;;
    *) report_unexpected ;;
  esac
}

# Whoever else has the same token says the same, and does not ask.
report_shut_out() {
  case ${credential%%:*}/$status in
    npm/* | cargo/*) problem 'A registry rejected a token' "$repo rejected $who (401): it is expired, revoked or mistyped. $cure" ;;
    */401) problem 'A token was rejected' "GitHub rejected $who (401): it is expired, revoked or mistyped. $cure" ;;
    *) blameless 'Logins are locked out' \
      "After too many bad logins GitHub lets nobody in with $who for a while (403). See that nothing of its owner keeps on trying a dead token." ;;
  esac
}

is_locked_out() { [[ $(json message) == *'login attempts'* ]]; }

is_rate_limited() {
  case $status in
    429) true ;;
    403) ! is_locked_out && { [ -n "$(header retry-after)" ] || [[ $(json message) == *'rate limit'* ]]; } ;;
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
  local wanted
  case "$(header x-github-sso) $message" in
    required* | *'SAML enforcement'*) report_sso ;;
    *'login attempts'*) report_shut_out ;;
    *'access blocked'*) report_blocked ;;
    *suspended*) problem 'An account is suspended' \
      "GitHub has suspended what $who belongs to: ${message%.}. Lift that, or use a credential of another account." ;;
    *'IP allow list'*) refuse 'An IP allow list refuses the runner' \
      "$owner allows listed IP addresses only; this runner's is not listed. Use a runner with a static IP, or ask an owner. Nothing is known to be wrong with $who." ;;
    *lifetime*) refuse 'A token lives too long' \
      "$owner does not accept $who because it lives too long. Shorten its lifetime: $(url_to_shorten)." ;;
    *'personal access token (classic)'*) refuse 'Classic tokens are refused' \
      "$owner does not accept classic tokens such as $who. Use a fine-grained token ($right) or a GitHub App." ;;
    *'OAuth App access'*) refuse 'OAuth tokens are refused' \
      "$owner restricts OAuth Apps, and $who is of one that it has not approved. Use a fine-grained token ($right) or a GitHub App." ;;
    *'Resource not accessible'*) wanted=$(excerpt "$(header x-accepted-github-permissions)")
      problem 'A token lacks a permission' \
        "GitHub knows $who, but it lacks $right on $repo${wanted:+ (GitHub asks for: $wanted)}. Grant it, then re-run all jobs." ;;
    *) message=${message:-no reason given}
      problem 'GitHub refused a token' "GitHub refused $who for $repo (403): ${message%.}." ;;
  esac
}

# An owner refuses a token for all repositories at once: told_once says it so.
refuse() { printf '%s\t%s\n' "$(problem "$1" "$2")" "$repo"; } # title text

# The same record once, with the repositories that it concerns.
told_once() { # records
  awk -F '\t' '
    { record = $1 FS $2 FS $3 }
    !(record in place) { place[record] = ++n; records[n] = record }
    NF > 3 && !said[$0]++ { repositories[place[record]] = repositories[place[record]] ", " $4 }
    END { for (i = 1; i <= n; i++) print records[i] (i in repositories ? " It concerns " substr(repositories[i], 3) "." : "") }' <<<"$1"
}

# The answer may hold any address: only one of GitHub's own settings is passed on.
url_to_shorten() {
  local own="${GITHUB_SERVER_URL#*://}(/settings/[a-z-]*tokens/[0-9]+)"
  if [[ $message =~ $own ]]; then echo "$GITHUB_SERVER_URL${BASH_REMATCH[1]}"; else echo "$GITHUB_SERVER_URL/settings/tokens"; fi
}

explain_not_found() {
  [ "$credential" != - ] || { report_private; return; }
  inquire "$GITHUB_SERVER_URL" request_git || return
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
  refuse 'A token lacks single sign-on' \
    "GitHub knows $who, but it is not authorized for single sign-on of $owner. Its owner opens $GITHUB_SERVER_URL/settings/tokens, Configure SSO, Authorize $owner, then re-runs all jobs. (Regenerating it or editing its scopes takes that away.)"
}

report_empty() { problem 'A repository is empty' "$repo is empty: push a first commit."; }

report_unknown_ref() {
  [ -z "$otherwise" ] || { take_other_ref; return; }
  problem 'A ref does not exist' "$repo has no branch, tag or commit '$ref'. Push it, or ${written:-declare another ref}."
}

# Its reason is one word, such as dmca or tos.
report_blocked() {
  local reason
  reason=$(grep -aoE '"reason" *: *"[a-z_-]{1,40}"' "$base.body" | head -n 1 | cut -d '"' -f 4)
  problem 'A repository is blocked' "GitHub has blocked $repo for everybody${reason:+ ($reason)}; its page tells why. Declare another repository until then; nothing is wrong with $who."
}

report_unexpected() {
  local said
  read -r said <<<"$(excerpt "$(json message) $(header location)")"
  blameless 'GitHub gave an unexpected answer' "For $repo GitHub answered $status${said:+: ${said%.}}."
}

report_stranger() {
  local target
  target=$(excerpt "$(header location)")
  blameless 'Something else answers for GitHub' \
    "What answered $status for $repo${target:+, and leads to $target,} is not GitHub, but a network's login, a proxy or a firewall. Let the runner reach $GITHUB_API_URL and $GITHUB_SERVER_URL." 'then'
}

report_proxy_login() {
  blameless 'A proxy wants a login' "The proxy of the runner wants a user and a password (407). Set them in its https_proxy." 'then'
}

report_unreachable() { # url [title whom]
  local title='GitHub could not be reached' cure='Where a proxy opens connections, install its certificate on the runner.'
  [ -e "$base.trouble" ] || { report_broken_off; return; }
  case ${failure-}/$(cat "$base.trouble") in
    */*'e 407'*) report_proxy_login; return ;;
    2/* | 12[67]/*) problem 'A program is missing' "The runner's curl does not run, or is too old: $(trouble). Install another."; return ;;
    23/* | 63/* | */*'Too large'*) report_too_much "$1"; return ;;
    77/*) cure='The runner lacks the certificates by which it would know: install ca-certificates.' ;;
    60/*expired* | 60/*'not yet valid'*) cure="On the runner it is $(date -u '+%Y-%m-%d %H:%M') UTC. If that is wrong, set its clock; otherwise the certificate is out of date." ;;
    51/* | 60/*) ;;
    *) blameless "${2:-$title}" "${3:-GitHub} could not be reached at $1: $(trouble).$(why_unreachable "$1")"; return ;;
  esac
  blameless 'A connection is not trusted' "The runner does not trust who answers at $1: $(trouble). $cure" 'then'
}

why_unreachable() { # url
  local host=${1#*://} said proxy='The proxy of the runner (https_proxy)' nobody='nothing listens there, or a firewall refuses the way.'
  host=${host%%[:/]*} said=$(cat "$base.trouble")
  case ${failure-}/$said in
    */*'Unsupported proxy'*) echo " $proxy is no address." ;;
    5/*) echo " $proxy has a name that no name server knows." ;;
    6/*) echo ' No name server of the runner knows that name.' ;;
    7/*) if [[ -z "${https_proxy-}${HTTPS_PROXY-}${all_proxy-}${ALL_PROXY-}" || $said == *"to $host port"* && $said != *' via '* ]]; then echo " N${nobody#n}"; else echo " $proxy is not reached: $nobody"; fi ;;
    28/*) echo ' Nothing came in time: GitHub or a proxy is slow, or a firewall drops what is sent.' ;;
    */*CONNECT*\ 50[0-9]* | */*\ 50[0-9]*CONNECT*) echo " $proxy does not reach it." ;;
    */*CONNECT*) echo " $proxy refuses the way." ;;
    */*'wrong version number'* | */*HTTP/0.9*) echo ' What answers there is something else: it speaks another protocol.' ;;
    16/* | 18/* | 35/* | 5[256]/* | 92/*) echo ' The connection was cut.' ;;
  esac
}

report_too_much() { # url
  if is_foreign; then report_stranger
  elif [ "${failure-}" = 23 ] && [ "$(wc -c <"$base.body")" -lt 4194304 ]; then report_broken_off
  else problem 'An answer is too large' "The answer of $1 is larger than what the guard reads: 16 MiB of a file, 4 MiB otherwise. Declare a smaller file, or see what stands between the runner and GitHub."; fi
}

report_broken_off() {
  problem 'The guard broke off' "$repo was not checked to its end: the runner's disk is full (${work%/*}), or a process was ended. Nothing is known to be wrong with its credential. Make room, then re-run all jobs."
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

# Without date, whose GNU, BSD and busybox read no format alike. A year begins in March, so that a leap day is its last.
epoch_of() {
  local form='^([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) (UTC|([-+])([0-9]{2})([0-9]{2}))$' year month days
  [[ $1 =~ $form ]] || return
  set -- "${BASH_REMATCH[@]:1}"
  month=$(((10#$2 + 9) % 12)) year=$((10#$1 - (10#$2 < 3)))
  days=$((year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + 10#$3 - 719469))
  echo $((days * 86400 + 10#$4 * 3600 + 10#$5 * 60 + 10#$6 - ${8-}1 * (10#0${9-} * 3600 + 10#0${10-} * 60)))
}
