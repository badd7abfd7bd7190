# Asks Apple's notary service again where it fails for a reason that passes, and says why it refuses: a directory in
# front of PATH has an `xcrun` for whatever calls `notarytool submit` or `stapler staple`, which needs a ticket that
# can take a moment. What the caller reads is the last answer, as it came.
# SIGNING_NOTARY: `option variable` a line, options as notarytool calls them. SIGNING_WAITS: seconds between tries.

is_notarizing() {
  local variable
  while read -r _ variable; do
    [ -n "${!variable-}" ] || return
  done <<<"${SIGNING_NOTARY-}"
}

hold_xcrun() {
  mkdir "$signing/bin" && {
    printf '#!%s\n' "$BASH"
    declare -f one_line record problem notice run_xcrun submit again ask passes answers excerpt judge report_issues who_asks get_log issues field
    printf 'run_xcrun "$@"\n'
  } >"$signing/bin/xcrun" && chmod +x "$signing/bin/xcrun" && export PATH="$signing/bin:$PATH"
}

# --- in a program of its own

run_xcrun() {
  local bin=${0%/*} xcrun answer status
  export LC_ALL=C
  while IFS= read -r xcrun; do
    [ "$xcrun" -ef "$0" ] || break
  done <<<"$(type -aP xcrun)"
  answer="$bin/answer.$$"
  case "${1-} ${2-}" in
    'notarytool submit') submit "$@" >>"$bin/../records" ;;
    'stapler staple') ask true "$@" ;;
    *) exec "$xcrun" "$@" ;;
  esac
  cat "$answer"
  cat "$answer.err" >&2
  exit "$status"
}

submit() {
  local argument file=''
  for argument; do
    case $argument in *.zip | *.dmg | *.pkg) file=${argument##*/} ;; esac
  done
  ask again "$@"
  judge "$@"
}

again() { passes && notice 'Notarizing is tried again' "$file: $(excerpt)"; }

ask() { # whether-again the arguments
  local wait again=$1
  shift
  for wait in ${SIGNING_WAITS:-30 120} ''; do
    "$xcrun" "$@" >"$answer" 2>"$answer.err"
    status=$?
    if [ "$status" -eq 0 ] || [ -z "$wait" ] || ! "$again"; then return; fi
    sleep "$wait"
  done
}

answers() { grep -aqE "$1" "$answer" "$answer.err"; } # pattern

excerpt() { printf '%.400s' "$(one_line "$(cat "$answer.err" "$answer")" | tr -s ' ')"; }

# The network, and whatever is Apple's own trouble.
passes() {
  ! answers 'HTTP status code: 40[0-7]|"?status"? *: *"?(Invalid|Rejected)' &&
    answers 'NSURLErrorDomain Code=-(1001|100[3-9]|1200)|HTTPClientError|abortedUpload|MultipartUploadError|NWError|NIOConnectionError|[sS]tatus ?[cC]ode: *(Optional\()?(408|429|5[0-9][0-9])|timed out|[tT]emporarily unavailable|[tT]ry again|connection was lost|[cC]onnection reset|appears to be offline|Gateway Time-?out|Bad Gateway|Service Unavailable|Internal Server Error'
}

# Whatever the verdict is, notarytool ends well where there is one.
judge() { # the arguments of the submission
  if answers '"?status"? *: *"?(Invalid|Rejected)'; then
    report_issues "$@"
  elif [ "$status" -eq 0 ]; then
    return
  elif answers 'HTTP status code: 40[13]'; then
    problem 'Apple refused to notarize' "Apple does not let the account or the key notarize $file: $(excerpt)"
  elif passes; then
    problem 'Apple did not answer' "The notary service failed for $file, each time that it was asked: $(excerpt)"
  else
    problem 'Notarizing failed' "notarytool could not submit $file: $(excerpt)"
  fi
}

report_issues() { # the arguments of the submission
  local who=() id summary found
  id=$(grep -aoE '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}' "$answer" | head -n 1)
  who_asks "$@"
  get_log
  summary=$(field statusSummary <"$answer.log") found=$(issues)
  problem 'Apple did not notarize a file' "Apple did not notarize $file (submission $id)${summary:+: $summary}.$found"
}

who_asks() { # the arguments of the submission
  while [ $# -gt 0 ]; do
    case $1 in
      --key | -k | --key-id | -d | --issuer | -i | --apple-id | --password | --team-id | --keychain-profile | -p | --keychain) who+=("$1" "${2-}") ;;
      --key=* | --key-id=* | --issuer=* | --apple-id=* | --password=* | --team-id=* | --keychain-profile=* | --keychain=*) who+=("$1") ;;
    esac
    shift
  done
}

# It can take a moment.
get_log() {
  local wait
  for wait in ${SIGNING_WAITS:-30 120} ''; do
    "$xcrun" notarytool log "$id" "${who[@]}" >"$answer.log" 2>/dev/null && grep -aq '"jobId"' "$answer.log" && return
    [ -z "$wait" ] || sleep "$wait"
  done
}

# The first ones of the log: what and where.
issues() {
  local issue path
  tr '\n\r' '  ' <"$answer.log" | grep -aoE '\{[^{}]*"message"[^{}]*\}' | head -n 10 | while IFS= read -r issue; do
    path=$(field path <<<"$issue")
    printf ' %s%s' "$(field message <<<"$issue")" "${path:+ ($path)}"
  done
}

field() { grep -aoE "\"$1\" *: *\"([^\"\\]|\\\\.)*\"" | head -n 1 | sed -e 's/^[^:]*: *"//' -e 's/"$//' -e 's/\\\(.\)/\1/g'; } # name

! is_notarizing || hold_xcrun
