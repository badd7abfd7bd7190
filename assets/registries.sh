# For a credential `npm:S` or `cargo:S`: TOKEN_S is tried at the registry, at the address in the place of the ref.
probe_registry() {
  local scheme='Bearer ' said
  [[ $credential != cargo:* ]] || scheme=''
  take_token || return
  : >"$base.commit"
  insist fetch "Authorization: $scheme$token" -H @- --proto "=${ref%%:*}" -H 'Accept: application/json' "$ref"
  case $failure in
    0 | 23 | 63) ;; # the status counts, however much lies there
    *) report_unreachable "$ref" 'A registry did not answer' "The registry $repo"; return ;;
  esac
  said="$repo answered $status for $ref with $who"
  case $status in
    200) ;;
    401) report_shut_out ;;
    403) problem 'A registry refuses a token' "$said: the registry knows it, and it may not read there. Grant it that, then re-run all jobs." ;;
    404) problem 'A registry does not show a package' "$said: it may not read there, or nothing lies there. Give it read access, or correct the declaration." ;;
    407) report_proxy_login ;;
    *) said=$(excerpt "$(header location)")
      blameless 'A registry did not answer' "The registry $repo answered $status for $ref${said:+, and leads to $said}." ;;
  esac
}
