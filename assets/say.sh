# Says what is wrong in the log and in the summary. Fixed text, for bash 3.2 and later.
{ set +x; } 2>/dev/null # a trace would print tokens
set +e                  # the first failure must not hide the next
export LC_ALL=C         # bytes, and English from what is called

# Nothing that a name or an answer holds begins a line of its own.
one_line() { printf '%s' "$1" | tr '\000-\037\177' ' '; }

markdown() { printf '%s' "$1" | sed -e 's/[][\`*_|~]/\\&/g' -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'; }

# A title is letters, digits, spaces and hyphens: it needs no escape, and is an anchor. What a program has printed
# is kept out of the summary: where a secret in it is escaped, GitHub does not mask it.
say() { # level title text [printed]
  local text url=${DOC_URL:+$DOC_URL#$(printf '%s' "$2" | tr 'A-Z ' 'a-z-')}
  text=$(one_line "$3${4-}")
  printf '::%s title=%s::%s%s\n' "$1" "$2" "${text//%/%25}" "${url:+ See $url}"
  printf '\n- **%s: %s.** %s%s\n' "$1" "$2" "$(markdown "$(one_line "$3")")" "${url:+ [How to mend it]($url)}" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
}
