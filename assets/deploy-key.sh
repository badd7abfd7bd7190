# For a credential `key:S`: KEY_S proves itself as git uses it, over ssh to the host whose keys GitHub's API names.
probe_with_key() {
  local variable="KEY_$secret" host=${GITHUB_SERVER_URL#*://} key said
  host=${host%%[:/]*} key=${!variable-}
  is_stored "$key" || return
  key=${key#"${key%%[![:space:]]*}"}
  printf '%s\n' "${key%"${key##*[![:space:]]}"}" >"$base.key" # as the checkout writes it
  said=$(ssh-keygen -y -P '' -f "$base.key" 2>&1 >/dev/null </dev/null) || { explain_key; return; }
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

list_refs() { with_key ls-remote "$(address)" >"$base.refs" || { explain_git; return 1; }; }

address() { printf 'ssh://git@%s/%s.git' "$host" "$repo"; }

# What ssh is told of stands where git runs: no path of the runner has to be quoted.
with_key() { # arguments of git
  local name=${base##*/}
  (cd "$work" && GIT_SSH_COMMAND="ssh -F /dev/null -i $name.key -o IdentitiesOnly=yes -o IdentityAgent=none -o BatchMode=yes\
 -o StrictHostKeyChecking=yes -o UserKnownHostsFile=$name.hosts -o GlobalKnownHostsFile=/dev/null -o ConnectTimeout=10 -o LogLevel=ERROR" \
    git "$@" </dev/null) 2>"$base.trouble"
}

# An annotated tag stands twice, the second time (^{}) with its commit.
resolve_ref() {
  local short=${ref#refs/} name commit='' sha='^[0-9a-f]{40}$' names
  names=("refs/$short^{}" "refs/$short")
  [[ $ref == refs/* ]] || names+=("refs/tags/$short^{}" "refs/tags/$short" "refs/heads/$short" "$ref")
  [ -s "$base.refs" ] || { report_empty; return; }
  [[ ! $ref =~ $sha ]] || { find_commit && commit=$ref; } || return
  for name in "${names[@]}"; do
    commit=${commit:-$(awk -v name="$name" '$2 == name { print $1 }' "$base.refs")}
  done
  [[ -n $commit || ! $ref =~ ^[0-9a-f]{4,39}$ ]] || written='write all 40 digits, if it is a commit: ssh finds none by fewer'
  [ -n "$commit" ] || { report_unknown_ref; return; }
  printf '%s' "$commit" >"$base.commit"
}

# ssh lists tips only. Any other commit is fetched, without its files.
find_commit() {
  ! grep -q "^$ref" "$base.refs" || return 0
  with_key init -q --bare "${base##*/}.git" &&
    with_key --git-dir="${base##*/}.git" fetch -q --depth=1 --filter=tree:0 "$(address)" "$ref" && return
  if grep -q 'not our ref' "$base.trouble"; then
    problem 'A ref does not exist' "$repo has no commit $ref. Push a branch or a tag that holds it, or ${written:-declare another ref}."
  else
    explain_git
  fi
  return 1
}

# The checkout mends no line break, and ssh reads CRLF in some forms of a key only.
explain_key() {
  local store
  store="Store the file again: $(set_command "$secret") <FILE."
  case $said:$key in
    *'incorrect passphrase'*) problem 'A deploy key has a passphrase' \
      "The key in secret $secret has a passphrase, which nobody can type in a run. Make one without: ssh-keygen -p -N '' -f FILE. $store" ;;
    *:ssh-* | *:ecdsa-* | *:sk-* | *'PUBLIC KEY'*) problem 'A public key is used as a deploy key' \
      "Secret $secret holds the public half of a key; $repo is read with the other one, whose file has no .pub in its name. Store that: $(set_command "$secret") <FILE." ;;
    *:-----BEGIN*$'\r'*) problem 'A deploy key has lost its line breaks' "The lines of the key in secret $secret end in CRLF, which ssh does not read. Let them end in LF. $store" ;;
    *:-----BEGIN*$'\n'*$'\n'*) report_no_key ;;
    *:-----BEGIN*) problem 'A deploy key has lost its line breaks' "The key in secret $secret stands in one line, and ssh reads it in its lines only. $store" ;;
    *) report_no_key ;;
  esac
}

report_no_key() { problem 'A deploy key is not a private key' "Secret $secret holds no private key in OpenSSH or PEM form, or a part of one. $store"; }

explain_git() {
  local said settings="$GITHUB_SERVER_URL/$repo/settings/keys"
  said=$(one_line "$(cat "$base.trouble")")
  case $said in
    *'Permission denied'*) problem 'A deploy key is not registered' \
      "The key in secret $secret is no deploy key of $repo, or $owner has switched deploy keys off. Add its public half: $settings." ;;
    *'Repository not found'*) problem 'A deploy key belongs to another repository' \
      "The key in secret $secret is a deploy key of another repository, and reads only that one. Make one for $repo: $settings." ;;
    *'Host key verification failed'* | *'IDENTIFICATION HAS CHANGED'*) problem 'A host key is not one of GitHub' \
      "What answered as $host has another host key than those that GitHub's API names: a proxy or a firewall may have answered in its place. Nothing is known to be wrong with the key in secret $secret, and it was not used. Let the runner reach $host itself." ;;
    *'connect to host'* | *'Could not resolve'*) report_unreachable "$host" ;;
    *) problem 'A deploy key could not be tried' "git could not read $repo with the key in secret $secret: $(excerpt "$said")." ;;
  esac
}
