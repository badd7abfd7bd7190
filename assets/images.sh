# Behind the commands, disk images and packages among the artifacts are notarized and stapled, where they are not.
# SIGNING_ARTIFACTS: their patterns, from the workspace.

notarize_images() {
  local file status=0
  cd "$GITHUB_WORKSPACE" || return
  ARTIFACTS=$SIGNING_ARTIFACTS
  read_patterns
  while IFS= read -r file; do
    case $file in
      *.dmg | *.pkg) ! is_collected "$file" || is_stapled || { notarize_image && staple; } || status=1 ;;
    esac
  done <<<"$(list_files)"
  return "$status"
}

is_stapled() { xcrun stapler validate -q "$file" >/dev/null 2>&1; }

# notarytool takes the password of an account as an argument, or asks for it on a terminal: a key does without one.
notarize_image() {
  local who=() option variable answer
  while read -r option variable; do
    who+=("--$option" "${!variable}")
  done <<<"$SIGNING_NOTARY"
  printf 'Notarizing %s\n' "$file"
  answer=$(xcrun notarytool submit "$file" "${who[@]}" --wait --output-format json </dev/null)
  [[ $answer =~ \"status\"\ *:\ *\"Accepted\" ]]
}

staple() {
  xcrun stapler staple "$file" >"$signing/said" 2>&1 && return
  problem 'A file could not be stapled' "Apple notarized $file, but its ticket could not be stapled to it: $(said)" >>"$signing/records"
  return 1
}

! is_notarizing || afterwards+=(notarize_images)
