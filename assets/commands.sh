# Runs the commands that stand behind it, as the runner would run them alone, and then what follows them.

run_commands() { # line
  local status follows
  $is_ready || exit 1
  tail -n "+$1" "$0" >"$signing/commands.sh"
  (
    umask "$given_umask"
    locale=(-u LC_ALL)
    [ -z "$given_locale" ] || locale=("LC_ALL=$given_locale")
    exec env "${locale[@]}" "$BASH" --noprofile --norc -e -o pipefail "$signing/commands.sh"
  )
  status=$?
  for follows in "${afterwards[@]}"; do
    [ "$status" -ne 0 ] || "$follows" || status=1
  done
  DOC_URL=${SIGNING_DOC_URL-}
  conclude "$(cat "$signing/records" 2>/dev/null)"
  [ -z "$signing" ] || exit "$status" # always: what stands behind has been run
}

run_commands $((LINENO + 1))
