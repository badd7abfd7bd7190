#!/usr/bin/env bash
# What actions/checkout does, as far as a tag build relies on it: a token that is needed, a directory
# that is emptied first, the default branch where no ref is given, the event's own tag verified.
set -euo pipefail

target="$GITHUB_WORKSPACE${CHECKOUT_PATH:+/$CHECKOUT_PATH}"
[ -n "$TOKEN" ] || { echo '::error::Input required and not supplied: token'; exit 1; }
authorization="Authorization: Basic $(printf 'x-access-token:%s' "$TOKEN" | base64 | tr -d '\n')"
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraheader GIT_CONFIG_VALUE_0="$authorization" GIT_TERMINAL_PROMPT=0

fetch() { # refspec
  local depth=()
  [ "$FETCH_DEPTH" = 0 ] || depth=(--depth "$FETCH_DEPTH")
  git fetch --quiet --no-tags "${depth[@]}" origin "$1"
}

# Sets FETCH_HEAD to what the inputs name.
fetch_wanted() {
  if [ -n "$REF" ]; then
    fetch "$REF"
  elif [ "$REPOSITORY" = "$GITHUB_REPOSITORY" ]; then
    fetch "$GITHUB_REF"
    [ "$(git rev-parse 'FETCH_HEAD^{commit}')" = "$GITHUB_SHA" ] || {
      echo "::error::The ref '$GITHUB_REF' does not point to the expected commit '$GITHUB_SHA'."
      exit 1
    }
  else
    fetch HEAD
  fi
}

# Patterns of files, in the syntax of .gitignore.
limit_to_sparse() {
  [ "$CONE" = false ] || { echo '::error::directories are wanted, and these are files'; exit 1; }
  git config core.sparseCheckout true
  mkdir -p .git/info
  printf '%s\n' "$SPARSE" >.git/info/sparse-checkout
}

mkdir -p "$target"
find "$target" -mindepth 1 -delete
cd "$target"
git init --quiet
git remote add origin "https://github.com/$REPOSITORY"
fetch_wanted
[ -z "$SPARSE" ] || limit_to_sparse
git -c advice.detachedHead=false checkout --quiet FETCH_HEAD
[ "$PERSIST" = false ] || git config --local http.extraheader "$authorization"
echo "$REPOSITORY is at $(git rev-parse HEAD)"
