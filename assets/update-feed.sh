# What electron-builder wrote into each app names the repository of the release: nobody can mend it afterwards.
# FEEDS: such a repository a line. It is looked for where the artifacts are. PLATFORM: the leg's name.

# electron-builder writes a line a field.
field() { # name file
  sed -n "s/^$1: *//p" "$2" | head -n 1 | tr -d "\r'\""
}

feeds_found() {
  local root
  search_paths | while IFS= read -r root; do
    find -H "$root" -name node_modules -prune -o -path '*/[Rr]esources/app-update.yml' -type f -print 2>/dev/null
  done | sort -u
}

check_feed() { # file
  local feed
  [ "$(field provider "$1")" = github ] && [ -z "$(field host "$1")" ] || return 0
  feed=$(field owner "$1")/$(field repo "$1")
  ! grep -Fqix -- "$feed" <<<"$FEEDS" || return 0
  say error 'An app looks for updates elsewhere' \
    "${1#./} on $PLATFORM sends the app to '$feed', and the release lies in ${FEEDS//$'\n'/ or }. Let \"publish\" of electron-builder name the owner and the repository of the release."
  return 1
}

check_feeds() {
  local file failed=0
  while IFS= read -r file; do
    [ -z "$file" ] || check_feed "$file" || failed=1
  done <<<"$(feeds_found)"
  return $failed
}

read_patterns
check_feeds
