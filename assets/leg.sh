# A leg's first step: what the guard handed on has arrived, and the secrets of the leg's environment are set.
# REQUIRED_OUTPUTS holds a line `name=value` for each output of the guard.
: "${REQUIRED_OUTPUTS:?names no output of the guard}"

# A checkout with an empty ref builds the default branch, silently.
check_outputs() {
  local line empty=''
  while IFS= read -r line; do
    [[ $line == *= && ${line%=} != *=* ]] && ! may_be_empty "${line%=}" && empty+=", ${line%=}"
  done <<<"$REQUIRED_OUTPUTS"
  [ -n "$empty" ] || return 0
  say error 'An output of the guard arrived empty' \
    "Empty: ${empty#, }. GitHub empties a job output that contains the value of a secret, so the value of some secret of $GITHUB_REPOSITORY, perhaps a very short one such as 1 or true, is part of it. Give that secret another value or delete it, then re-run all jobs."
  return 1
}

# A rehearsal on a branch has no tag.
may_be_empty() { # name
  case $1 in
    tag | version) [[ $'\n'$REQUIRED_OUTPUTS$'\n' == *$'\nreal=false\n'* ]] ;;
    *) false ;;
  esac
}

status=0
check_outputs || status=1
[ -z "${SECRETS-}" ] || conclude "$(check_secrets)" || status=1
[ $status -eq 0 ]
