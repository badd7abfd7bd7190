# Each artifact pattern must match a file; what they match goes into the summary.
# ARTIFACTS holds a glob pattern a line, read as actions/upload-artifact reads it; PLATFORM names the leg.
{ set +x; } 2>/dev/null
set +e          # a pattern without a match is collected and must not hide the next one
export LC_ALL=C # bytes
case ${OSTYPE-} in msys* | cygwin*) shopt -s nocasematch ;; esac

# In a log and in a table nothing that a file name holds may be read as a command.
one_line() { printf '%s' "$1" | tr '\000-\037\177' ' '; }
