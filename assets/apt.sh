# Packages of Debian and Ubuntu: `name`, `name:architecture`, `name=version`.

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "${1%%=*}" 2>/dev/null)" = installed ]; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Recommended packages come too, as by hand: xvfb does not run without one, and no cross compiler links.
apt() {
  as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -q -y \
    -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 -o DPkg::Lock::Timeout=300 \
    -o APT::Update::Error-Mode=any -o APT::Cmd::Pattern-Only=true -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# A package of another architecture, of which there are lists only where dpkg is told of it.
add_architectures() {
  local name
  for name in "${packages[@]%%=*}"; do
    case $name in
      *:any | *:all | *:native | "${name%%:*}:$(dpkg --print-architecture)") ;;
      *:*) as_root dpkg --add-architecture "${name#*:}" ;;
    esac
  done
}

# What provides it, or is called alike.
similar() { # name
  local providers
  providers=$(apt-cache showpkg "$1" 2>/dev/null | sed '1,/^Reverse Provides/d' | sed 's/[ :].*//' | listed 5)
  [ -n "$providers" ] || providers=$(apt-cache pkgnames | awk -v name="$1" '{
    for (n = 0; n < length(name) && substr($0, n + 1, 1) == substr(name, n + 1, 1); n++);
    if (n > 3) print n, length($0), $0
  }' | sort -k 1,1nr -k 2,2n | cut -d ' ' -f 3 | listed 5)
  printf '%s' "${providers:+; there are for instance $providers}"
}

versions() { # name
  local found
  found=$(apt-cache madison "$1" 2>/dev/null | cut -d '|' -f 2 | tr -d ' ' | listed 5)
  printf '%s' "${found:+; there are $found}"
}

# All that cannot be had is named at once.
look_up() { # what was wrong with the lists
  local name version text=''
  apt install --simulate -- "${packages[@]}" >"$log" 2>&1 && return
  while IFS= read -r name; do
    [ -z "$name" ] || text+="No package $name can be installed on $(release)$(similar "${name%%:*}"). "
  done <<<"$(sed -n "s/^E: Unable to locate package //p; s/^E: Package '\(.*\)' has no installation candidate$/\1/p" "$log")"
  while IFS=' ' read -r name version; do
    [ -z "$name" ] || text+="$name has no version $version on $(release)$(versions "$name"). "
  done <<<"$(sed -n "s/^E: Version '\(.*\)' for '\(.*\)' was not found$/\2 \1/p" "$log")"
  cat "$log"
  [ -n "$text" ] || stop 'Packages cannot be installed' "apt-get says: $(reasons)."
  stop 'Packages do not exist' "$text$1Correct Setup.apt, or build on a release that has them."
}

install() {
  [ "$turn" -eq 1 ] || apt update # a mirror may have moved on since
  apt install -- "${packages[@]}"
}

needs_manager Linux apt-get
as_root true 2>/dev/null || stop 'Packages need root' "This job runs as $(id -un) and there is no sudo without a password, so these cannot be installed: ${packages[*]}. Run the container as root, or take an image that has them."
stale=''
add_architectures
if ! insist apt update; then
  stale="The lists of packages could not be updated, though: $(reasons). "
  say warning 'The lists of packages could not be updated' "What is known of them is taken. apt-get says: $(reasons)."
fi
look_up "$stale"
insist install || stop 'Packages cannot be installed' "apt-get says: $(reasons)."
