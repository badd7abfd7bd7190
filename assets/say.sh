# Says what is wrong in the log and in the summary. Fixed text, for bash 3.2 and later.
{ set +x; } 2>/dev/null # a trace would print tokens
set +e                  # the first failure must not hide the next
export LC_ALL=C         # bytes, and English from what is called

# Nothing that a name or an answer holds begins a line of its own.
one_line() { printf '%s' "$1" | tr '\000-\037\177' ' '; }

# What a name holds reads the same in Markdown. A comment keeps GitHub from making an address, a mention, an issue or a picture of it.
plain() {
  printf '%s' "$1" | sed -E -e 's/[][\`*_|~]/\\&/g' -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' \
    -e 's/[:@#]|[Ww]{3}|[Gg][Hh]-/&<!-- -->/g' -e 's/([:@#])<!-- --> /\1 /g' -e 's|\$|<span>&</span>|g'
}

# So does a message; an address of ours in it is a link, and stays whole.
markdown() {
  local text=$1 host=${GITHUB_SERVER_URL:-https://github.com} sign='A-Za-z0-9._~%/?&#!*+,:@=-' ours address
  ours="(${host//./\\.}/([$sign]*[A-Za-z0-9_~%/#*+=-])?|https://(www\\.githubstatus\\.com|community\\.chocolatey\\.org/packages))[.,:?&!@]*([^$sign]|\$)"
  while [[ $text =~ $ours ]]; do
    address=${BASH_REMATCH[1]}
    plain "${text%%"$address"*}"
    printf '<%s>' "$address"
    text=${text#*"$address"}
  done
  plain "$text"
}

# A title is letters, digits, spaces and hyphens: it needs no escape, and is an anchor. What a program has printed
# is kept out of the summary: where a secret in it is escaped, GitHub does not mask it.
say() { # level title text [printed]
  announce "$@"
  remark "$@" | to_summary
}

announce() {
  local text url
  text=$(one_line "$3${4-}") url=$(cure_url "$2")
  printf '::%s title=%s::%s%s\n' "$1" "$2" "${text//%/%25}" "${url:+ See $url}"
}

remark() {
  local url
  url=$(cure_url "$2")
  printf '\n- **%s: %s.** %s%s\n' "$1" "$2" "$(markdown "$(one_line "$3")")" "${url:+ [How to mend it]($url)}"
}

cure_url() { [ -z "${DOC_URL-}" ] || printf '%s#%s' "$DOC_URL" "$(printf '%s' "$1" | tr 'A-Z ' 'a-z-')"; } # title

# GitHub takes 1 MiB of a step, and of more nothing at all: lines that do not fit are counted. SUMMARY_BYTES: what is filled at most.
to_summary() {
  local file=${GITHUB_STEP_SUMMARY:-/dev/null} size
  size=$({ wc -c <"$file"; } 2>/dev/null)
  awk -v most="${SUMMARY_BYTES:-1000000}" -v size="$size" '
    (taken += length($0) + 1) <= most - size { print; next }
    NF { left++ }
    END { if (left && size < 1040000) printf "\nThe summary has no room for %d lines more; what is wrong is in the log.\n", left }' >>"$file"
}
