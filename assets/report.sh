# Problems are collected as records, one a line, and said once: as annotations and in the summary.
# Fixed text for bash 3.2 and later; every value comes through the environment.
{ set +x; } 2>/dev/null # a trace would print tokens
set +e                  # a failure is collected and must not end the run before the others are known
export LC_ALL=C         # bytes, and English from curl, git and ssh
umask 077

problem() { record error "$1" "$2"; }
warning() { record warning "$1" "$2"; }
notice() { record notice "$1" "$2"; }

# A record is one line, so that nothing a tag or an answer holds begins a line of its own.
record() { printf '%s\t%s\t%s\n' "$1" "$2" "$(printf '%s' "$3" | tr '\000-\037\177' ' ')"; }

# What others wrote is shortened to what can be read.
excerpt() { printf '%s' "$1" | tr '\000-\037\177' ' ' | tr -cd ' -~' | cut -c 1-300; }

# The setup doc has one heading for each title.
help_url() { [ -z "${DOC_URL-}" ] || printf '%s#%s' "$DOC_URL" "$(printf '%s' "$1" | tr 'A-Z ' 'a-z-')"; }

markdown() { printf '%s' "$1" | sed -e 's/[][\`*_|~]/\\&/g' -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'; }

count_errors() { printf '%s\n' "$1" | sort -u | grep -c '^error'; }

# Titles hold letters, digits, spaces and hyphens only; in a text, only % could be read as a command.
annotate() { # level title text
  local text=$3 url
  url=$(help_url "$2")
  [ "$1" = notice ] || text="$text${url:+ See $url}"
  printf '::%s title=%s::%s\n' "$1" "$2" "${text//%/%25}"
}

summary_row() { # level title text
  local url
  url=$(help_url "$2")
  printf '| %s | %s | %s | %s |\n' "$1" "$2" "$(markdown "$3")" "${url:+[how to mend it]($url)}"
}

# Says every record once, in order; fails if one of them is an error.
conclude() { # records
  local level title text rows=''
  while IFS=$'\t' read -r level title text; do
    [ -n "$level" ] || continue
    annotate "$level" "$title" "$text"
    [ "$level" = notice ] || rows+="$(summary_row "$level" "$title" "$text")"$'\n'
  done <<<"$(printf '%s\n' "$1" | awk '!said[$0]++')"
  [ -z "$rows" ] || printf '\n| | | what is wrong and what to do | |\n| --- | --- | --- | --- |\n%s' "$rows" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  [ "$(count_errors "$1")" -eq 0 ]
}
