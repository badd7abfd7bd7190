#!/usr/bin/env bash
# Adopts repositories with the packed package, from a registry of its own in front of the real one:
# without package.json by npx, from a fresh clone, too; of each kind; by "projen new"; takes it all
# back; and does the same by each package manager.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
registry=
trap '[ -z "$registry" ] || kill "$registry"; rm -rf "$work"' EXIT

export GIT_AUTHOR_NAME=ci GIT_AUTHOR_EMAIL=ci@example.com GIT_COMMITTER_NAME=ci GIT_COMMITTER_EMAIL=ci@example.com
generated='.github/workflows/installers.yml .projen/files.json .projen/tag-builds.json .projen/tasks.json README.md docs/installers.md'

serve() {
  (cd "$root" && npm pack --silent --pack-destination "$work" >/dev/null)
  node "$root/.ci/adopt/registry.mjs" "$work"/*.tgz "$(npm config get registry)" >"$work/address" &
  registry=$!
  until [ -s "$work/address" ]; do sleep 0.1; done
  npm_config_registry=$(cat "$work/address")
  # what npx has fetched of an earlier commit has the same name and version
  npm_config_cache="$work/cache"
  export npm_config_registry npm_config_cache npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
}

projen() { npx -y "projen@$(node -p "require('$root/node_modules/projen/package.json').version")" "$@"; }

must_be() { # what, wanted, got
  [ "$2" = "$3" ] || { printf '%s: wanted\n%s\ngot\n%s\n' "$1" "$2" "$3"; return 1; }
}

new_repository() {
  mkdir "$work/$1"
  cd "$work/$1"
  git init --quiet
}

commit_all() { git add . && git commit --quiet --message "$1"; }

# ours <command>: as it is printed for a repository without package.json.
ours() { sh -c "$(node -p "require('$root/lib/adopt/packages.js').npxCommand(process.argv[1])" "$1")"; }

files() { git ls-files "$@" | paste -sd ' '; }

without_package_json() {
  new_repository rust-app
  printf '[package]\nname = "app"\n' >Cargo.toml
  printf '/target\r\n' >.gitignore
  commit_all 'an app'
  sed "s,my-app,rust-app," "$root/.ci/adopt/projenrc.ts" >.projenrc.ts
  ours synth
  commit_all 'build what is tagged'
  must_be 'files' ".gitignore .projenrc.ts Cargo.toml $generated" "$(files .gitignore .projenrc.ts Cargo.toml) $(files ':!.gitignore' ':!.projenrc.ts' ':!Cargo.toml')"
}

in_a_fresh_clone() {
  git clone --quiet "$work/rust-app" "$work/clone"
  cd "$work/clone"
  projen
  projen tag-build:check
  must_be 'changes after another synthesis' '' "$(git status --porcelain)"
}

taken_back() {
  cd "$work/clone"
  ours 'remove --yes'
  git add .
  must_be 'what is different from before' '' "$(git diff --cached --name-only HEAD~1)"
}

projen_new() {
  mkdir "$work/new-app"
  cd "$work/new-app"
  projen new --from projen-tag-build --name new-app
  must_be 'changes that projen new has not committed' '' "$(git status --porcelain)"
  must_be 'packages that it has committed' '' "$(git ls-files node_modules)"
  npx projen
  npx projen tag-build:check
  commit_all 'build what is tagged'
  must_be 'files that were made' "$generated" "$(files .github .projen docs README.md)"
}

. "$root/.ci/adopt/kinds.sh"

serve
for scene in without_package_json in_a_fresh_clone taken_back projen_new each_kind_without_package_json from_a_workflow; do
  start=$SECONDS
  # on its own: behind || a command that fails ends nothing
  "$scene" >"$work/log" 2>&1 &
  wait "$!" || { cat "$work/log"; echo "failed: $scene"; exit 1; }
  echo "note: $scene ($((SECONDS - start)) s)"
done

cd "$root"
TMPDIR="$work" node --import tsx --test --test-reporter=spec .ci/adopt/*.test.ts
