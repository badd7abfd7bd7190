# Runs the commands behind it, which start what was packaged, for SMOKE_TEST_SECONDS at most. SMOKE_TEST_LEG: the
# platform. SMOKE_TEST_DOC_URL: the setup doc.
export -n SMOKE_TEST_SECONDS SMOKE_TEST_LEG SMOKE_TEST_DOC_URL # none of the app's business

# With all that it has started, also what is no program of bash's.
end_group() { # pid
  [ ! -r "/proc/$1/winpid" ] || taskkill //F //T //PID "$(cat "/proc/$1/winpid")" >/dev/null 2>&1
  kill -KILL -- "-$1" 2>/dev/null
}

last_lines() { tail -n 5 "$behind/log" | awk 'NF { printf "%s%.200s", said++ ? " | " : ". Its last lines: ", $0 }'; }

say_failed() { # what-became-of-it
  local commands said DOC_URL=$SMOKE_TEST_DOC_URL
  commands=$(printf '%.300s' "$(one_line "$(cat "$behind/commands.sh")")")
  said=$(last_lines)
  say error 'A smoke test failed' "On $SMOKE_TEST_LEG '$commands' $1${said:-, and printed nothing}."
}

smoke_test() { # line
  local pid end status='' became
  take_commands "$1"
  set -m # what it starts is of its own group
  run_commands_taken >"$behind/log" 2>&1 </dev/null &
  pid=$!
  set +m
  end=$((SECONDS + SMOKE_TEST_SECONDS))
  while kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -lt "$end" ]; do sleep 1; done
  if kill -0 "$pid" 2>/dev/null; then
    became="did not end within $SMOKE_TEST_SECONDS seconds" status=1
  else
    wait "$pid"
    status=$? became="ended with exit code $?"
  fi
  end_group "$pid"
  cat "$behind/log"
  [ "$status" -eq 0 ] || say_failed "$became"
  [ -z "$behind" ] || exit "$status" # always: what stands behind has been run
}

smoke_test $((LINENO + 1))
