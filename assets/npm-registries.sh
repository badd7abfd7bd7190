# Writes the user's .npmrc of the steps that install: what stood in it, and each registry with the variable of its
# token, which only those steps have. NPM_REGISTRIES: `scope address variable` a line, `-` for all scopes.
umask 077
file=$(mktemp "$RUNNER_TEMP/npmrc.XXXXXX")
given=${NPM_CONFIG_USERCONFIG:-$HOME/.npmrc}
{
  [ ! -f "$given" ] || { cat "$given" && echo; }
  while read -r scope address variable; do
    [ "$scope" = - ] || printf '%s:' "$scope"
    printf 'registry=%s\n//%s:_authToken=%s\n' "$address" "${address#https://}" "\${$variable}"
  done <<<"$NPM_REGISTRIES"
} >"$file"
printf 'userconfig=%s\n' "$file" >>"$GITHUB_OUTPUT"
