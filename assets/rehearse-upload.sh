# Stands in for actions/upload-artifact in a rehearsal: copies what the patterns match.
# ARTIFACTS_STORE: where to.
export LC_ALL=C # bytes

read_patterns
list_files | while IFS= read -r file; do
  is_collected "$file" || continue
  { mkdir -p "$ARTIFACTS_STORE/$(dirname "$file")" && cp "$file" "$ARTIFACTS_STORE/$file"; } || exit 1
done
