#!/usr/bin/env bash
# What actions/checkout does, as far as a tag build relies on it: a token that is needed, a directory
# that is emptied first, the default branch where no ref is given, the event's own tag verified.
set -euo pipefail

target="$GITHUB_WORKSPACE${CHECKOUT_PATH:+/$CHECKOUT_PATH}"
[ -n "$TOKEN" ] || { echo '::error::Input required and not supplied: token'; exit 1; }
authorization="Authorization: Basic $(printf 'x-access-token:%s' "$TOKEN" | base64 | tr -d '\n')"
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraheader GIT_CONFIG_VALUE_0="$authorization" GIT_TERMINAL_PROMPT=0

fetch() { # refspec
  local how=()
  [ "$FETCH_DEPTH" = 0 ] || how=(--depth "$FETCH_DEPTH")
  [ -z "${FILTER:-${SPARSE:+blob:none}}" ] || how+=("--filter=${FILTER:-blob:none}")
  git fetch --quiet --no-tags "${how[@]}" origin "$1"
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

# Directories, or patterns in the syntax of .gitignore.
limit_to_sparse() {
  local entries
  if [ "$CONE" = true ]; then
    mapfile -t entries <<<"$SPARSE"
    git sparse-checkout set "${entries[@]}"
    return
  fi
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
