#!/usr/bin/env bash
# Scenes of run.sh: repositories without package.json, of each kind that is known, are adopted, built on a tag by a
# workflow that nothing is to be said against, and given back as they were.

put() { mkdir -p "$(dirname "$1")" && printf '%b' "$2" >"$1"; }

kind_rust() {
  put Cargo.toml '[package]\nname = "notes"\nversion = "0.3.0"\nedition = "2021"\n'
  put Cargo.lock '[[package]]\nname = "notes"\nversion = "0.3.0"\n'
  put src/main.rs 'fn main() {}\n'
  put .gitignore '/target\r\n'
  put .gitattributes '* text=auto\n'
  put README.md '\0357\0273\0277# Notes\r\n\r\nAn app'
}

kind_go() {
  put go.mod 'module example.com/notes\n\ngo 1.25\n'
  put cmd/notes/main.go 'package main\n\nfunc main() {}\n'
  put readme.md '# Notes\n'
}

kind_dotnet() {
  put Notes.sln '\r\n'
  put src/Notes/Notes.csproj '<Project Sdk="Microsoft.NET.Sdk">\r\n  <PropertyGroup>\r\n    <OutputType>Exe</OutputType>\r\n    <TargetFramework>net9.0</TargetFramework>\r\n    <Version>1.2.3</Version>\r\n  </PropertyGroup>\r\n</Project>\r\n'
}

kind_wheel() {
  put pyproject.toml '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "notes"\nversion = "1.2.3"\n'
  put README.rst 'Notes\n=====\n'
}

kind_pyinstaller() {
  put notes.spec "exe = EXE(Analysis(['notes.py']).scripts, name='notes')\n"
  put requirements.txt 'PySide6==6.8.0\n'
}

kind_flutter() {
  put pubspec.yaml 'name: notes\nversion: 1.2.3+4\ndependencies:\n  flutter:\n    sdk: flutter\n'
  for system in linux windows macos; do put "$system/CMakeLists.txt" '\n'; done
}

kind_wails() {
  put wails.json '{ "name": "notes", "frontend:install": "npm install" }\n'
  put go.mod 'module example.com/notes\n\ngo 1.25\n\nrequire github.com/wailsapp/wails/v2 v2.10.1\n'
  put main.go 'package main\n'
  put frontend/package.json '{ "name": "frontend" }\n'
}

kind_cmake() {
  put CMakeLists.txt 'project(notes VERSION 1.2.3)\nadd_executable(notes main.cpp)\ninstall(TARGETS notes)\ninclude(CPack)\n'
  put Makefile 'all:\n\tcmake --build build\n'
}

kinds=(rust go dotnet wheel pyinstaller flutter wails cmake)

# The packages that npx would lay beside one another, once for all.
lay_tools() {
  mapfile -t packages < <(node -p "require('${root:?}/lib/adopt/packages.js').packagesInVersions().join('\\n')")
  npm install --silent --prefix "${work:?}/tools" "${packages[@]}"
}

laid() { node "$work/tools/node_modules/projen-tag-build/bin/projen-tag-build.js" "$@"; }

# announced <what init printed>: the files that it names.
announced() { sed -n '/^Files$/,/^$/s/^  \([^ ]*\) .*/\1/p' "$1" | sort; }

changed() { git add --intent-to-add . && git diff --name-only | sort; }

must_be_clean() { must_be "$1" '' "$(git status --porcelain)"; }

adopted() {
  new_repository "$1"
  git remote add origin "https://github.com/acme/$1.git"
  "kind_$1"
  commit_all 'an app'
  laid init --yes >"$work/said"
  laid synth
  must_be 'files that are changed, and those that init has announced' "$(announced "$work/said")" "$(changed)"
  commit_all 'build what is tagged'
  actionlint -config-file /dev/null .github/workflows/*.yml
  laid check
  laid synth
  must_be_clean 'changes after another synthesis'
  laid init --yes >"$work/said"
  grep --quiet 'is there already, so nothing is written' "$work/said"
  must_be_clean 'changes after another init'
  laid remove --yes
  git add .
  must_be 'what is different from before' '' "$(git diff --cached --name-only HEAD~1)"
}

each_kind_without_package_json() {
  lay_tools
  for kind in "${kinds[@]}"; do
    echo "kind: $kind"
    adopted "$kind"
  done
}

# A workflow that somebody has written by hand goes when the new one is there, and not before; all is called by npx.
from_a_workflow() {
  new_repository replaced
  git remote add origin https://github.com/acme/replaced.git
  kind_rust
  put .github/workflows/release.yml 'on:\n  push:\n    tags: ["v*"]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: cargo build --release\n      - uses: actions/upload-artifact@v4\n        with: { name: notes, path: target/release/notes }\n'
  commit_all 'an app'
  ours 'init --yes --from-workflow .github/workflows/release.yml --replace'
  must_be 'workflows' '.github/workflows/release-tag-build.yml' "$(ls .github/workflows/*)"
}
