# The watch, in front of the guard: what will keep a tag from being built in weeks fails today.
# RUNNERS: `label from since ending successor` a line, runners that GitHub takes away. From `from` on it is time to say so.

# What these two were is called below.
eval "ask_about_$(declare -f check_secrets)"
eval "finally_$(declare -f conclude)"

check_secrets() {
  ask_about_check_secrets
  check_runners
}

check_runners() {
  local label from since ending successor today
  today=$(date -u +%Y-%m-%d)
  while read -r label from since ending successor; do
    [ -z "$label" ] || [[ $today < $from ]] || problem 'A runner goes away' \
      "GitHub takes the runner $label away on $ending, and jobs may fail from $since on. ${successor:+Use $successor in the declaration.}"
  done <<<"${RUNNERS-}"
}

# Nobody reads a warning here before the next tag. What is so for good is none of the watch.
warning() { # title text
  case $1 in
    'Attestation needs'*) record warning "$1" "$2" ;;
    *) record error "$1" "$2" ;;
  esac
}

# A line of a finding begins with its level, so that none ends the output.
conclude() { # records
  printf 'findings<<end\n%s\nend\n' "$(grep '^error' <<<"$1" | sort -u)" >>"${GITHUB_OUTPUT:-/dev/stdout}"
  finally_conclude "$1"
}
