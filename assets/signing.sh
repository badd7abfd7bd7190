# Begins what is done for signing around the commands of a build. SIGNING_DOC_URL: the setup doc.
export -n SIGNING_DOC_URL SIGNING_FILES SIGNING_CERTIFICATES SIGNING_NOTARY SIGNING_ARTIFACTS # none of the build's business
given_locale=${LC_ALL-} given_umask=$(umask) undo=() afterwards=() is_ready=true
umask 077
signing=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/signing.XXXXXX") || exit 1

# Whatever became of the commands.
end_signing() {
  local i
  for ((i = ${#undo[@]} - 1; i >= 0; i--)); do "${undo[i]}"; done
  rm -rf "$signing"
}
trap end_signing EXIT

# The commands will not run, but what else is wrong is said as well.
unready() { # title text
  local DOC_URL=${SIGNING_DOC_URL-}
  say error "$1" "$2"
  is_ready=false
}

# What programs of Windows take for a path.
native_path() { if command -v cygpath >/dev/null; then cygpath -w "$1"; else printf '%s\n' "$1"; fi; }

# Not every `base64` minds what is no base64.
decode() { # variable
  local text
  text=$(printf '%s' "${!1}" | tr -d '[:space:]')
  [[ $text =~ ^[A-Za-z0-9+/]+=?=?$ ]] && [ $((${#text} % 4)) -eq 0 ] && printf '%s' "$text" | base64 --decode
}

set_again() { printf 'Set it again: base64 <FILE | gh secret set %s --repo %s.' "$1" "${GITHUB_REPOSITORY-}"; } # secret

said() { printf '%.300s' "$(one_line "$(cat "$signing/said")")"; }
