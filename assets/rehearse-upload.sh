# Stands in for actions/upload-artifact in a rehearsal: copies what the patterns match.
# ARTIFACTS_STORE: where to.
export LC_ALL=C # bytes

# The artifact's files, by their paths from the workspace; and what upload-artifact leaves away of these,
# the directory that its patterns have in common.
store=$ARTIFACTS_STORE/files/$ARTIFACT_NAME

common_directory() {
  local i directory common=''
  for i in "${!patterns[@]}"; do
    [ "${signs[i]}" = + ] || continue
    directory=${roots[i]}
    [ -d "$directory" ] || directory=$(dirname "$directory")
    common=${common:-$directory}
    until [[ $directory/ == "$common"/* || $common == / ]]; do common=$(dirname "$common"); done
  done
  printf '%s' "${common#./}"
}

read_patterns
mkdir -p "$store" "$ARTIFACTS_STORE/roots"
common_directory >"$ARTIFACTS_STORE/roots/$ARTIFACT_NAME"
list_files | while IFS= read -r file; do
  is_collected "$file" || continue
  { mkdir -p "$store/$(dirname "$file")" && cp "$file" "$store/$file"; } || exit 1
done
