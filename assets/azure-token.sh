# GitHub's own token for Azure in a file, made anew while the build runs: it lives for minutes. SIGNING_RENEWAL: seconds between two.
azure_token="$signing/azure-token"

# The token that asks for it goes through stdin, for every process sees arguments.
ask_for_token() {
  local answer token
  answer=$(printf 'Authorization: Bearer %s\n' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" | curl -q -sS --proto "=${ACTIONS_ID_TOKEN_REQUEST_URL%%:*}" \
    --retry 2 --max-time 60 -f -H @- "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=api%3A%2F%2FAzureADTokenExchange" 2>"$signing/said") || return
  token=$(grep -aoE '"value" *: *"[A-Za-z0-9._-]+"' <<<"$answer" | cut -d '"' -f 4)
  [ -n "$token" ] || { echo 'its answer holds no token' >"$signing/said" && return 1; }
  printf '%s' "$token" >"$azure_token.new" && mv -f "$azure_token.new" "$azure_token"
}

renew_token() {
  trap 'kill $!; exit' TERM
  while true; do
    sleep "${SIGNING_RENEWAL:-120}" &
    wait $!
    ask_for_token
  done
}

hold_token() {
  [ -n "${AZURE_CLIENT_ID-}" ] || return 0
  if [ -z "${ACTIONS_ID_TOKEN_REQUEST_URL-}" ]; then
    unready 'GitHub gave no identity token' 'The job may not ask for one: it needs the permission id-token: write, which a run for a fork never has.'
  elif ! ask_for_token; then
    unready 'GitHub gave no identity token' "Azure is asked with one, and GitHub gave none: $(said). Nothing is known to be wrong with Azure. Re-run the failed jobs later."
  else
    AZURE_FEDERATED_TOKEN_FILE=$(native_path "$azure_token")
    export AZURE_FEDERATED_TOKEN_FILE
    export -n ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL # by which tokens for anybody are had
    renew_token </dev/null >/dev/null 2>&1 &
    token_renewal=$!
    undo+=(stop_renewal)
  fi
}

stop_renewal() { kill "$token_renewal"; } 2>/dev/null

hold_token
