# Which files the artifact patterns match.
# ARTIFACTS: a glob pattern a line, read as actions/upload-artifact reads it.
case ${OSTYPE-} in msys* | cygwin*) windows=true && shopt -s nocasematch ;; *) windows=false ;; esac

signs=() patterns=() eres=() matched=()

read_patterns() {
  local sign pattern
  while read -r pattern; do
    ! $windows || pattern=${pattern//\\//}
    sign=+
    while [[ $pattern == !* ]]; do
      pattern=${pattern#!}
      if [ "$sign" = + ]; then sign=-; else sign=+; fi
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
