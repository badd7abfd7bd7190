# The commands that stand behind a script of ours, to be run as the runner would run them alone.
given_locale=${LC_ALL-}
behind=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/behind.XXXXXX") || exit 1
trap 'rm -rf "$behind"' EXIT

take_commands() { tail -n "+$1" "$0" >"$behind/commands.sh"; } # line

run_commands_taken() (
  locale=(-u LC_ALL)
  [ -z "$given_locale" ] || locale=("LC_ALL=$given_locale")
  exec env "${locale[@]}" "$BASH" --noprofile --norc -e -o pipefail "$behind/commands.sh"
)
