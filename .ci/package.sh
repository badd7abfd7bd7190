#!/usr/bin/env bash
# Packs the compiled checkout, compares what is in the tarball with package-files.txt and its weight
# with a limit, installs it in an empty project and synthesizes the reference build there. What comes
# out must be what the checkout has, byte for byte; and the commands run on it. So it is with the examples.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
user="$work/user"
build=desktop-tag-build
limit=2350000 # bytes, as npm counts them: of the files, unpacked
outputs=(".github/workflows/$build.yml" docs/github-actions-tag-build.md README.md .projen/tag-builds.json)

version_of() { node -p "require('$root/node_modules/$1/package.json').version"; }

pack() {
  (cd "$root" && npm pack --silent --pack-destination "$work")
  tarball=$(find "$work" -name '*.tgz')
}

check_contents() {
  tar -tzf "$tarball" | sed 's,^package/,,' >"$work/files"
  node "$root/.ci/package-contents.mjs" "$root/.ci/package-files.txt" <"$work/files"
  local unpacked
  unpacked=$(tar -xzOf "$tarball" | wc -c)
  echo "note: $(wc -l <"$work/files") files, $(wc -c <"$tarball") bytes packed, $unpacked unpacked"
  if [ "$unpacked" -ge "$limit" ]; then
    echo "the package unpacks to $unpacked bytes; allowed are fewer than $limit"
    return 1
  fi
}

# The README's section is emptied, so that it must be made anew.
make_user_project() {
  mkdir -p "$user/src" "$user/projenrc"
  cp "$root/.ci/package/projenrc.ts" "$user/.projenrc.ts"
  cp "$root/.ci/package/src.ts" "$user/src/index.ts"
  cp "$root/projenrc/reference-build.ts" "$user/projenrc/"
  sed "/^<!-- tag-build:$build begin/,/^<!-- tag-build:$build end/{//!d}" "$root/README.md" >"$user/README.md"
  if cmp -s "$root/README.md" "$user/README.md"; then
    echo "README.md has no section of $build between markers"
    return 1
  fi
  cd "$user"
  npm init --yes >/dev/null
  npm install --no-audit --no-fund "$tarball" "projen@$(version_of projen)" "constructs@$(version_of constructs)" "tsx@$(version_of tsx)"
}

type_check() {
  "$root/node_modules/.bin/tsc" --noEmit --strict --module node16 --target es2022 --types node --typeRoots "$root/node_modules/@types" "$@"
}

# A projenrc of a package of modules takes names from the library, which is none.
import_names() { node --input-type=module --eval "import { Platform, TagBuild } from 'projen-tag-build';"; }

compare() {
  local file different=0
  for file in "${outputs[@]}"; do
    diff -u "$root/$file" "$user/$file" || different=1
  done
  return "$different"
}

# The commands load what they need late, from files of their own.
run_commands() {
  git init --quiet
  git add .
  git -c user.name=ci -c user.email=ci@example.com commit --quiet --message 'build what is tagged'
  npx projen-tag-build check
  npx projen-tag-build plan desktop-v1.0.0
}

# Each example as a user has it: what comes out is what is committed.
run_examples() {
  local declaration declarations
  git -C "$root" archive HEAD examples | tar -x -C "$user"
  mapfile -t declarations < <(git -C "$root" ls-files 'examples/**/.projenrc.ts')
  type_check "${declarations[@]}"
  for declaration in "${declarations[@]}"; do
    cd "$user/$(dirname "$declaration")"
    git init --quiet
    git add .
    git -c user.name=ci -c user.email=ci@example.com commit --quiet --message 'build what is tagged'
    npx projen-tag-build synth
    git add --intent-to-add .
    git diff --exit-code
    npx projen-tag-build check
    npx projen-tag-build plan v1.0.0
  done
}

pack
check_contents
make_user_project
type_check .projenrc.ts
import_names
npx tsx .projenrc.ts
compare
run_commands
run_examples
echo "note: ${outputs[*]} are the same from the tarball"
