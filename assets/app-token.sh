# For a credential `app:ID`: a step before has put the token into TOKEN_<ID>. Where it made none, the App itself asks GitHub why.
# APP_<ID>: `SECRET variable|secret NAME contents=read,...`: where its key and its client id are stored, and what the token is to do.
# CLIENT_ID_<ID>, PRIVATE_KEY_<ID>: what is stored there; the key only where there is no token.
take_app_token() {
  local variable="TOKEN_$secret"
  take_workflow_token # made anew for each job, as this one is
  token=${!variable-} who="the token of GitHub App $secret"
  [ -z "$token" ] || return 0
  ! mkdir "$work/$secret.app" 2>/dev/null || explain_app "$secret" # once for all that it opens
  return 1
}

explain_app() { # ID
  local secret kind name rights variable="APP_$1" client='' key='' slug='' allowed='' granted='' settings='' absent='' skewed=''
  read -r secret kind name rights <<<"${!variable-}"
  variable=CLIENT_ID_$1
  read -r -d '' client <<<"${!variable-}" # the step before trims it, too
  variable=PRIVATE_KEY_$1 key=${!variable-}
  key=${key//'\n'/$'\n'} # as the step before reads it
  who="the GitHub App whose key is in secret $secret"
  is_stored "$key" && is_client_id && is_app_key || return
  command -v openssl >/dev/null || { report_no_app_token 'See the step above. 401: client id and private key do not match. 404: the App is not installed there. 422: it lacks a right.'; return; }
  find_app "$(date +%s)" && find_installation && has_rights && [ -z "$absent" ] || return
  report_no_app_token 'The App is installed there and has these rights: see the log of the step above, and re-run all jobs.'
}

report_no_app_token() { # why
  rights=${rights//,/, }
  problem 'A GitHub App token could not be created' \
    "No token was made by $who, which is to open $(opened_by_app) with ${rights//=/: }. $1"
}

opened_by_app() { # in the words of REPOSITORIES and TARGETS
  awk -v it="$credential" -v here="$GITHUB_REPOSITORY" '$4 == it { one = $2 == "self" ? here : $2; if (!said[one]++) { printf "%s%s", comma, one; comma = ", " } }' \
    <<<"$REPOSITORIES"$'\n'"${TARGETS-}"
}

# --- what is stored

is_client_id() {
  case $client in
    '') if [ "$kind" = secret ]; then secret=$name is_stored ''; else
      problem 'A client id is not set' \
        "The variable $name is not set, or is empty, in $GITHUB_REPOSITORY. It holds the client id of $who, which stands in the settings of the App. Set it: $(client_command)."
    fi ;;
    *[!A-Za-z0-9._-]*) report_no_client_id 'holds a space, a line break or another character of no client id' ;;
    *) return 0 ;;
  esac
  return 1
}

client_command() { printf 'gh %s set %s --repo %s' "$kind" "$name" "$GITHUB_REPOSITORY"; }

report_no_client_id() { # why
  problem 'A client id belongs to no GitHub App' \
    "The $kind $name $1. The client id of $who stands in the settings of the App, and begins with Iv. Store it again: $(client_command)."
}

is_app_key() {
  case $key in
    *'PUBLIC KEY'* | ssh-*) report_no_app_key 'is a public key' ;;
    *[\ ,]ENCRYPTED*) report_no_app_key 'has a passphrase' ;;
    *'BEGIN OPENSSH'*) report_no_app_key 'is a key for ssh' ;;
    *'PRIVATE KEY-----'*$'\n'*$'\n'*) return 0 ;;
    *'PRIVATE KEY-----'*) report_no_app_key 'has lost its line breaks' ;;
    *) report_no_app_key 'does not begin with -----BEGIN, as one does' ;;
  esac
  return 1
}

report_no_app_key() { # why
  problem 'A GitHub App has no private key' \
    "Secret $secret holds no private key of a GitHub App: what it holds $1. Make one in the settings of the App and store the whole file: $(set_command "$secret") <FILE."
}

# --- what GitHub says to the App

# It has begun a minute ago, for clocks differ. openssl reads a key from a file only.
sign_in() { # seconds since 1970
  token=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url).$(printf '{"iat":%d,"exp":%d,"iss":"%s"}' $(($1 - 60)) $(($1 + 300)) "$client" | base64url)
  printf '%s\n' "$key" >"$base.pem"
  printf '%s' "$token" | openssl dgst -sha256 -sign "$base.pem" -passin pass: -binary >"$base.signature" 2>/dev/null || { report_no_app_key 'cannot be read'; return 1; }
  token+=.$(base64url <"$base.signature")
}

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '=\r\n'; }

ask_as_app() { # path
  ask "$GITHUB_API_URL/$1" application/vnd.github+json || return
  is_github || { explain; return 1; }
}

find_app() { # seconds since 1970, GitHub's if it says them
  sign_in "$1" && ask_as_app app || return
  case $status$(json message) in
    200*) slug=$(json slug | tr -cd A-Za-z0-9-) allowed=$(rights_in_answer); return 0 ;;
    404*) report_no_client_id 'holds the client id of no App that GitHub knows' ;;
    401*"'Issued at'"* | 401*"'Expiration time'"*) mend_clock && return ;;
    *) explain_app_answer ;;
  esac
  return 1
}

# The step before has gone by GitHub's clock, too.
mend_clock() {
  local level=problem now at
  at=$(header date)
  [ -n "$skewed" ] || ! now=$(epoch_of_header "$at") || level=warning
  $level 'The clock of the runner is wrong' "At GitHub it is $(excerpt "$at"), and on the runner $(date -u '+%a, %d %b %Y %H:%M:%S') GMT. A GitHub App signs in with the time in hand. Set the runner's clock."
  skewed=true
  [ "$level" = warning ] && find_app "$now"
}

epoch_of_header() { # Thu, 26 Nov 2026 16:42:16 GMT
  local month=JanFebMarAprMayJunJulAugSepOctNovDec form='^..., ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9:]{8}) GMT$'
  [[ $1 =~ $form ]] || return
  month=${month%%"${BASH_REMATCH[2]}"*}
  epoch_of "$(printf '%s-%02d-%s %s UTC' "${BASH_REMATCH[3]}" $((${#month} / 3 + 1)) "${BASH_REMATCH[1]}" "${BASH_REMATCH[4]}")"
}

explain_app_answer() {
  case $status$(json message) in
    401*) problem 'A GitHub App and its key do not match' \
      "GitHub rejected how $who signs in (401): the key is not, or no longer, one of the App whose client id is in the $kind $name. Store both of one App: $(set_command "$secret") <FILE and $(client_command)." ;;
    403*'installation has been suspended'*) report_suspended ;;
    *) explain ;;
  esac
}

report_suspended() {
  problem 'A GitHub App is suspended' "GitHub App $slug is suspended for $owner. Unsuspend it: ${settings:-$GITHUB_SERVER_URL/settings/installations}."
}

find_installation() {
  local one
  for one in $(opened_by_app | tr -d ,); do
    ask_as_app "repos/$one/installation" || return
    case $status in
      200) read_installation || return ;;
      404) absent+=", $one" ;;
      30[1278]) problem 'A repository was renamed' "$one was renamed or moved. Update the declaration."; return 1 ;;
      *) explain_app_answer; return 1 ;;
    esac
  done
  [ -n "$granted" ] || find_owner || return
  [ -z "$absent" ] || problem 'A GitHub App is not installed on a repository' \
    "GitHub App $slug is installed for $owner, but not on ${absent#, }; or there is none under that name. Add it to the repositories of the App: $settings."
}

# By its name: an organization, or a user.
find_owner() {
  ask_as_app "users/$owner/installation" || return
  case $status in
    200) read_installation && return ;;
    404) problem 'A GitHub App is not installed for an owner' \
      "GitHub App $slug is not installed for $owner. Install it on $(opened_by_app): $GITHUB_SERVER_URL/apps/$slug/installations/new." ;;
    *) explain_app_answer ;;
  esac
  return 1
}

read_installation() {
  local own="^$GITHUB_SERVER_URL/[A-Za-z0-9/_-]+\$"
  settings=$(json html_url) granted=$(rights_in_answer)
  [[ $settings =~ $own ]] || settings=$GITHUB_SERVER_URL/settings/installations
  [ -z "$(json suspended_at)" ] || ! report_suspended
}

rights_in_answer() { tr -d '\n' <"$base.body" | grep -aoE '"permissions" *: *\{[^}]*' | head -n 1; }

# Of those that the App asks for, an owner accepts or does not.
has_rights() {
  local right asked='' lacking=''
  for right in ${rights//,/ }; do
    has_right "$granted" "$right" || if has_right "$allowed" "$right"; then asked+=", ${right/=/: }"; else lacking+=", ${right/=/: }"; fi
  done
  [ -z "$lacking" ] || problem 'A GitHub App lacks a permission' \
    "GitHub App $slug lacks ${lacking#, }. Grant it in the settings of the App, Permissions, and accept it for $owner: $settings."
  [ -z "$asked" ] || problem 'A permission of a GitHub App is not accepted' \
    "GitHub App $slug asks for ${asked#, }, and nobody has accepted that for $owner yet. Accept it: $settings."
  [ -z "$lacking$asked" ]
}

has_right() { # permissions right=access
  local access
  access=$(grep -oE "\"${2%=*}\" *: *\"[a-z]+" <<<"$1" | sed 's/.*"//')
  case $access=${2#*=} in admin=* | write=* | read=read) ;; *) return 1 ;; esac
}
