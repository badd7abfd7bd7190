# Stands in for actions/checkout in a rehearsal: the commit that the guard resolved, by the user's own git.
# REPOSITORY, REF, CHECKOUT_PATH, FETCH_DEPTH, SPARSE, CONE: inputs of the action. SELF_CLONE: this repository, at GITHUB_SHA.
set -euo pipefail

target="$GITHUB_WORKSPACE${CHECKOUT_PATH:+/$CHECKOUT_PATH}"
from=https://github.com/$REPOSITORY commit=$REF
[ -n "$REF" ] || from=$SELF_CLONE commit=$GITHUB_SHA

mkdir -p "$target"
find "$target" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
cd "$target"
git init --quiet
git remote add origin "https://github.com/$REPOSITORY"
if [ "$FETCH_DEPTH" = 0 ]; then
  git fetch --quiet --tags "$from" "$commit"
else
  git fetch --quiet --no-tags --depth "$FETCH_DEPTH" "$from" "$commit"
fi
if [ -n "$SPARSE" ]; then
  [ "$CONE" = true ] && how=--cone || how=--no-cone
  git sparse-checkout set "$how" --stdin <<<"$SPARSE"
fi
git -c advice.detachedHead=false checkout --quiet FETCH_HEAD
echo "$REPOSITORY is at $(git rev-parse HEAD)"
