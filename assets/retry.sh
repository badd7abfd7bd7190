# Runs the commands behind it, and again where they fail: RETRY_ATTEMPTS times at most, RETRY_SECONDS apart, and
# RETRY_REASON says why. RETRY_LEG: the platform. RETRY_DOC_URL: the setup doc.
export -n RETRY_ATTEMPTS RETRY_SECONDS RETRY_REASON RETRY_LEG RETRY_DOC_URL # none of the build's business

say_again() { # attempt exit-code
  local DOC_URL=$RETRY_DOC_URL
  say warning 'A build failed and is tried again' \
    "Attempt $1 of $RETRY_ATTEMPTS on $RETRY_LEG ended with exit code $2. The next one begins in $RETRY_SECONDS seconds. Why it is tried again: $RETRY_REASON"
}

retry_commands() { # line
  local attempt=1 status
  take_commands "$1"
  until run_commands_taken; do
    status=$?
    [ "$attempt" -lt "$RETRY_ATTEMPTS" ] || exit "$status"
    say_again "$attempt" "$status"
    sleep "$RETRY_SECONDS"
    attempt=$((attempt + 1))
  done
  [ -z "$behind" ] || exit 0 # always: what stands behind has been run
}

retry_commands $((LINENO + 1))
