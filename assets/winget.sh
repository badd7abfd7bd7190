# Packages of winget: an id, or `id=version`.

ask() { winget "$@" --exact --accept-source-agreements --disable-interactivity </dev/null; } # command arguments...

# Its codes say many things in a last byte of 32 bits, so it is asked what is there.
is_installed() {
  local listing
  listing=$(ask list --id "${1%%=*}" 2>/dev/null) || return 1
  # the version that is there stands behind the id, and then one that could be had
  [[ $1 != *=* ]] || awk -v id="${1%%=*}" -v version="${1#*=}" '{ for (n = 1; n < NF; n++) if ($n == id && $(n + 1) == version) found = 1 } END { exit !found }' <<<"$listing"
}

install() {
  local options status=0
  for package in "${packages[@]}"; do
    [ "$turn" -eq 1 ] || ! is_installed "$package" || continue
    options=(--source winget --silent --accept-package-agreements)
    if [[ $package == *=* ]]; then options+=(--version "${package#*=}"); else options+=(--no-upgrade); fi
    ask install --id "${package%%=*}" "${options[@]}" || is_installed "$package" || status=1
  done
  return "$status"
}

absent() {
  local id versions
  for package in "${packages[@]}"; do
    ! is_installed "$package" || continue
    id=${package%%=*}
    if ! versions=$(ask show --id "$id" --source winget --versions 2>/dev/null | tr -d '\r'); then
      printf 'No package has the id %s. ' "$id"
    elif [[ $package == *=* ]] && ! grep -Fqx -- "${package#*=}" <<<"$versions"; then
      printf '%s has no version %s; there are %s. ' "$id" "${package#*=}" "$(sed '1,/^---/d' <<<"$versions" | listed 5)"
    fi
  done
}

update() { winget source update --name winget --disable-interactivity; }

needs_manager Windows winget
path_before=$(windows_path)
insist update || say warning 'The lists of packages could not be updated' 'What is known of them is taken.'
if ! insist install; then
  text=$(absent)
  [ -z "$text" ] || stop 'Packages do not exist' "${text}An id is written as winget search prints it, with capitals. Correct Setup.winget."
  stop 'Packages cannot be installed' "winget says: $(tr -d '\r' <"$log" | grep -Ei 'fail|error|0x8' | listed 3)"
fi
hand_on_path
