# Finds out a ref that the declaration does not spell out: `tag:NAME:REF` is the tag NAME if there is one, else REF;
# `file:PATH` stands in a file of the first repository, percent-encoded.

find_ref() {
  case $ref in
    tag:*) find_tag ;;
    file:*) read_ref ;;
    *) note_ref ;;
  esac
}

find_tag() {
  local name=${ref#tag:}
  name=${name%%:*} otherwise=${ref#tag:*:}
  [ -n "$tag" ] || { take "$otherwise" ', as this run is for no tag'; return; }
  name=${name//'{version}'/"$version"} # which holds no brace, as a tag may
  ref=refs/tags/${name//'{tag}'/"$tag"}
  note_ref ', the matching tag'
}

# There is no such tag: that is what was answered, and no answer of another kind leads here.
take_other_ref() {
  take "$otherwise" ", as there is no tag ${ref#refs/tags/}" || return
  case $credential in
    key:*) resolve_ref ;;
    *) ask_for_ref ;;
  esac
}

take() { # ref why
  ref=$1 otherwise='' why=$2
  find_ref
}

note_ref() { # words
  printf '%s' "$ref" >"$base.ref"
  printf '%s' "$ref${1-}$why" >"$base.shown"
}

# --- a ref in a file

read_ref() {
  local file=${ref#file:} found='' shown
  shown=$(printf '%b' "${file//%/\\x}")
  printf 'in %s%s' "$shown" "$why" >"$base.shown"
  ask_first_repository || return
  ref=$found written="correct it in $shown"
  note_ref ", in $shown"
}

# The commit that is built of it must be known.
ask_first_repository() {
  local id repo ref='' credential commit
  read -r id repo _ credential _ <<<"$REPOSITORIES"
  until [ -e "$work/$id.done" ]; do sleep 0.05; done
  commit=$(cat "$work/$id.commit" 2>/dev/null) && [ -n "$commit" ] || return # what is wrong with it is said of it
  [ "$repo" != self ] || repo=$GITHUB_REPOSITORY
  probe ask_for_file && [ -n "$found" ]
}

ask_for_file() { ask_for_text "$GITHUB_API_URL/repos/$repo/contents/$file?ref=$commit"; }

ask_for_text() { # url
  ask "$1" application/vnd.github.raw+json || return
  case $status in
    200) accept_ref ;;
    30[1278]) follow ask_for_text ;;
    404) problem 'A file with a ref is missing' "$shown, which says the ref of another repository, is not in commit $commit of $repo. Commit it, or declare a ref." ;;
    *) explain ;;
  esac
}

accept_ref() {
  local said
  found=$(first_line <"$base.body")
  is_ref "$found" && return
  said="says '$(excerpt "$found")', and "
  problem 'A file holds no ref' \
    "$shown in commit $commit of $repo ${found:+$said}names no branch, tag or commit. Write one into it, in a line of its own."
  found=''
}

# The plan reads the same: src/github/ref-files.ts.
first_line() { head -c 65536 | tr -d '\000' | awk '{ if (NR == 1) sub(/^\357\273\277/, ""); gsub(/^[ \t\r]+|[ \t\r]+$/, "") } /^[^#]/ { print; exit }'; }

# As git-check-ref-format has it.
is_ref() { # text
  [ "${#1}" -le 255 ] || return
  case $1 in
    '' | @ | -* | /* | .* | */ | *. | *.lock | *//* | */.* | *..* | *'@{'* | *.lock/* | *[[:cntrl:][:space:]~^:?*[\\]*) return 1 ;;
  esac
}
