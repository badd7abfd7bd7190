# A rehearsal of pull requests, in front of the guard. From a fork and from Dependabot, which also pushes branches, GitHub
# hands no secrets on: what cannot be built without is left out, and the guard asks for none of it.
# HEAD_REPOSITORY: where the branch lies. LEGS: `job/platform NAME,NAME,...` a line, the required secrets that it needs.
# READ_WITH: `id NAME,NAME` a line, the secrets that a repository or a dependency is read with.

rehearse() {
  local unrehearsed='' cause=''
  if [ "$GITHUB_EVENT_NAME" = pull_request ]; then
    GITHUB_REF_NAME=pr-${GITHUB_REF_NAME%%/*} # what all is named after; it was NUMBER/merge
    printf '## Rehearsal of pull request %s\n\nBranch %s of %s into %s\n\n' "${GITHUB_REF_NAME#pr-}" \
      "$(plain "$GITHUB_HEAD_REF")" "$(plain "${HEAD_REPOSITORY:-a fork that is gone}")" "$(plain "$GITHUB_BASE_REF")" | to_summary
    [ "$HEAD_REPOSITORY" = "$GITHUB_REPOSITORY" ] || cause='pull requests of forks'
  fi
  [ "$GITHUB_ACTOR" != 'dependabot[bot]' ] || cause=${cause:-Dependabot}
  [ -z "$cause" ] || leave_out
  [ -z "${LEGS-}" ] || echo "unrehearsed=${unrehearsed:-none}" >>"${GITHUB_OUTPUT:-/dev/stdout}"
}

leave_out() {
  local leg names
  while read -r leg names; do
    all_set "$names" && continue
    unrehearsed+="${unrehearsed:+ }$leg"
    say notice 'A leg is not rehearsed' "$leg needs ${names//,/, }, and GitHub hands no secrets on to $cause. Rehearse it on a branch of your own in $GITHUB_REPOSITORY, or by hand."
  done <<<"${LEGS-}"
  SECRETS=$(readable_lines "${SECRETS-}" needed_secrets)
  REPOSITORIES=$(readable_lines "$REPOSITORIES" reading_secrets)
}

# Those of which all secrets are set.
readable_lines() { # lines, function that names the secrets of one
  local line
  while IFS= read -r line; do
    [ -z "$line" ] || ! all_set "$("$2" "$line")" || printf '%s\n' "$line"
  done <<<"$1"
}

needed_secrets() { [[ $1 != required* ]] || cut -d ' ' -f 3 <<<"$1"; } # line of SECRETS

reading_secrets() { awk -v id="${1%% *}" '$1 == id { print $2 }' <<<"${READ_WITH-}"; } # line of REPOSITORIES

all_set() { # NAME,NAME,...
  local name
  for name in ${1//,/ }; do
    is_set "$name" || return 1
  done
}

rehearse
