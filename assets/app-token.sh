# For a credential `app:ID`: a step before has put the token into TOKEN_<ID> and its outcome into OUTCOME_<ID>.
take_app_token() {
  local variable="TOKEN_$secret" outcome="OUTCOME_$secret"
  take_workflow_token # made anew for each job, as this one is
  token=${!variable-} who="the token of GitHub App $secret"
  case ${!outcome-} in
    success) [ -z "$token" ] || return 0 ;;
    skipped) [ -z "$records" ] || return 1 ;; # for want of a secret, which is said already
  esac
  ! problem 'A GitHub App token could not be created' \
    "The token of GitHub App $secret could not be created, see the step above. 401: client id and private key do not match. 404: the App is not installed on all of $(repositories_of "$credential"). 422: it lacks $right."
}

repositories_of() { # credential
  awk -v it="$1" '$4 == it && !said[$2]++ { printf "%s%s", comma, $2; comma = ", " }' <<<"$REPOSITORIES"$'\n'"${TARGETS-}"
}
