#!/usr/bin/env bash
# Copies one artifact from $ARTIFACTS_STORE, without permissions and links, as an artifact is kept.
# The directories that all its files share are dropped here, since the other stand-in keeps them.
# ARTIFACTS_LOST: what the name of an artifact holds that is gone. ARTIFACTS_CHANGED: a file that arrives with a byte more.
set -euo pipefail

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
[ -z "${ARTIFACTS_CHANGED-}" ] || printf x >>"$GITHUB_WORKSPACE/$DESTINATION/$ARTIFACTS_CHANGED"
