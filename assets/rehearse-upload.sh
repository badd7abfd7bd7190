# shellcheck shell=bash
# Stands in for actions/upload-artifact in a rehearsal: copies what collect.sh, which this follows, finds.
# ARTIFACTS_STORE: where to.
# shellcheck source=/dev/null
declare -F read_patterns >/dev/null || . "$(dirname "${BASH_SOURCE[0]}")/collect.sh"

read_patterns
list_files | while IFS= read -r file; do
  is_collected "$file" || continue
  { mkdir -p "$ARTIFACTS_STORE/$(dirname "$file")" && cp "$file" "$ARTIFACTS_STORE/$file"; } || exit 1
done
