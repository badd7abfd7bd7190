# Stands in for actions/download-artifact in a rehearsal: copies what rehearse-upload.sh kept of other jobs.
# ARTIFACT_NAME, PATTERN, MERGE, DOWNLOAD_PATH: inputs of the action. ARTIFACTS_STORE: where from.
set -euo pipefail

copy() { # artifact directory
  mkdir -p "$2"
  cp -R "$ARTIFACTS_STORE/files/$1/$(cat "$ARTIFACTS_STORE/roots/$1")/." "$2"
}

if [ -n "$ARTIFACT_NAME" ]; then
  [ -d "$ARTIFACTS_STORE/files/$ARTIFACT_NAME" ] || { echo "::error::no job of this rehearsal has uploaded an artifact '$ARTIFACT_NAME'"; exit 1; }
  copy "$ARTIFACT_NAME" "$DOWNLOAD_PATH"
else
  mkdir -p "$ARTIFACTS_STORE/files"
  find "$ARTIFACTS_STORE/files" -mindepth 1 -maxdepth 1 -type d -name "$PATTERN" | while IFS= read -r directory; do
    name=${directory##*/}
    if [ "$MERGE" = true ]; then copy "$name" "$DOWNLOAD_PATH"; else copy "$name" "$DOWNLOAD_PATH/$name"; fi
  done
fi
