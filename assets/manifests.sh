# The files that hold the version, from the root of the repository that the workflow runs in. VERSION_FILES: a path
# a line. VERSION_TEXTS: a path, and on the next line the line that holds the version in place of {version}.

each_manifest() { # function, which sees file and line
  local file line=''
  while IFS= read -r file; do [ -z "$file" ] || "$1"; done <<<"${VERSION_FILES-}"
  while IFS= read -r file && IFS= read -r line; do [ -z "$file" ] || "$1"; done <<<"${VERSION_TEXTS-}"
}

# A line for each place in the text of a file that must hold the version: `offset length version`, in bytes, and `core`
# behind it where it takes numbers only. Each kind of file is read in a part of its own, and by src/manifests.
# A version is of visible ASCII characters.
places_in() { # text
  if [ -n "$line" ]; then line_places <"$1"; return; fi
  case ${file##*/} in
    package-lock.json | npm-shrinkwrap.json) json_places lock <"$1" ;;
    *.toml) toml_places <"$1" ;;
    *proj | *.props) xml_places <"$1" ;;
    pubspec.yaml) pubspec_places <"$1" ;;
    *.properties) properties_places <"$1" ;;
    *) json_places <"$1" ;;
  esac
}

# A text in pieces that an awk can cut again and again, whatever it holds; a line break is \001 in them.
in_pieces() { # awk's-options... program
  tr '\n\000\001' '\001\002\002' | fold -b -w 512 | LC_ALL=C awk -v BINMODE=3 "${@:1:$#-1}" "$pieces${!#}"
}

# awk: how pieces are read. `read_on` takes something off the beginning of `rest`, where at least 15 bytes can be looked at.
# Of a longer text than 255 bytes, which is none that is looked for, only a beginning is kept.
read -r -d '' pieces <<'AWK'
  NR == 1 && sub(/^\357\273\277/, "") { taken = 3 }
  { rest = rest $0; taken += length($0); while (length(rest) > 15) read_on() }
  END { ended = 1; while (rest != "" && !broken) read_on(); conclude() }
  function skip(size) { rest = substr(rest, size + 1) }
  function here() { return taken - length(rest) }
  function add(part) { if (length(word) < 256) word = word substr(part, 1, 256) }
  function is_version(text) { return length(text) < 256 && text ~ /^[!-~]+$/ }
  function character(digits,  code, i) {
    for (i = 1; i <= length(digits); i++) code = code * 16 + index("123456789abcdef", tolower(substr(digits, i, 1)))
    return code > 32 && code < 127 ? sprintf("%c", code) : " "
  }
AWK

# The version as such a file holds it; fails where it cannot.
written() { # version, what stands there, core
  [ "${3-}" != core ] || [[ $1 != *[-+]* ]] || return
  case ${line:+line}/${file##*/} in
    line/*) printf '%s' "$1" ;;
    /package.json | /package-lock.json | /npm-shrinkwrap.json | /tauri*.conf.json | /Cargo.toml) is_semver "$1" && printf '%s' "$1" ;;
    # the number of the build stays, unless the tag has one
    /pubspec.yaml) is_semver "$1" && if [[ $1 != *+* && $2 == *+* ]]; then printf '%s+%s' "$1" "${2#*+}"; else printf '%s' "$1"; fi ;;
    /pyproject.toml) pep440 "$1" ;;
    *) printf '%s' "$1" ;;
  esac
}

is_semver() {
  local id='(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)' number='(0|[1-9][0-9]*)'
  local semver="^$number\\.$number\\.$number(-$id(\\.$id)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?\$"
  [[ $1 =~ $semver ]]
}

# 1.2.3-beta.1 is 1.2.3b1 for Python, and a number has no zeros in front.
pep440() {
  local word pattern='^([0-9]+(\.[0-9]+)*)([._-]?(alpha|beta|a|b|rc|c|preview|pre|dev|post)[._-]?([0-9]*))?(\+[0-9a-z]+([._-][0-9a-z]+)*)?$'
  [[ $(printf '%s' "$1" | tr '[:upper:]' '[:lower:]') =~ $pattern ]] || return
  case ${BASH_REMATCH[4]} in
    '') word='' ;;
    a*) word=a ;;
    b*) word=b ;;
    dev | post) word=.${BASH_REMATCH[4]} ;;
    *) word=rc ;;
  esac
  local build=${BASH_REMATCH[6]//-/.}
  printf '%s%s' "$(sed -E 's/(^|[^0-9])0+([0-9])/\1\2/g' <<<"${BASH_REMATCH[1]}$word${word:+${BASH_REMATCH[5]:-0}}")" "${build//_/.}"
}

# Why a file cannot hold a version, and which it could.
unfit() { # version, what stands there, core
  local near why='' other='another version'
  near=$(near_semver "$1")
  if [ -n "$(written "$near" "$2" "$3")" ]; then
    other="version $near"
    case $1 in 0[0-9]* | *[.-]0[0-9]*) why=', since semver allows no leading zeros' ;; esac
  fi
  printf '%s' "$file cannot hold version $1$why; it takes $(form_words). Push a tag with $other."
}

# 01.2rc1 is 1.2.0-rc.1. A post-release has none: behind a hyphen it would come before the release.
near_semver() {
  sed -E -e '/^[0-9.]*[._]?[Pp][Oo][Ss][Tt]/!s/^([0-9.]*[0-9])[._]?([A-Za-z]+)[._-]?([0-9]+)/\1-\2.\3/' -e 's/(^|[.-])0+([0-9])/\1\2/g' \
    -e 's/^([0-9]+)($|[-+])/\1.0\2/' -e 's/^([0-9]+\.[0-9]+)($|[-+])/\1.0\2/' <<<"$1"
}

# Sets `stamps`, a line `offset length new old` for each place in a text that a version is written into, or says why it cannot be.
stamps_for() { # text version
  local places offset size old core new
  stamps=''
  places=$(places_in "$1")
  points_elsewhere 'A version cannot be stamped' && return 1
  if [ -z "$places" ]; then
    problem 'A version cannot be stamped' "$file lacks what the version is written into: $(place_words). Add it with any version, commit, and push the next tag."
    return 1
  fi
  while read -r offset size old core; do
    new=$(written "$2" "$old" "$core")
    if [ -z "$new" ]; then
      problem 'A version cannot be stamped' "$(unfit "$2" "$old" "$core")"
      return 1
    fi
    stamps+="$offset $size $new $old"$'\n'
  done <<<"$places"
  stamps=${stamps%$'\n'}
}

points_elsewhere() { # title
  local other=${places##* }
  [[ ${file##*/} == tauri*.conf.json && $places == *.json ]] &&
    problem "$1" "$file takes its version from ${other//:\/\//: //}. Declare that file in its place."
}

place_words() {
  case ${line:+line}/${file##*/} in
    line/*) printf '%s' "exactly one line $line" ;;
    /tauri*.conf.json) printf 'a "version" (without it Tauri takes that of Cargo.toml: declare that file in its place)' ;;
    /Cargo.toml) printf 'version in [package] or [workspace.package] (one that is inherited stands in the Cargo.toml of the workspace)' ;;
    /pyproject.toml) printf 'version in [project] or [tool.poetry] (one that is dynamic is made by the build)' ;;
    /*.toml) printf 'version in [package], [workspace.package], [project] or [tool.poetry]' ;;
    /*proj | /*.props) printf '<Version> or <VersionPrefix> in a <PropertyGroup>' ;;
    /pubspec.yaml) printf 'version on one line at the top' ;;
    /*.properties) printf 'version or versionName' ;;
    *) printf 'a "version" at the top' ;;
  esac
}

form_words() {
  case ${file##*/} in
    pyproject.toml) printf 'numbers, and behind them alpha, beta, rc, dev or post with one number, as PEP 440 wants it' ;;
    *proj | *.props) printf 'any version in <Version>, numbers only in <VersionPrefix>' ;;
    *) printf 'three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1' ;;
  esac
}

# What is stamped, in the summary: a file, what it has and what it gets a row, between tabs. None on a branch.
summarize_stamps() { # rows
  local path old new
  {
    printf '\n### Version\n\n'
    if [ -z "$1" ]; then
      printf 'Nothing is stamped: only a tag has a version.\n'
    else
      printf '| file | version in the commit | stamped |\n| --- | --- | --- |\n'
      while IFS=$'\t' read -r path old new; do
        [ -z "$path" ] || printf '| %s | %s | %s |\n' "$(plain "$path")" "$(plain "$old")" "$(plain "$new")"
      done <<<"$1"
    fi
  } | to_summary
}

rows_of() { # stamps
  local new old
  while read -r _ _ new old; do printf '%s\t%s\t%s\n' "$file" "$old" "$new"; done <<<"$1" | sort -u
}
