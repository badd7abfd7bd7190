# Formulae of Homebrew, or casks: BREW_KIND is `formula` or `cask`.
# Nothing asks, and nothing that the image has is upgraded or tidied away.
export HOMEBREW_NO_ASK=1 HOMEBREW_NO_ANALYTICS=1 HOMEBREW_NO_AUTO_UPDATE=1 HOMEBREW_NO_ENV_HINTS=1
export HOMEBREW_NO_INSTALL_CLEANUP=1 HOMEBREW_NO_INSTALL_UPGRADE=1 HOMEBREW_NO_INSTALLED_DEPENDENTS_CHECK=1

is_installed() { brew list "--$BREW_KIND" --versions "$1" >/dev/null 2>&1; }

missing() { for package in "${packages[@]}"; do is_installed "$package" || printf '%s\n' "$package"; done; }

# A formula takes the place of files that others have left, such as those of the image's own Python.
install() {
  local options=("--$BREW_KIND") names=()
  while IFS= read -r package; do names+=("$package"); done <<<"$(missing)"
  [ -n "${names[0]}" ] || return 0
  [ "$BREW_KIND" = cask ] || options+=(--overwrite)
  brew install "${options[@]}" "${names[@]}" </dev/null
}

update() { brew update --quiet; }

unknown() { for package in "${packages[@]}"; do brew info "--$BREW_KIND" "$package" >/dev/null 2>&1 || printf '%s\n' "$package"; done | listed; }

needs_manager macOS brew
insist install && exit 0
# brew fails where it cannot link a dependency, which a build finds all the same
if [ -z "$(missing)" ]; then
  say warning 'Packages are installed with a warning' "brew says: $(reasons)."
  exit 0
fi
# what the image knows may be older than the package, or the file that it would download is gone
insist update
absent=$(unknown)
[ -z "$absent" ] || stop 'Packages do not exist' "Homebrew has no $BREW_KIND $absent. Correct the name, or look among casks with Setup.cask and among formulae with Setup.brew."
insist install || [ -z "$(missing)" ] || stop 'Packages cannot be installed' "brew says: $(reasons)."
