#!/usr/bin/env bash
# Installs the tools of tools.env that are missing or of another version; $1 is the directory for
# them, whose bin/ belongs in front of PATH. Fails where one cannot be installed.
set -euo pipefail

dir=$1
# shellcheck source=SCRIPTDIR/tools.env
source "$(dirname "$0")/tools.env"
mkdir -p "$dir/bin"
PATH="$dir/bin:$PATH"

apt_install() {
  local sudo=()
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

# go install refuses the module by its version, so that another one requires it.
build_gh() {
  local package=github.com/cli/cli/v2 work
  work=$(mktemp -d)
  (
    cd "$work"
    go mod init gh-of-projen-tag-build
    go get "$package/cmd/gh@v$2"
    go build -ldflags "-X $package/internal/build.Version=$2" -o "$dir/bin/$1" "$package/cmd/gh"
  )
  rm -rf "$work"
}

actionlint_version() { actionlint -version | sed -n '1s/^v\{0,1\}//p'; }
act_version() { act --version | sed -n 's/^act version //p'; }
zizmor_version() { zizmor --version | sed -n 's/^zizmor //p'; }
gh_oldest_version() { gh-oldest --version | sed -n 's/^gh version \([^ ]*\).*/\1/p'; }
gh_newest_version() { gh-newest --version | sed -n 's/^gh version \([^ ]*\).*/\1/p'; }
tauri_version() { tauri --version | sed -n 's/^tauri-cli //p'; }
electron_builder_version() { node -p 'require(process.argv[1]).version' "$dir/electron-builder/node_modules/app-builder-lib/package.json"; }
chromium_version() { chromium --version | sed -n 's/^Chromium \([^ ]*\).*/\1/p'; }
git_lfs_version() { git-lfs version | sed -n 's,^git-lfs/\([^ ]*\).*,\1,p'; }
shellcheck_version() { shellcheck --version | sed -n 's/^version: //p'; }

# The version of a command that may be missing, or may not run.
version_of() { "$1_version" 2>/dev/null || true; }

at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

if [ "$(version_of actionlint)" != "$ACTIONLINT_VERSION" ]; then
  GOBIN="$dir/bin" go install "github.com/rhysd/actionlint/cmd/actionlint@v$ACTIONLINT_VERSION"
fi

if [ "$(version_of act)" != "$ACT_VERSION" ]; then
  GOBIN="$dir/bin" go install "github.com/nektos/act@v$ACT_VERSION"
fi

if [ "$(version_of gh_oldest)" != "$GH_OLDEST_VERSION" ]; then
  build_gh gh-oldest "$GH_OLDEST_VERSION"
fi

if [ "$(version_of gh_newest)" != "$GH_NEWEST_VERSION" ]; then
  build_gh gh-newest "$GH_NEWEST_VERSION"
fi

if [ "$(version_of zizmor)" != "$ZIZMOR_VERSION" ]; then
  python3 -m venv --clear "$dir/zizmor" || { apt_install python3-venv && python3 -m venv --clear "$dir/zizmor"; }
  "$dir/zizmor/bin/pip" install --disable-pip-version-check "zizmor==$ZIZMOR_VERSION"
  ln -sf ../zizmor/bin/zizmor "$dir/bin/zizmor"
fi

if [ "$(version_of tauri)" != "$TAURI_VERSION" ]; then
  npm install --no-audit --no-fund --prefix "$dir/tauri" "@tauri-apps/cli@$TAURI_VERSION"
  ln -sf ../tauri/node_modules/.bin/tauri "$dir/bin/tauri"
fi

if [ "$(version_of electron_builder)" != "$ELECTRON_BUILDER_VERSION" ]; then
  npm install --prefix "$dir/electron-builder" --ignore-scripts --no-audit --no-fund "app-builder-lib@$ELECTRON_BUILDER_VERSION"
fi

if ! at_least "$SHELLCHECK_MIN_VERSION" "$(version_of shellcheck)"; then
  apt_install shellcheck
fi

# any that is there will do
if [ -z "$(version_of chromium)" ]; then
  apt_install chromium
fi

# any that are there will do
for shell in zsh fish; do
  command -v "$shell" >/dev/null || apt_install "$shell"
done

if [ -z "$(version_of git_lfs)" ]; then
  apt_install git-lfs
fi

hash -r
[ "$(version_of actionlint)" = "$ACTIONLINT_VERSION" ]
[ "$(version_of act)" = "$ACT_VERSION" ]
[ "$(version_of gh_oldest)" = "$GH_OLDEST_VERSION" ]
[ "$(version_of gh_newest)" = "$GH_NEWEST_VERSION" ]
[ "$(version_of zizmor)" = "$ZIZMOR_VERSION" ]
[ "$(version_of tauri)" = "$TAURI_VERSION" ]
[ "$(version_of electron_builder)" = "$ELECTRON_BUILDER_VERSION" ]
at_least "$SHELLCHECK_MIN_VERSION" "$(version_of shellcheck)"
[ -n "$(version_of chromium)" ]
command -v zsh >/dev/null
command -v fish >/dev/null
[ -n "$(version_of git_lfs)" ]
echo "note: actionlint $(version_of actionlint), act $(version_of act), gh $(version_of gh_oldest) and $(version_of gh_newest), zizmor $(version_of zizmor), tauri $(version_of tauri), electron-builder $(version_of electron_builder), shellcheck $(version_of shellcheck), Chromium $(version_of chromium), Git LFS $(version_of git_lfs)"
