# What all managers of packages have in common. PACKAGES names a package a line; INSTALL_NOTHING is set
# where the machine is somebody's own. A part behind this one knows `is_installed`, and installs.
: "${PACKAGES:?names no package}"
packages=()
while IFS= read -r package; do packages+=("$package"); done <<<"$PACKAGES"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

stop() { say error "$1" "$2"; exit 1; } # title text

# The first of some lines as a list.
listed() { awk -v most="${1:-20}" 'NF && !had[$0]++ && n++ < most { printf "%s%s", sep, $0; sep = ", " }'; } # most

# What the log says of errors, for a message.
reasons() { sed -n 's/^E: //p; s/^Error: //p; s/^ERROR: //p' "$log" | sed 's/[. ]*$//' | listed 3; }

# Only what belongs to this system; of a label that tells no system it turns out here.
needs_manager() { # system command
  local other others=''
  if [ "${RUNNER_OS:-$1}" != "$1" ]; then
    say notice 'Packages for another system are left out' "$2 is for $1 and this runner is $RUNNER_OS, so these are not installed: ${packages[*]}."
    exit 0
  fi
  if ! command -v "$2" >/dev/null && [ -z "${INSTALL_NOTHING-}" ]; then
    for other in apk dnf microdnf yum zypper pacman; do command -v "$other" >/dev/null && others+=" $other"; done
    stop 'The manager of packages is missing' "There is no $2 on this runner${others:+, which is $(release) and has$others}, so these cannot be installed: ${packages[*]}. Take a runner or an image that has it, or install them in a step of Setup.of."
  fi
  [ -z "${INSTALL_NOTHING-}" ] || name_missing "$2"
}

release() { # what this Linux calls itself
  local name
  name=$(sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\).*/\1/p' /etc/os-release 2>/dev/null)
  printf '%s' "${name:-unknown}"
}

name_missing() { # command
  local missing=()
  for package in "${packages[@]}"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] || say warning 'Packages are not installed here' "On your own machine nothing is installed. The build may need what is missing of $1: ${missing[*]}."
  exit 0
}

# What may go by itself. Nothing else is tried again.
passing='tim(ed|e) ?-?out|could not (resolve|connect|handshake|get lock|be resolved)|unable to (acquire|connect|fetch)|temporary failure|temporarily|connection (was |been )?(failed|reset|refused|closed|aborted)|failed to (fetch|download)|hash sum mismatch|unexpected size|mirror sync|too many requests|internal server error|bad gateway|service unavailable|\((429|50[0-9])\)|error:? (429|50[0-9])|curl: \(|0x80072|download request status'

# Tries a command three times as long as it is the network, and not longer than ten minutes; `turn` counts.
insist() { # command
  local pause
  turn=0
  for pause in 10 30 ''; do
    turn=$((turn + 1))
    "$@" 2>&1 | tee "$log"
    [ "${PIPESTATUS[0]}" -ne 0 ] || return 0
    if [ -z "$pause" ] || [ "$SECONDS" -ge 600 ] || ! grep -Eqi "$passing" "$log"; then return 1; fi
    echo "That may pass: once more in $pause seconds."
    sleep "$pause"
  done
}
