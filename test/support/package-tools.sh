#!/usr/bin/env bash
# Stand-ins for managers of packages, which answer in the words of the real ones; it is called by their names.
# $MACHINE holds, a line each: `available` (a name, or name=version), `installed`, `fails` (`command: text`,
# used up by the first call that begins so), and keeps `calls`.
tool=${0##*/}

called() { printf '%s\n' "$tool $*" >>"$MACHINE/calls"; }
has() { grep -Fqx -- "$2" "$MACHINE/$1" || grep -q "^$2=" "$MACHINE/$1"; }
put() { sed -i "/^${1%%=*}\(=.*\)\{0,1\}$/d" "$MACHINE/installed"; printf '%s\n' "$1" >>"$MACHINE/installed"; } # in place of another version
versions() { sed -n "s/^$1=//p" "$MACHINE/available"; }
fails() { # command: whether it is its turn, and the text
  local line
  line=$(grep -n -m 1 -- "^$1: " "$MACHINE/fails") || return 1
  sed -i "${line%%:*}d" "$MACHINE/fails"
  printf '%b\n' "${line#*: }"
}

apt_get() {
  local command='' name bare names=() status=0
  while [ $# -gt 0 ]; do
    case $1 in -o) shift ;; update | install) command=$1 ;; --simulate) command=simulate ;; -*) ;; *) names+=("$1") ;; esac
    shift
  done
  [ "$command" = simulate ] || called "$command" "${names[@]}"
  ! fails "$command" || exit 100
  for name in "${names[@]}"; do
    bare=${name%%=*}
    if ! has available "$bare"; then
      echo "E: Unable to locate package $bare"; status=100
    elif [[ $name == *=* ]] && ! has available "$name"; then
      echo "E: Version '${name#*=}' for '$bare' was not found"; status=100
    elif [ "$command" = install ]; then
      put "$bare"
    fi
  done
  exit "$status"
}

apt_cache() {
  case $1 in
    pkgnames) sed 's/=.*//' "$MACHINE/available" ;;
    madison) versions "$2" | sed "s|.*| $2 \| & \| http://mirror main amd64 Packages|" ;;
  esac
}

brew() {
  local kind=${2#--} name status=0
  case $1 in
    list) has installed "$4" && echo "$4 1.0" ;;
    info) has available "$3" ;;
    update) called update; ! fails update ;;
    install)
      called "$@"
      shift 2; [ "$1" != --overwrite ] || shift
      ! fails install || exit 1
      for name; do
        if grep -Fqx "unlinked $name" "$MACHINE/available"; then
          put "$name"; status=1
          printf 'Error: The %s step did not complete successfully\nThe formula built, but is not symlinked into /usr/local\n' \`brew\ link\`
        elif has available "$name"; then
          put "$name"
        else
          status=1
          echo "Warning: No available $kind with the name \"$name\"."
        fi
      done
      exit "$status" ;;
  esac
}

choco() {
  case $1 in
    list) sed -n "s/^$4=/$4|/p; s/^$4$/$4|1.0.0/p" "$MACHINE/installed" ;;
    search) versions "$2" | sed "s/^/$2|/"; if has available "$2" && [ -z "$(versions "$2")" ]; then echo "$2|1.0.0"; fi ;;
    install)
      called "$@"
      ! fails install || exit "${CHOCO_FAILS_WITH:-1}"
      if has available "$2${6:+=$6}"; then put "$2${6:+=$6}"; exit "${CHOCO_ENDS_WITH:-0}"; fi
      printf '%s not installed. The package was not found with the source(s) listed.\r\n' "$2"
      exit 1 ;;
  esac
}

winget() {
  local command=$1 id=$3 version=''
  while [ $# -gt 0 ]; do [ "$1" != --version ] || version=$2; shift; done
  case $command in
    source) called source update; ! fails source ;;
    list) grep "^$id\(=\|$\)" "$MACHINE/installed" | sed "s/=/ /; s/^/The tool /; s/$/ $(versions "$id" | head -n 1) winget/" | grep . || exit 20 ;;
    show) has available "$id" || exit 20; printf 'Version\r\n-------\r\n'; versions "$id" | sed 's/$/\r/' ;;
    install)
      called install "$id" "$version"
      ! fails install || exit 8
      if has available "$id${version:+=$version}"; then put "$id${version:+=$version}"; exit "${WINGET_ENDS_WITH:-0}"; fi
      echo 'No package found matching input criteria.'; exit 20 ;;
  esac
}

case $tool in
  id) if [ "$1" = -u ]; then echo "${ID:-0}"; else echo builder; fi ;;
  sleep) called "$@" ;;
  sudo) shift; "$@" ;;
  apt-get) apt_get "$@" ;;
  apt-cache) apt_cache "$@" ;;
  dpkg) if [ "$1" = --print-architecture ]; then echo amd64; else called "$@"; fi ;;
  dpkg-query) ! has installed "$4" || printf installed ;;
  powershell.exe) printf 'C:\\Windows;C:\\Program Files\\Git\\cmd\r\n'; [ ! -s "$MACHINE/installed" ] || printf 'C:\\tools\\new\r\n' ;;
  *) "$tool" "$@" ;;
esac
