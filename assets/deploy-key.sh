# For a credential `key:S`: KEY_S proves itself as git uses it, over ssh to the host whose keys GitHub's API names.
probe_with_key() {
  local variable="KEY_$secret" host=${GITHUB_SERVER_URL#*://}
  host=${host%%[:/]*}
  is_stored "${!variable-}" || return
  printf '%s\n' "${!variable}" >"$base.key"
  ssh-keygen -y -P '' -f "$base.key" </dev/null >/dev/null 2>&1 || { report_no_key; return; }
  trust_host && list_refs && resolve_ref
}

trust_host() {
  local token who cure status
  take_workflow_token
  ask "$GITHUB_API_URL/meta" application/json || return
  [ "$status" = 200 ] || { explain; return 1; }
  tr -d '\n' <"$base.body" | sed -nE 's/.*"ssh_keys" *: *\[([^]]*)\].*/\1/p' | tr ',' '\n' |
    sed -nE 's#^ *"([a-z0-9-]+ [A-Za-z0-9+/=]+)" *$#'"$host"' \1#p' >"$base.hosts"
  [ -s "$base.hosts" ] || { report_unexpected; return 1; }
}

list_refs() {
  GIT_SSH_COMMAND="ssh -F /dev/null -i '$base.key' -o IdentitiesOnly=yes -o IdentityAgent=none -o BatchMode=yes\
 -o StrictHostKeyChecking=yes -o UserKnownHostsFile='$base.hosts' -o GlobalKnownHostsFile=/dev/null -o ConnectTimeout=10 -o LogLevel=ERROR" \
    git ls-remote "ssh://git@$host/$repo.git" >"$base.refs" 2>"$base.trouble" </dev/null || { explain_git; return 1; }
}

# An annotated tag stands twice, the second time (^{}) with its commit.
resolve_ref() {
  local short=${ref#refs/} name commit='' sha='^[0-9a-f]{40}$' names
  names=("refs/$short^{}" "refs/$short")
  [[ $ref == refs/* ]] || names+=("refs/tags/$short^{}" "refs/tags/$short" "refs/heads/$short" "$ref")
  [ -s "$base.refs" ] || { report_empty; return; }
  [[ ! $ref =~ $sha ]] || commit=$ref # ssh lists tips only; the checkout sees whether there is such a commit
  for name in "${names[@]}"; do
    commit=${commit:-$(awk -v name="$name" '$2 == name { print $1 }' "$base.refs")}
  done
  [ -n "$commit" ] || { report_unknown_ref; return; }
  printf '%s' "$commit" >"$base.commit"
}

report_no_key() {
  problem 'A deploy key is not a private key' \
    "Secret $secret is not an unencrypted private key in OpenSSH or PEM form (lost line breaks?). Store the file again: $(set_command "$secret") <FILE."
}

explain_git() {
  local said settings="$GITHUB_SERVER_URL/$repo/settings/keys"
  said=$(excerpt "$(cat "$base.trouble")")
  case $said in
    *'Permission denied'*) problem 'A deploy key is not registered' \
      "The key in secret $secret is no deploy key of $repo, or $owner has switched deploy keys off. Add its public half: $settings." ;;
    *'Repository not found'*) problem 'A deploy key belongs to another repository' \
      "The key in secret $secret is a deploy key of another repository, and reads only that one. Make one for $repo: $settings." ;;
    *'connect to host'* | *'Could not resolve'*) report_unreachable "$host" ;;
    *) problem 'A deploy key could not be tried' "git could not read $repo with the key in secret $secret: $said." ;;
  esac
}
