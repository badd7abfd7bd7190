# The commands that stand behind a script of ours, to be run as the runner would run them alone.
behind=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/behind.XXXXXX") || exit 1
trap 'rm -rf "$behind"' EXIT

take_commands() { tail -n "+$1" "$0" >"$behind/commands.sh"; } # line

run_commands_taken() (
  if [ -n "$given_locale" ]; then LC_ALL=$given_locale; else unset LC_ALL; fi
  exec "$BASH" --noprofile --norc -e -o pipefail "$behind/commands.sh"
)
