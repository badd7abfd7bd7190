# Runs the commands behind it, which start what was packaged, for SMOKE_TEST_SECONDS at most, and until they have
# printed too much. SMOKE_TEST_LEG: the platform. SMOKE_TEST_DOC_URL: the setup doc.
export -n SMOKE_TEST_SECONDS SMOKE_TEST_LEG SMOKE_TEST_DOC_URL # none of the app's business

# With all that it has started, also what is no program of bash's.
end_group() { # pid
  [ ! -r "/proc/$1/winpid" ] || taskkill //F //T //PID "$(cat "/proc/$1/winpid")" >/dev/null 2>&1
  { kill -KILL -- "-$1" && wait "$1"; } 2>/dev/null
}

# Whole ones, of the last 2000 bytes: of a part of a secret GitHub masks nothing.
last_lines() {
  { echo && cat "$behind/log"; } | tail -c 2000 | tr '\r\000' '\n ' | awk '
    NR > 1 && NF { line[++n] = $0 }
    END { for (i = n > 5 ? n - 4 : 1; i <= n; i++) printf "%s%s%s", (said++ ? " | " : " Its last lines: "), line[i], (i < n ? "" : ".") }'
}

say_failed() { # what-became-of-it
  local commands said='' DOC_URL=$SMOKE_TEST_DOC_URL
  commands=$(printf '%.300s' "$(one_line "$(cat "$behind/commands.sh")")")
  [ -s "$behind/log" ] || said=', and printed nothing'
  echo # GitHub reads no command behind what was left on a line
  say error 'A smoke test failed' "On $SMOKE_TEST_LEG '$commands' $1$said." "$(last_lines)"
}

smoke_test() { # line
  local pid end most=10000000 status=1 became
  take_commands "$1"
  : >"$behind/log" # there before anybody looks how long it is
  set -m # what it starts is of its own group
  run_commands_taken >"$behind/log" 2>&1 </dev/null &
  pid=$!
  set +m
  end=$((SECONDS + SMOKE_TEST_SECONDS))
  while kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -lt "$end" ] && [ "$(wc -c <"$behind/log")" -lt "$most" ]; do sleep 1; done
  if ! kill -0 "$pid" 2>/dev/null; then
    wait "$pid"
    status=$? became="ended with exit code $?"
  elif [ "$SECONDS" -lt "$end" ]; then
    became="printed more than $((most / 1000000)) MB"
  else
    became="did not end within $SMOKE_TEST_SECONDS seconds"
  fi
  end_group "$pid"
  tail -c "$most" "$behind/log"
  [ "$status" -eq 0 ] || say_failed "$became"
  [ -z "$behind" ] || exit "$status" # always: what stands behind has been run
}

smoke_test $((LINENO + 1))
