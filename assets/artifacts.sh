# Which files the artifact patterns match.
# ARTIFACTS: a glob pattern a line, read as actions/upload-artifact reads it.
case ${OSTYPE-} in msys* | cygwin*) windows=true && shopt -s nocasematch ;; *) windows=false ;; esac

signs=() patterns=() eres=() roots=() matched=()

read_patterns() {
  local sign pattern ere root
  while read -r pattern; do
    case $pattern in '' | '#'*) continue ;; esac
    ! $windows || pattern=${pattern//\\//}
    sign=+
    while [[ $pattern == !* ]]; do
      read -r pattern <<<"${pattern#!}"
      if [ "$sign" = + ]; then sign=-; else sign=+; fi
    done
    while [[ $pattern == *//* ]]; do pattern=${pattern//\/\///}; done
    pattern=${pattern#./}
    case $pattern in '' | .) pattern='**' ;; esac
    read_pattern "$pattern"
    signs+=("$sign") patterns+=("${pattern%/}") eres+=("^$ere\$") roots+=("$root") matched+=(false)
  done <<<"$ARTIFACTS"
}

# `**` is any number of whole segments. A pattern takes all below a directory that it matches; with a slash at its
# end, nothing else. Sets `ere`, and `root`: where to look, by the segments before the first wildcard.
read_pattern() { # pattern
  local rest=${1%/}/ slash='' deep='' is_root=true one literal
  ere='' root=.
  [[ $rest != /* ]] || rest=${rest#/} slash=/ root=''
  while [ -n "$rest" ]; do
    read_segment "${rest%%/*}"
    rest=${rest#*/}
    [ -n "$literal" ] || is_root=false
    ! $is_root || root+=/$literal
    if [ "$one" = '**' ]; then deep='(.*/)?'; else ere+=$slash$deep$one slash=/ deep=''; fi
  done
  case ${ere:+x}$1 in
    x*/) ere+='/.+' ;;
    x*) ere+='(/.*)?' ;;
    *) ere='.*' ;;
  esac
}

# `*`, `?` and `[..]` stay within a segment. Sets `one` to its expression, and `literal` to the one name that it
# matches; '' where it has wildcards.
read_segment() { # segment
  local rest=$1 is_name=true class='^\[([!^]?)([^]]+)]'
  one='' literal=''
  [ "$rest" != '**' ] || { one=$rest && return; }
  while [ -n "$rest" ]; do
    if [[ $rest =~ $class ]]; then
      rest=${rest:${#BASH_REMATCH[0]}}
      if [ "${BASH_REMATCH[1]}${#BASH_REMATCH[2]}" = 1 ]; then add_character "${BASH_REMATCH[2]}"; else add_set "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"; fi
    else
      case $rest in
        '*'*) is_name=false one+='[^/]*' ;;
        '?'*) add_set ! '' ;;
        *) add_character "${rest:0:1}" ;;
      esac
      rest=${rest:1}
    fi
  done
  $is_name || literal=''
}

add_character() { # character
  literal+=$1
  case $1 in [.^$+*?\(\){}\|[\\]) one+=\\ ;; esac
  one+=$1
}

# A character is one of UTF-16: what takes four bytes in UTF-8 is two. ERE wants `-`, `[` and `^` in places of their own.
add_set() { # negation characters
  local set=$2 first='' last='' wide=$'[\302-\337][\200-\277]|[\340-\357][\200-\277]{2}|[\360-\364][\200-\277]|[\200-\277]{2}'
  is_name=false
  case $set in -* | *-) first=- set=${set#-} set=${set%-} ;; esac
  [[ $set != *\[* ]] || last='['
  [[ $set != *^* ]] || last+=^
  set=$first${set//[[^]/}$last
  if [ -n "$1" ]; then one+="([^$set/"$'\200-\377'"]|$wide)"; else one+="[$set]"; fi
}

# upload-artifact looks in the roots that lie in no other.
search_paths() {
  local i j
  for i in "${!roots[@]}"; do
    [ "${signs[i]}" = + ] || continue
    for j in "${!roots[@]}"; do
      [[ ${signs[j]} == + && ${roots[i]}/ == "${roots[j]}"/* && ($j -lt $i || ${roots[i]} != "${roots[j]}") ]] && continue 2
    done
    printf '%s\n' "${roots[i]}"
  done
}

# It goes into no directory where nothing can match: a link may lead far away. Sets `ways`: tests of find for the
# others, in which all but plain characters is anything; none where there is no limit, or too much to say.
set_ways() {
  local i rest segment way deeper all
  ways=()
  for i in "${!patterns[@]}"; do
    [ "${signs[i]}" = + ] || continue
    rest=${patterns[i]}/ way=. deeper='*/*'
    until [[ -z $rest || $rest == '**/'* ]]; do
      ways+=(-o -ipath "$way" ! -ipath "$deeper")
      segment=${rest%%/*} rest=${rest#*/}
      segment=${segment//\[*]/*}
      way+=/${segment//[\[?\\]/*} deeper+='/*'
    done
    [[ $way != . && ${patterns[i]} != /* ]] || { ways=() && return; }
    ways+=(-o -ipath "$way" -o -ipath "$way/*")
  done
  all=${ways[*]}
  [ ${#all} -lt 20000 ] || ways=()
}

# It leaves hidden files and directories out. A line break in a name, which it refuses, is shown as a carriage return,
# which it refuses as well.
list_files() {
  local root all=() ways prune=()
  cd -P . || return
  while IFS= read -r root; do
    [[ ${PWD##*/} == .* && $root == . ]] || all+=("$root")
  done <<<"$(search_paths)"
  [ ${#all[@]} -gt 0 ] || return 0
  set_ways
  [ ${#ways[@]} -eq 0 ] || prune=(-type d ! \( "${ways[@]:1}" \) -prune -o)
  find -L "${all[@]}" -name '.?*' -prune -o ${prune[@]+"${prune[@]}"} -type f -print0 2>/dev/null | tr '\n\000' '\r\n' | sed 's#^\./##' | sort -u
}

# The last pattern that matches decides, as in upload-artifact.
is_collected() { # file
  local i hits='' kept=false
  [ -n "$1" ] || return
  for i in "${!eres[@]}"; do
    [[ $1 =~ ${eres[i]} ]] || continue
    if [ "${signs[i]}" = + ]; then kept=true hits+=" $i"; else kept=false; fi
  done
  $kept && for i in $hits; do matched[i]=true; done
}
