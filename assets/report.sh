# shellcheck shell=bash
# Problems are collected as records and said once. Fixed text, for bash 3.2 and later.
{ set +x; } 2>/dev/null # a trace would print tokens
set +e                  # the first failure must not hide the next
export LC_ALL=C         # bytes, and English from curl, git and ssh
umask 077

problem() { record error "$1" "$2"; }
warning() { record warning "$1" "$2"; }
notice() { record notice "$1" "$2"; }

# One line each: nothing that a tag or an answer holds begins a line of its own.
record() { printf '%s\t%s\t%s\n' "$1" "$2" "$(printf '%s' "$3" | tr '\000-\037\177' ' ')"; }

# What others wrote is shortened to what can be read.
excerpt() { printf '%s' "$1" | tr '\000-\037\177' ' ' | tr -cd ' -~' | cut -c 1-300; }

markdown() { printf '%s' "$1" | sed -e 's/[][\`*_|~]/\\&/g' -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'; }

has_no_error() { [[ $'\n'$1 != *$'\nerror\t'* ]]; } # records

# Says every record once, in the log and in the summary; fails if one is an error.
conclude() { # records
  local level title text rows=''
  while IFS=$'\t' read -r level title text; do
    [ -z "$level" ] || say
  done <<<"$(printf '%s\n' "$1" | awk '!said[$0]++')"
  [ -z "$rows" ] || printf '\n| | | what is wrong and what to do | |\n| --- | --- | --- | --- |\n%s' "$rows" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  has_no_error "$1"
}

# Titles are letters, digits, spaces and hyphens: they need no escape, and are anchors.
say() {
  local url=${DOC_URL:+$DOC_URL#$(printf '%s' "$title" | tr 'A-Z ' 'a-z-')}
  if [ "$level" != notice ]; then
    rows+="| $level | $title | $(markdown "$text") | ${url:+[how to mend it]($url)} |"$'\n'
    text+=${url:+ See $url}
  fi
  printf '::%s title=%s::%s\n' "$level" "$title" "${text//%/%25}"
}
