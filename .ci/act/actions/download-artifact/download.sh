#!/usr/bin/env bash
# Copies one artifact from $ARTIFACTS_STORE, without permissions and links, as an artifact is kept.
# The directories that all its files share are dropped here, since the other stand-in keeps them.
# ARTIFACTS_LOST: what the name of an artifact holds that is gone. ARTIFACTS_CHANGED, ARTIFACTS_WITHOUT: files
# that arrive with a byte more, and not at all.
set -euo pipefail

# A pattern that matches nothing is no failure. Here it is a name, with a backslash before what would mean something else.
if [ -n "$PATTERN" ]; then
  [ "$MERGE" = true ] || { echo '::error::each artifact of a pattern would have a directory of its own'; exit 1; }
  NAME=$(printf '%s' "$PATTERN" | sed 's/\\\(.\)/\1/g')
  [ -d "$ARTIFACTS_STORE/$NAME" ] || { echo 'No artifact matches the pattern.'; exit 0; }
fi
source="$ARTIFACTS_STORE/$NAME"
if [ ! -d "$source" ] || [[ -n ${ARTIFACTS_LOST-} && $NAME == *"$ARTIFACTS_LOST"* ]]; then
  echo "::error::Unable to download artifact(s): Artifact not found for name: $NAME"
  exit 1
fi
while [ "$(find "$source" -mindepth 1 -maxdepth 1 | wc -l)" -eq 1 ] && [ -n "$(find "$source" -mindepth 1 -maxdepth 1 -type d)" ]; do
  source=$(find "$source" -mindepth 1 -maxdepth 1)
done
mkdir -p "$GITHUB_WORKSPACE/$DESTINATION"
cp -RL "$source/." "$GITHUB_WORKSPACE/$DESTINATION"
find "$GITHUB_WORKSPACE/$DESTINATION" -type f -exec chmod 644 {} +
cd "$GITHUB_WORKSPACE/$DESTINATION"
[ ! -f "${ARTIFACTS_CHANGED-}" ] || printf x >>"$ARTIFACTS_CHANGED"
[ ! -f "${ARTIFACTS_WITHOUT-}" ] || rm "$ARTIFACTS_WITHOUT"
