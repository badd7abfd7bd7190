# shellcheck shell=bash
# Each artifact pattern must match a file; what they match is listed in the summary.
# ARTIFACTS: a glob pattern a line, read as actions/upload-artifact reads it. PLATFORM: the leg's name.
{ set +x; } 2>/dev/null
set +e          # a pattern without a match is collected and must not hide the next one
export LC_ALL=C # bytes
case ${OSTYPE-} in msys* | cygwin*) windows=true && shopt -s nocasematch ;; *) windows=false ;; esac

signs=() patterns=() eres=() matched=()

read_patterns() {
  local sign pattern
  while read -r pattern; do
    ! $windows || pattern=${pattern//\\//}
    sign=+
    while [[ $pattern == !* ]]; do
      pattern=${pattern#!}
      if [ $sign = + ]; then sign=-; else sign=+; fi
    done
    while [[ $pattern == ./* ]]; do pattern=${pattern#./}; done
    case $pattern in '' | '#'*) continue ;; esac
    signs+=("$sign") patterns+=("${pattern%/}") matched+=(false) eres+=("^$(ere_of "${pattern%/}")(/.*)?\$") # a directory takes all below it
  done <<<"$ARTIFACTS"
}

# `*`, `?` and `[..]` stay within a segment of the path; `**` is any number of whole segments.
ere_of() { # pattern
  local rest=$1 ere='' begins=true class='^\[([!^]?)(]?[^]]*)]'
  while [ -n "$rest" ]; do
    case $begins$rest in
      'true**') ere+='.*' rest='' ;;
      'true**/'*) ere+='(.*/)?' rest=${rest#'**/'} ;;
      *)
        begins=false
        if [[ $rest =~ $class ]]; then
          ere+="[${BASH_REMATCH[1]:+^}${BASH_REMATCH[2]}]" rest=${rest:${#BASH_REMATCH[0]}}
        else
          add_character "${rest:0:1}"
          rest=${rest:1}
        fi
        ;;
    esac
  done
  printf '%s' "$ere"
}

add_character() { # to ere_of's ere
  case $1 in
    '*') ere+='[^/]*' ;;
    '?') ere+='[^/]' ;;
    /) ere+=/ begins=true ;;
    [.^$+\(\){}\|[\\]) ere+="\\$1" ;;
    *) ere+=$1 ;;
  esac
}

# Where to look: the pattern's whole segments before its first wildcard.
root_of() { # pattern
  local root=${1%%[*?[]*}
  [ "$root" = "$1" ] || root=${root%"${root##*/}"}
  case $root in
    '') echo . ;;
    /*) echo "$root" ;;
    *) echo "./${root%/}" ;;
  esac
}

# upload-artifact leaves hidden files and directories out.
list_files() {
  local i
  for i in "${!patterns[@]}"; do
    [ "${signs[i]}" = - ] || find -L "$(root_of "${patterns[i]}")" -name '.?*' -prune -o -type f -print 2>/dev/null
  done | sed 's#^\./##' | sort -u
}

# The last pattern that matches decides, as in upload-artifact.
is_collected() { # file
  local i hits='' kept=false
  for i in "${!eres[@]}"; do
    [[ $1 =~ ${eres[i]} ]] || continue
    if [ "${signs[i]}" = + ]; then kept=true hits+=" $i"; else kept=false; fi
  done
  $kept && for i in $hits; do matched[i]=true; done
}

sha256_of() { # file
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

# In a log and in a table nothing that a file's name holds may be read as a command.
one_line() { printf '%s' "$1" | tr '\000-\037\177' ' '; }

row() { # file
  local shown
  shown=$(one_line "$1" | sed -e 's/[][\`*_|~]/\\&/g' -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g')
  printf '| %s | %s | %s |\n' "$shown" "$(wc -c <"$1" | tr -d ' ')" "$(sha256_of "$1")"
}

# The summary takes 1 MiB a step.
collect() {
  local file count=0
  printf '### Artifacts of %s\n\n| file | bytes | SHA-256 |\n| --- | ---: | --- |\n' "$PLATFORM"
  while IFS= read -r file; do
    is_collected "$file" || continue
    count=$((count + 1))
    [ $count -gt 200 ] || row "$file"
  done <<<"$(list_files)"
  [ $count -le 200 ] || printf '\nAnd %s files more.\n' $((count - 200))
}

what_is_there() { # pattern
  local directory names
  directory=$(root_of "$1")
  until [ -d "$directory/" ]; do directory=${directory%/*}; done
  names=$(cd "$directory/" && find . -mindepth 1 -maxdepth 1 | sed 's,^\./,,' | sort | head -n 20)
  printf '%s holds: %s' "${directory#./}" "${names:-nothing}"
}

report_missing() {
  local i text failed=0
  for i in "${!patterns[@]}"; do
    [ "${signs[i]}${matched[i]}" = +false ] || continue
    text="No file matches '${patterns[i]}' on $PLATFORM; $(what_is_there "${patterns[i]}"). Correct the pattern or the build."
    text="$(one_line "$text")${DOC_URL:+ See $DOC_URL#an-artifact-is-missing}"
    printf '::error title=%s::%s\n' 'An artifact is missing' "${text//%/%25}"
    failed=1
  done
  return $failed
}

read_patterns
collect >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
report_missing || exit 1
