#!/usr/bin/env bash
# Collects files into $ARTIFACTS_STORE/<name>. The real action drops the directories that all files
# share; here paths stay as they are in the workspace.
set -euo pipefail
shopt -s globstar nullglob

[[ $NAME != *[\":\<\>\|\*\?\\/]* ]] || { echo "::error::The artifact name is not valid: $NAME"; exit 1; }
[[ $RETENTION_DAYS =~ ^[1-9][0-9]?$ ]] || { echo "::error::retention-days is no number of days: '$RETENTION_DAYS'"; exit 1; }

cd "$GITHUB_WORKSPACE"
declare -A files=()
while read -r pattern; do
  case $pattern in
    '') ;;
    '!'*) for file in ${pattern#!}; do unset "files[$file]"; done ;;
    *) for path in $pattern; do while IFS= read -r file; do files[$file]=1; done < <(find -L "$path" -type f); done ;; # a directory takes all below it
  esac
done <<<"$PATTERNS"

if [ ${#files[@]} -eq 0 ]; then
  echo "::$NOTHING_FOUND::No files were found with the provided path: $PATTERNS"
  [ "$NOTHING_FOUND" != error ] || exit 1
  exit 0
fi
store="$ARTIFACTS_STORE/$NAME"
if [ -e "$store" ]; then
  [ "$OVERWRITE" = true ] || { echo "::error::an artifact with this name already exists: $NAME"; exit 1; }
  rm -r "$store"
fi
mkdir -p "$store"
cp --parents "${!files[@]}" "$store"
