# SECRETS: `required|optional anchor NAME,NAME,... purpose` a line. SET_<NAME>: whether it is; values are not needed.

check_secrets() {
  local need anchor names about
  while read -r need anchor names about; do
    case $need in
      required) check_required ;;
      optional) check_all_or_none ;;
    esac
  done <<<"${SECRETS-}"
}

check_required() {
  local name
  for name in ${names//,/ }; do
    is_set "$name" || report_unset "$name" "$about"
  done
}

check_all_or_none() {
  local name present='' absent=''
  for name in ${names//,/ }; do
    if is_set "$name"; then present+=", $name"; else absent+=", $name"; fi
  done
  [ -z "$present" ] || [ -z "$absent" ] || problem 'A group of secrets is incomplete' \
    "$about is incomplete: set ${present#, }; missing ${absent#, }. Set all of them or none: $(set_command NAME).$(about_url)"
}

report_unset() { # name purpose
  problem 'A secret is not set' \
    "Secret $1 is not set, or is empty, in $GITHUB_REPOSITORY${ENVIRONMENT:+, environment $ENVIRONMENT}. What it is for: $2. Set it: $(set_command "$1").$(about_url)"
}

is_set() {
  local flag="SET_$1"
  [ "${!flag-}" = true ]
}

set_command() { printf 'gh secret set %s --repo %s%s' "$1" "$GITHUB_REPOSITORY" "${ENVIRONMENT:+ --env $ENVIRONMENT}"; }

about_url() { [ -z "${DOC_URL-}" ] || [ "${anchor:--}" = - ] || printf ' How to make it: %s#%s.' "$DOC_URL" "$anchor"; }
