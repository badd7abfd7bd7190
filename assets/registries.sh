# For a credential `npm:S` or `cargo:S`: TOKEN_S is tried at the registry, at the address in the place of the ref.
probe_registry() {
  local scheme='Bearer ' said
  [[ $credential != cargo:* ]] || scheme=''
  take_token || return
  : >"$base.commit"
  fetch "Authorization: $scheme$token" -H @- --proto "=${ref%%:*}" -H 'Accept: application/json' "$ref" ||
    { no_answer "could not be reached: $(excerpt "$(cat "$base.trouble")")."; return; }
  said="$repo answered $status for $ref with $who"
  case $status in
    200) ;;
    401) problem 'A registry rejected a token' "$said: it is expired, revoked or mistyped. $cure" ;;
    403) problem 'A registry refuses a token' "$said: the registry knows it, and it may not read there. Grant it that, then re-run all jobs." ;;
    404) problem 'A registry does not show a package' "$said: it may not read there, or nothing lies there. Give it read access, or correct the declaration." ;;
    *) no_answer "answered $status for $ref." ;;
  esac
}

no_answer() { blameless 'A registry did not answer' "The registry $repo $1"; }
