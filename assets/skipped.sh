# The guard's summary says what runs only where a secret is set.
# SKIPPED: `NAME what is said where it is not` a line.
skipped_steps() {
  local name text
  while read -r name text; do
    is_set "$name" || printf '\n%s\n' "$(markdown "$text")"
  done <<<"$SKIPPED"
}
