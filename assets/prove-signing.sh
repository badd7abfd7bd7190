# Proves that what a platform signs is signed: signing that was wanted and did not happen fails here.
# PROOFS: a line `key value` for each thing that is known of a proof; `signing` begins one. SET_<NAME>: whether
# a secret is set; values are not needed. PLATFORM: the leg's name.
: "${PROOFS:?names no proof}"
failures=0 states='' rows='' output=''

work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/prove.XXXXXX") || exit 1
trap 'close_all; rm -rf "$work"' EXIT
close_all() { ! declare -F close_images >/dev/null || close_images; }

refuse() { # title text
  failures=$((failures + 1))
  say error "$1" "$2"
}

proven() { # what by-whom remark
  rows+="| $(cell "$1") | $(cell "$2") | $(cell "$3") |"$'\n'
}

cell() { plain "$(one_line "$1")"; }

# The end of what a tool said, as the end of a sentence.
quoted() { # text
  local text
  text=$(one_line "$(printf '%s\n' "$1" | tail -n 4)")
  [ ${#text} -le 400 ] || text="...${text: -397}"
  text=${text%.}
  printf '%s' "${text:-nothing}"
}

why_unsigned() { printf '%s was wanted: see the log of the build for why its tool did without, and its configuration.' "$signing"; }

# A path that no tool takes for an option.
at() { # path
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf './%s' "$1" ;;
  esac
}

prove_all() {
  local key value signing='' fields
  while read -r -u 3 key value; do
    case $key in
      output) output=$value ;;
      signing)
        [ -z "$signing" ] || prove_or_do_without
        signing=$value fields='' ARTIFACTS=''
        ;;
      files) ARTIFACTS+=$value$'\n' ;;
      *) fields+="$key $value"$'\n' ;;
    esac
  done 3<<<"$PROOFS"
  prove_or_do_without
}

# What is known of a proof besides; nothing where it is not said.
field() { printf '%s' "$fields" | sed -n "s/^$1 //p"; } # key

prove_or_do_without() {
  local before=$failures kind without
  kind=$(field kind) without=$(field without)
  if [ -n "$without" ] && ! any_is_set; then
    states+=' absent'
    say notice 'A platform is not signed' "$PLATFORM is built without $signing, whose secrets are not set. $without"
    return
  fi
  has_tools && prove_what_is_there
  [ "$failures" -gt "$before" ] || states+=' proven'
}

# One is enough for it to be wanted: the guard refuses half a group.
any_is_set() {
  local name flag
  for name in $(field secrets); do
    flag="SET_$name"
    [ "${!flag-}" != true ] || return 0
  done
  return 1
}

has_tools() {
  local tool
  for tool in $("${kind}_tools"); do
    command -v "$tool" >/dev/null || {
      refuse 'A tool to prove signatures is missing' "$PLATFORM has no $tool, by which $signing is proven. Run this platform on a machine of the system that it builds for."
      return 1
    }
  done
}

prove_what_is_there() {
  local subjects named=${ARTIFACTS%$'\n'} before=$rows$failures
  named=${named//$'\n'/, }
  subjects=$(find_subjects)
  [ -z "$subjects" ] || "prove_$kind"
  [ "$rows$failures" != "$before" ] || refuse 'There is nothing to prove a signature of' \
    "Of what $signing signs ($("${kind}_kinds")) nothing was found on $PLATFORM by: $named. Correct the artifacts, or the files of the signing, or the build."
}

find_subjects() {
  local file
  read_patterns
  while IFS= read -r file; do
    ! is_collected "$file" || "${kind}_subject" "$file"
  done <<<"$(list_files)" | sort -u
}

# The summary takes 1 MiB a step.
summarize() {
  [ -n "$rows" ] || return 0
  printf '\n### Signatures of %s\n\n| file | signed by | |\n| --- | --- | --- |\n' "$PLATFORM"
  printf '%s' "$rows" | head -n 200
}

prove_all
summarize | to_summary
[ "$failures" -eq 0 ] || exit 1
printf '%s=%s\n' "$output" "${states# }" >>"${GITHUB_OUTPUT:-/dev/null}"
