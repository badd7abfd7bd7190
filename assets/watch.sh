# The watch, in front of the guard: what will keep a tag from being built in weeks fails today. On a tag the guard is as ever.
# RUNNERS: `label from since ending successor` a line, runners that GitHub takes away. From `from` on it is time to say so.

check_runners() {
  local label from since ending successor today
  today=$(date -u +%Y-%m-%d)
  while read -r label from since ending successor; do
    [ -z "$label" ] || [[ $today < $from ]] || problem 'A runner goes away' \
      "GitHub takes the runner $label away on $ending, and jobs may fail from $since on. ${successor:+Use $successor in the declaration.}"
  done <<<"${RUNNERS-}"
}

if [ "$GITHUB_REF_TYPE" != tag ]; then
  # What these are is called below.
  for name in check_secrets warning conclude; do eval "before_$(declare -f $name)"; done

  check_secrets() {
    before_check_secrets
    check_runners
  }

  # Nobody reads a warning here before the next tag. What is so for good is none of the watch.
  warning() { # title text
    case $1 in
      'Attestation needs'*) before_warning "$@" ;;
      *) problem "$@" ;;
    esac
  }

  # A line of a finding begins with its level, so that none ends the output.
  conclude() { # records
    printf 'findings<<end\n%s\nend\n' "$(grep '^error' <<<"$1" | sort -u)" >>"${GITHUB_OUTPUT:-/dev/stdout}"
    before_conclude "$1"
  }
fi
