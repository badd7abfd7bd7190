import { built, decisions, surveyOf, synthesized, type Tree } from './tree';

function packageJson(content: object): Tree {
  return { 'package.json': JSON.stringify({ name: 'notes', version: '1.2.3', ...content }) };
}

const CARGO = '[package]\nname = "notes"\nversion = "1.2.3"\nedition = "2021"\n';

const NO_LOCK = 'there is no lock file of npm, so that each run gets other packages: commit one';
const GUESSED = 'the commands and the files of artifacts are guessed: write what you run, and what it leaves';
const CMAKE = 'cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build --config Release';
const COMPARED = 'compare the artifacts with what a build leaves: CMakeLists.txt may put it elsewhere, or ask for packages that the runners do not have';

/** As electron-vite's template has it, but for the names. */
const ELECTRON_VITE: Tree = {
  ...packageJson({
    scripts: {
      'dev': 'electron-vite dev',
      'build': 'npm run typecheck && electron-vite build',
      'typecheck': 'tsc --noEmit',
      'postinstall': 'electron-builder install-app-deps',
      'build:unpack': 'npm run build && electron-builder --dir',
      'build:win': 'npm run build && electron-builder --win',
      'build:mac': 'electron-vite build && electron-builder --mac',
      'build:linux': 'electron-vite build && electron-builder --linux',
    },
    dependencies: { 'electron-updater': '^6.3.9' },
    devDependencies: { 'electron': '^38.0.0', 'electron-builder': '^26.0.0', 'electron-vite': '^4.0.0', 'typescript': '^5.0.0' },
  }),
  'pnpm-lock.yaml': `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      electron-updater:
        specifier: ^6.3.9
        version: 6.3.9
    devDependencies:
      electron:
        specifier: ^38.0.0
        version: 38.0.0
      electron-builder:
        specifier: ^26.0.0
        version: 26.0.12
      electron-vite:
        specifier: ^4.0.0
        version: 4.0.0
      typescript:
        specifier: ^5.0.0
        version: 5.9.3
`,
  '.nvmrc': 'lts/jod\n',
  'electron-builder.yml': `appId: com.electron.app
productName: notes
directories:
  buildResources: build
files:
  - '!**/.vscode/*'
asarUnpack:
  - resources/**
win:
  executableName: notes
nsis:
  artifactName: \${name}-\${version}-setup.\${ext}
  createDesktopShortcut: always
mac:
  entitlementsInherit: build/entitlements.mac.plist
  notarize: false
  target: [dmg, zip]
dmg:
  artifactName: \${name}-\${version}.\${ext}
linux:
  target:
    - AppImage
    - snap
    - deb
  maintainer: electronjs.org
appImage:
  artifactName: \${name}-\${version}.\${ext}
npmRebuild: false
publish:
  provider: github
`,
};

/** As electron-react-boilerplate has it in its package.json. */
const IN_PACKAGE_JSON: Tree = {
  'clean.js': '',
  ...packageJson({
    scripts: { package: 'ts-node ./clean.js dist && npm run build && electron-builder build --publish never', build: 'concurrently "npm run build:main" "npm run build:renderer"' },
    devDependencies: { 'electron': '^26.2.1', 'electron-builder': '^24.6.4', 'ts-node': '^10', 'concurrently': '^8' },
    engines: { node: '>=14.x' },
    build: {
      productName: 'ElectronReact',
      mac: { target: { target: 'default', arch: ['arm64', 'x64'] }, type: 'distribution', hardenedRuntime: true, notarize: { teamId: 'ABCDE12345' } },
      dmg: { contents: [{ x: 130, y: 220 }] },
      win: { target: ['nsis'] },
      linux: { target: ['AppImage'], category: 'Development' },
      directories: { app: 'release/app', buildResources: 'assets', output: 'release/build' },
    },
  }),
};

const FORGE = packageJson({
  scripts: { start: 'electron-forge start', package: 'electron-forge package', make: 'electron-forge make', publish: 'electron-forge publish' },
  devDependencies: {
    '@electron-forge/cli': '^7.8', '@electron-forge/maker-deb': '^7.8', '@electron-forge/maker-rpm': '^7.8', '@electron-forge/maker-squirrel': '^7.8', '@electron-forge/maker-zip': '^7.8', 'electron': '38.0.0',
  },
});

const TAURI: Tree = {
  ...packageJson({ scripts: { dev: 'vite', build: 'tsc && vite build', tauri: 'tauri' }, devDependencies: { '@tauri-apps/cli': '^2', 'typescript': '~5.6.2', 'vite': '^6.0.3' }, packageManager: 'yarn@4.9.1' }),
  'yarn.lock': '__metadata:\n  version: 8\n',
  'src-tauri/Cargo.toml': CARGO,
  'src-tauri/tauri.conf.json': JSON.stringify({
    $schema: 'https://schema.tauri.app/config/2',
    productName: 'notes',
    version: '1.2.3',
    identifier: 'com.acme.notes',
    build: { beforeDevCommand: 'yarn dev', devUrl: 'http://localhost:1420', beforeBuildCommand: 'yarn build', frontendDist: '../dist' },
    bundle: { active: true, targets: 'all', icon: ['icons/icon.icns'], createUpdaterArtifacts: true },
    plugins: {
      updater: {
        pubkey: 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXk6IDkzNDhDOEVEMDQ5MDZFQzQKUldURWJwQUU3Y2hJazRFajU1bGtuU2pxcTVRQzhoYUVGU2RQbVZQeE1aazl6NGdBZGNaWDh4dUwK',
        endpoints: ['https://github.com/acme/notes/releases/latest/download/latest.json'],
      },
    },
  }),
};

const OLD_TAURI: Tree = {
  'src-tauri/Cargo.toml': CARGO,
  'src-tauri/tauri.conf.json': JSON.stringify({
    package: { productName: 'notes', version: '1.2.3' },
    tauri: { bundle: { active: true, identifier: 'com.acme.notes', targets: ['deb', 'msi', 'dmg'] } },
  }),
};

interface Row {
  readonly tree: Tree;
  readonly becomes: object;
  /** Rules that warn of what is true. */
  readonly warns?: string;
  readonly decide?: readonly string[];
}

const CASES: Readonly<Record<string, Row>> = {
  "electron-builder by a script for each system, as electron-vite's template has it": {
    tree: ELECTRON_VITE,
    becomes: {
      'tools': ['pnpm 10', 'node .nvmrc'],
      'prepare': ['pnpm install --frozen-lockfile'],
      'linux-x64': { run: 'pnpm run build:linux --publish never', artifacts: 'dist/*-*.AppImage dist/*.snap dist/*.deb dist/*.yml !dist/builder-debug.yml' },
      'windows-x64': { run: 'pnpm run build:win --publish never', artifacts: 'dist/*-*-setup.exe dist/*.yml dist/*.blockmap !dist/builder-debug.yml' },
      'macos-arm64': { run: 'pnpm run build:mac --publish never', artifacts: 'dist/*-*.dmg dist/*.zip dist/*.yml dist/*.blockmap !dist/builder-debug.yml' },
      'version': 'package.json',
    },
  },
  'electron-builder by one script that publishes nothing, with its configuration in package.json': {
    tree: IN_PACKAGE_JSON,
    becomes: {
      'tools': ['node 24'],
      'prepare': ['npm install'],
      'linux-x64': { run: 'npm run package', artifacts: 'release/build/*.AppImage' },
      'windows-x64': { run: 'npm run package', artifacts: 'release/build/*.exe' },
      'macos-arm64': { run: 'npm run package', artifacts: 'release/build/*.dmg' },
      'version': 'package.json',
    },
    decide: [NO_LOCK],
  },
  'electron-builder whose only script is for all systems at once': {
    tree: {
      ...packageJson({ scripts: { build: 'vite build', dist: 'electron-builder -mwl' }, devDependencies: { 'electron': '^38', 'electron-builder': '^26', 'vite': '^7' }, packageManager: 'bun@1.3.1' }),
      'bun.lock': '{}',
      'electron-builder.json5': "{ // where it goes\n  directories: { output: 'out/${version}' },\n}\n",
    },
    becomes: {
      'tools': ['node 24', 'bun package.json'],
      'prepare': ['bun install --frozen-lockfile'],
      'linux-x64': { run: 'bun run build && bunx electron-builder --linux --publish never', artifacts: 'out/*/*.AppImage' },
      'windows-x64': { run: 'bun run build && bunx electron-builder --win --publish never', artifacts: 'out/*/*.exe' },
      'macos-arm64': { run: 'bun run build && bunx electron-builder --mac --publish never', artifacts: 'out/*/*.dmg' },
      'version': 'package.json',
    },
  },
  'electron-builder in a program, by a script that publishes': {
    tree: {
      ...packageJson({ scripts: { release: 'electron-builder --publish always' }, devDependencies: { 'electron': '^38', 'electron-builder': '^26' }, volta: { node: '22.11.0' } }),
      'yarn.lock': '# yarn lockfile v1\n',
      'electron-builder.ts': 'export default {};\n',
    },
    becomes: {
      'tools': ['node package.json', 'yarn 1.22.22'],
      'prepare': ['yarn install --frozen-lockfile'],
      'linux-x64': { run: 'yarn run electron-builder --linux --publish never', artifacts: 'dist/*.AppImage' },
      'windows-x64': { run: 'yarn run electron-builder --win --publish never', artifacts: 'dist/*.exe' },
      'macos-arm64': { run: 'yarn run electron-builder --mac --publish never', artifacts: 'dist/*.dmg' },
      'version': 'package.json',
    },
    decide: ["'electron-builder.ts' is a program, which is not read: compare artifacts with what it makes"],
  },
  'electron-builder by scripts that publish, each with a configuration of its own': {
    tree: {
      ...packageJson({
        scripts: { 'release-linux': 'electron-builder --config linux.json --publish always', 'release-win': 'electron-builder --config=win.json -p always', 'release-appx': 'electron-builder -c appx.json --publish never' },
        devDependencies: { 'electron': '^38', 'electron-builder': '^26' },
      }),
      'linux.json': JSON.stringify({ linux: { target: ['deb', 'rpm'] }, directories: { output: 'made' } }),
      'win.json': JSON.stringify({ win: { target: 'nsis' }, nsis: { artifactName: 'setup.${ext}' } }),
    },
    becomes: {
      'tools': ['node 24'],
      'prepare': ['npm install'],
      'linux-x64': { run: 'npx electron-builder --config linux.json --publish never', artifacts: 'made/*.deb made/*.rpm' },
      'windows-x64': { run: 'npx electron-builder --config=win.json --publish never', artifacts: 'dist/setup.exe' },
      'version': 'package.json',
    },
    decide: [NO_LOCK],
  },
  'Electron Forge with a program, as its template has it': {
    tree: { ...FORGE, 'forge.config.js': 'module.exports = {};\n' },
    becomes: {
      'tools': ['node 24'],
      'prepare': ['npm install'],
      'linux-x64': { run: 'npm run make', artifacts: 'out/make/deb/*/*.deb out/make/rpm/*/*.rpm' },
      'windows-x64': { run: 'npm run make', artifacts: 'out/make/squirrel.windows/*/*.exe' },
      'macos-arm64': { run: 'npm run make', artifacts: 'out/make/zip/*/*/*.zip' },
      'version': 'package.json',
    },
    decide: [NO_LOCK, 'the makers are those that package.json installs; compare them with forge.config.js'],
  },
  'Electron Forge in package.json, for two systems': {
    tree: packageJson({
      scripts: {},
      devDependencies: { '@electron-forge/cli': '^7.8', 'electron': '38.0.0' },
      config: { forge: { outDir: 'made', makers: [{ name: '@electron-forge/maker-dmg' }, { name: '@electron-forge/maker-zip', platforms: ['darwin', 'linux'] }] } },
    }),
    becomes: {
      'tools': ['node 24'],
      'prepare': ['npm install'],
      'linux-x64': { run: 'npx electron-forge make', artifacts: 'made/make/zip/*/*/*.zip' },
      'macos-arm64': { run: 'npx electron-forge make', artifacts: 'made/make/*.dmg made/make/zip/*/*/*.zip' },
      'version': 'package.json',
    },
    decide: [NO_LOCK],
  },
  'Tauri with updates': {
    tree: TAURI,
    becomes: {
      'tools': ['node 24', 'yarn', 'rust stable'],
      'prepare': ['yarn install --immutable'],
      'linux-x64': {
        run: 'yarn run tauri build',
        artifacts: ['appimage/*.AppImage', 'deb/*.deb', 'rpm/*.rpm', 'appimage/*.AppImage.sig', 'deb/*.deb.sig', 'rpm/*.rpm.sig'].map((file) => `src-tauri/target/release/bundle/${file}`).join(' '),
        packages: 'libwebkit2gtk-4.1-dev libayatana-appindicator3-dev librsvg2-dev libssl-dev libxdo-dev patchelf',
      },
      'windows-x64': {
        run: 'yarn run tauri build',
        artifacts: ['msi/*.msi', 'nsis/*.exe', 'msi/*.msi.sig', 'nsis/*.exe.sig'].map((file) => `src-tauri/target/release/bundle/${file}`).join(' '),
      },
      'macos-arm64': {
        run: 'yarn run tauri build',
        artifacts: ['dmg/*.dmg', 'macos/*.app.tar.gz', 'macos/*.app.tar.gz.sig'].map((file) => `src-tauri/target/release/bundle/${file}`).join(' '),
      },
      'version': 'src-tauri/tauri.conf.json src-tauri/Cargo.toml package.json',
    },
  },
  'Tauri that bundles nothing by itself, in a workspace of Cargo': {
    tree: {
      'Cargo.toml': '[workspace]\nmembers = ["src-tauri", "crates/*"]\n',
      'rust-toolchain.toml': '[toolchain]\nchannel = "1.91.0"\n',
      'src-tauri/Cargo.toml': CARGO,
      'src-tauri/tauri.conf.json': JSON.stringify({ identifier: 'com.acme.notes', bundle: { targets: ['deb', 'nsis', 'app'] } }),
    },
    becomes: {
      'tools': ['rust rust-toolchain.toml'],
      'prepare': ["cargo install tauri-cli --version '^2' --locked"],
      'linux-x64': {
        run: 'cargo tauri build --bundles deb',
        artifacts: 'target/release/bundle/deb/*.deb',
        packages: 'libwebkit2gtk-4.1-dev libayatana-appindicator3-dev librsvg2-dev libssl-dev libxdo-dev patchelf',
      },
      'windows-x64': { run: 'cargo tauri build --bundles nsis', artifacts: 'target/release/bundle/nsis/*.exe' },
      'macos-arm64': { run: 'cargo tauri build --bundles dmg', artifacts: 'target/release/bundle/dmg/*.dmg' },
      'version': 'src-tauri/Cargo.toml',
    },
  },
  'Tauri 1': {
    tree: OLD_TAURI,
    becomes: {
      'tools': ['rust stable'],
      'prepare': ["cargo install tauri-cli --version '^1' --locked"],
      'linux-x64': {
        run: 'cargo tauri build',
        artifacts: 'src-tauri/target/release/bundle/deb/*.deb',
        packages: 'libwebkit2gtk-4.0-dev libayatana-appindicator3-dev librsvg2-dev libssl-dev libxdo-dev patchelf',
      },
      'windows-x64': { run: 'cargo tauri build', artifacts: 'src-tauri/target/release/bundle/msi/*.msi' },
      'macos-arm64': { run: 'cargo tauri build', artifacts: 'src-tauri/target/release/bundle/dmg/*.dmg' },
      'version': 'src-tauri/tauri.conf.json src-tauri/Cargo.toml',
    },
    warns: 'runner-label-ending',
    decide: ['Tauri 1 needs libwebkit2gtk-4.0-dev, which Ubuntu 22.04 is the last to have, and GitHub takes that runner away: move to Tauri 2'],
  },
  'Wails': {
    tree: {
      'wails.json': JSON.stringify({ 'name': 'notes', 'outputfilename': 'notes', 'frontend:install': 'npm install', 'frontend:build': 'npm run build' }),
      'go.mod': 'module acme.test/notes\n\ngo 1.25\n\nrequire github.com/wailsapp/wails/v2 v2.10.1\n',
      'main.go': 'package main\n',
    },
    becomes: {
      'tools': ['node 24', 'go go.mod'],
      'prepare': ['go install github.com/wailsapp/wails/v2/cmd/wails@v2.10.1'],
      'linux-x64': { run: 'wails build -tags webkit2_41', artifacts: 'build/bin/notes', packages: 'libgtk-3-dev libwebkit2gtk-4.1-dev' },
      'windows-x64': { run: 'wails build', artifacts: 'build/bin/notes.exe' },
      'macos-arm64': { run: 'wails build && tar -C build/bin -czf build/bin/notes-macos-arm64.tar.gz notes.app', artifacts: 'build/bin/notes-macos-arm64.tar.gz' },
    },
  },
  'Flutter for two systems': {
    tree: {
      'pubspec.yaml': "name: notes\nversion: 1.2.3+45\nenvironment:\n  sdk: '>=3.5.0 <4.0.0'\n  flutter: 3.35.1\ndependencies:\n  flutter:\n    sdk: flutter\n",
      'linux/CMakeLists.txt': 'project(runner)\n',
      'windows/CMakeLists.txt': 'project(runner)\n',
      'android/build.gradle': '\n',
    },
    becomes: {
      'tools': ['flutter pubspec.yaml'],
      'prepare': ['flutter pub get'],
      'linux-x64': {
        run: 'flutter build linux --release && tar -C build/linux/x64/release/bundle -czf build/notes-linux-x64.tar.gz .',
        artifacts: 'build/notes-linux-x64.tar.gz',
        packages: 'clang cmake libgtk-3-dev ninja-build pkg-config',
      },
      'windows-x64': { run: 'flutter build windows --release && 7z a build/notes-windows-x64.zip ./build/windows/x64/runner/Release/*', artifacts: 'build/notes-windows-x64.zip' },
      'version': 'pubspec.yaml',
    },
  },
  'a workspace of Cargo with the targets of cargo-dist': {
    tree: {
      'Cargo.toml': '[workspace]\nmembers = ["cli", "lib/*"]\nresolver = "2"\n\n[workspace.package]\nversion = "1.2.3"\n',
      'Cargo.lock': 'version = 4\n',
      'dist-workspace.toml': '[dist]\ntargets = ["aarch64-apple-darwin", "x86_64-apple-darwin", "x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"]\n',
      'cli/Cargo.toml': '[package]\nname = "notes-cli"\nversion.workspace = true\n\n[[bin]]\nname = "notes"\npath = "src/main.rs"\n',
      'cli/src/main.rs': 'fn main() {}\n',
      'cli/src/bin/notesd.rs': 'fn main() {}\n',
      'lib/core/Cargo.toml': '[package]\nname = "core"\nversion.workspace = true\n',
      'lib/core/src/lib.rs': '\n',
    },
    becomes: {
      'tools': ['rust stable'],
      'prepare': [],
      'linux-x64': { run: 'cargo build --release --locked --workspace', artifacts: 'target/release/notes target/release/notesd' },
      'windows-x64': { run: 'cargo build --release --locked --workspace', artifacts: 'target/release/notes.exe target/release/notesd.exe' },
      'macos-arm64': { run: 'cargo build --release --locked --workspace', artifacts: 'target/release/notes target/release/notesd' },
      'macos-x64': { run: 'cargo build --release --locked --workspace', artifacts: 'target/release/notes target/release/notesd' },
      'version': 'Cargo.toml',
    },
  },
  'Go with two commands, for what GoReleaser builds': {
    tree: {
      'go.mod': 'module github.com/acme/notes/v2\n\ngo 1.25.3\n',
      'cmd/notes/main.go': '// Command notes.\npackage main\n',
      'cmd/notesd/main.go': 'package main\n',
      'cmd/internal/x.go': 'package internal\n',
      '.goreleaser.yaml': 'version: 2\nbuilds:\n  - main: ./cmd/notes\n    goos: [linux, windows]\n    goarch: [amd64, arm64]\n',
    },
    becomes: {
      tools: ['go go.mod'],
      prepare: [],
      ...Object.fromEntries(['linux-x64', 'linux-arm64', 'windows-x64', 'windows-arm64'].map((name) => {
        const ending = name.startsWith('windows') ? '.exe' : '';
        return [name, {
          run: `go build -trimpath -o dist/notes${ending} ./cmd/notes && go build -trimpath -o dist/notesd${ending} ./cmd/notesd`,
          artifacts: `dist/notes${ending} dist/notesd${ending}`,
        }];
      })),
    },
  },
  '.NET in a solution': {
    tree: {
      'Notes.sln': '\n',
      'global.json': '{ "sdk": { "version": "9.0.100" } }',
      'src/Notes.App/Notes.App.csproj': '<Project Sdk="Microsoft.NET.Sdk">\r\n  <PropertyGroup>\r\n    <OutputType>WinExe</OutputType>\r\n    <TargetFramework>net9.0</TargetFramework>\r\n    <AssemblyName>notes</AssemblyName>\r\n    <RuntimeIdentifiers>win-x64;linux-x64;osx-arm64</RuntimeIdentifiers>\r\n    <Version>1.2.3</Version>\r\n  </PropertyGroup>\r\n</Project>\r\n',
      'src/Notes.Core/Notes.Core.csproj': '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>',
    },
    becomes: {
      tools: ['dotnet global.json'],
      prepare: [],
      ...Object.fromEntries([['linux-x64', 'linux-x64', ''], ['windows-x64', 'win-x64', '.exe'], ['macos-arm64', 'osx-arm64', '']].map(([name, rid, ending]) => [name, {
        run: `dotnet publish src/Notes.App/Notes.App.csproj -c Release -r ${rid} --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -o dist`,
        artifacts: `dist/notes${ending}`,
      }])),
      version: 'src/Notes.App/Notes.App.csproj',
    },
  },
  'WPF, which only Windows builds': {
    tree: { 'Notes.csproj': '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>WinExe</OutputType><TargetFramework>net8.0-windows</TargetFramework><UseWPF>true</UseWPF></PropertyGroup></Project>' },
    becomes: {
      'tools': ['dotnet 8.0.x'],
      'prepare': [],
      'windows-x64': {
        run: 'dotnet publish Notes.csproj -c Release -r win-x64 --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -o dist',
        artifacts: 'dist/Notes.exe',
      },
    },
  },
  'PyInstaller': {
    tree: {
      'notes.spec': "a = Analysis(['notes.py'])\npyz = PYZ(a.pure)\nexe = EXE(\n    pyz,\n    a.scripts,\n    [],\n    exclude_binaries=True,\n    name='notes',\n)\ncoll = COLLECT(exe, name='notes')\n",
      'notes.py': 'print()\n',
      'requirements.txt': 'PySide6==6.8.0\n',
    },
    becomes: {
      tools: ['python 3.13'],
      prepare: ['python -m pip install -r requirements.txt pyinstaller'],
      ...Object.fromEntries(['linux-x64', 'windows-x64', 'macos-arm64'].map((name) => [name, {
        run: `pyinstaller --noconfirm notes.spec && tar -C dist -czf dist/notes-${name}.tar.gz notes`, artifacts: `dist/notes-${name}.tar.gz`,
      }])),
    },
    decide: ['no file names one version of Python; 3.13 is a guess. .python-version would say it to everybody'],
  },
  'PyInstaller by uv': {
    tree: {
      'notes.spec': "exe = EXE(Analysis(['notes.py']).scripts, name='notes')\n",
      'pyproject.toml': '[project]\nname = "notes"\nversion = "1.2.3"\nrequires-python = ">=3.10"\n',
      'uv.lock': 'version = 1\n',
      '.python-version': '3.12\n',
    },
    becomes: {
      tools: ['python .python-version', 'uv 0.9.2'],
      prepare: ['uv sync --frozen'],
      ...Object.fromEntries([['linux-x64', ''], ['windows-x64', '.exe'], ['macos-arm64', '']].map(([name, ending]) => [name, {
        run: 'uv run --frozen --with pyinstaller pyinstaller --noconfirm notes.spec', artifacts: `dist/notes${ending}`,
      }])),
      version: 'pyproject.toml',
    },
    decide: ['no file names a version of uv; 0.9.2 is a guess. required-version in uv.toml or in [tool.uv] would say it to everybody'],
  },
  'Wails 3, whose tasks build': {
    tree: {
      'Taskfile.yml': 'version: "3"\nvars:\n  APP_NAME: "notes"\n  BIN_DIR: "bin"\n',
      'go.mod': 'module changeme\n\ngo 1.25\n\nrequire (\n\tgithub.com/wailsapp/wails/v3 v3.0.0-alpha.38\n)\n',
      'main.go': 'package main\n',
      'frontend/package.json': '{ "name": "frontend" }',
    },
    becomes: {
      'tools': ['node 24', 'go go.mod'],
      'prepare': ['go install github.com/wailsapp/wails/v3/cmd/wails3@v3.0.0-alpha.38'],
      'linux-x64': { run: 'wails3 package', artifacts: 'bin/*', packages: 'libgtk-3-dev libwebkit2gtk-4.1-dev libgtk-4-dev libwebkitgtk-6.0-dev' },
      'windows-x64': { run: 'wails3 package', artifacts: 'bin/*' },
      'macos-arm64': { run: 'wails3 package && tar -C bin -czf bin/notes-macos-arm64.tar.gz notes.app', artifacts: 'bin/notes-macos-arm64.tar.gz' },
    },
    decide: ['Taskfile.yml says what "wails3 package" makes: compare the commands and the files of artifacts with it'],
  },
  'CMake with programs of its own': {
    tree: {
      'CMakeLists.txt': `cmake_minimum_required(VERSION 3.20) # add_executable(no)
project(notes VERSION 1.2.3 LANGUAGES CXX)
add_executable(\${PROJECT_NAME} MACOSX_BUNDLE src/main.cpp)
add_executable(notes_test test.cpp)
add_subdirectory(tools)
`,
      'tools/CMakeLists.txt': 'add_executable(notes-dump dump.cpp)\nadd_executable(other::tool ALIAS notes-dump)\n',
      'Makefile': 'all:\n\tcmake --build build\n',
    },
    becomes: {
      'tools': [],
      'prepare': [],
      'linux-x64': { run: `${CMAKE}`, artifacts: 'build/notes build/tools/notes-dump' },
      'windows-x64': { run: `${CMAKE}`, artifacts: 'build/Release/notes.exe build/tools/Release/notes-dump.exe' },
      'macos-arm64': { run: `${CMAKE} && tar -C build -czf build/notes-macos-arm64.tar.gz notes.app`, artifacts: 'build/notes-macos-arm64.tar.gz build/tools/notes-dump' },
    },
    decide: [COMPARED],
  },
  'CMake that packs by CPack': {
    tree: { 'CMakeLists.txt': 'project("notes")\r\ninclude( CPack )\r\n' },
    becomes: {
      tools: [],
      prepare: [],
      ...Object.fromEntries([['linux-x64', 'TGZ', 'tar.gz'], ['windows-x64', 'ZIP', 'zip'], ['macos-arm64', 'TGZ', 'tar.gz']].map(([name, generator, ending]) => [name, {
        run: `${CMAKE} && cpack --config build/CPackConfig.cmake -C Release -G ${generator} -B dist`, artifacts: `dist/*.${ending}`,
      }])),
    },
    decide: [COMPARED],
  },
  'a wheel without compiled code': {
    tree: {
      'pyproject.toml': '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "notes"\nversion = "1.2.3"\nrequires-python = ">=3.9,<3.13"\n',
    },
    becomes: {
      'tools': ['python 3.12'],
      'prepare': ['python -m pip install build'],
      'linux-x64': { run: 'python -m build', artifacts: 'dist/*.whl dist/*.tar.gz' },
      'version': 'pyproject.toml',
    },
    decide: ['no file names one version of Python; 3.12 is a guess. .python-version would say it to everybody'],
  },
  'a wheel of Rust': {
    tree: {
      'pyproject.toml': '[build-system]\nrequires = ["maturin>=1.8,<2"]\nbuild-backend = "maturin"\n\n[project]\nname = "notes"\ndynamic = ["version"]\n',
      'Cargo.toml': CARGO,
      'src/lib.rs': '\n',
      '.python-version': '3.12\n',
    },
    becomes: {
      'tools': ['python .python-version', 'rust stable'],
      'prepare': ['python -m pip install build'],
      'linux-x64': { run: 'python -m build', artifacts: 'dist/*.whl dist/*.tar.gz' },
      'windows-x64': { run: 'python -m build --wheel', artifacts: 'dist/*.whl' },
      'macos-arm64': { run: 'python -m build --wheel', artifacts: 'dist/*.whl' },
    },
    decide: ['a wheel for Linux is built for the machine that it was built on: PyPI takes those of cibuildwheel or of maturin --zig'],
  },
  'package scripts alone': {
    tree: { 'package.js': '', ...packageJson({ scripts: { 'build': 'tsc', 'package:linux': 'node package.js linux', 'package:mac': 'node package.js mac' } }) },
    becomes: {
      'tools': ['node 24'],
      'prepare': ['npm install'],
      'linux-x64': { run: 'npm run package:linux', artifacts: 'dist/*' },
      'macos-arm64': { run: 'npm run package:mac', artifacts: 'dist/*' },
      'version': 'package.json',
    },
    decide: [NO_LOCK, GUESSED],
  },
  'a Makefile': {
    tree: { Makefile: 'VERSION := 1.2.3\nall: build\nbuild:\n\tcc -o notes notes.c\ndist: build\n\ttar -czf dist/notes.tar.gz notes\n' },
    becomes: { 'tools': [], 'prepare': [], 'linux-x64': { run: 'make dist', artifacts: 'dist/*' } },
    decide: [GUESSED],
  },
  'nothing that is known': {
    tree: { 'notes.txt': '\n' },
    becomes: {
      tools: [],
      prepare: [],
      ...Object.fromEntries(['linux-x64', 'windows-x64', 'macos-arm64'].map((name) => [name, { run: "echo 'the commands that build are not declared yet' >&2; exit 1", artifacts: 'dist/*' }])),
    },
    decide: [GUESSED],
  },
};

test.each(Object.entries(CASES))('%s', (_, { tree, becomes }) => {
  const found = surveyOf(tree);

  expect(found.problems).toEqual([]);
  expect(built(found, tree)).toEqual(becomes);
});

test('Tauri 1 makes no rpm', () => {
  const tree = { 'src-tauri/tauri.conf.json': JSON.stringify({ package: { version: '1.2.3' }, tauri: { bundle: { active: true, targets: 'all' } } }) };

  expect(built(surveyOf(tree), tree)).toMatchObject({
    'linux-x64': { artifacts: 'src-tauri/target/release/bundle/appimage/*.AppImage src-tauri/target/release/bundle/deb/*.deb' },
  });
});

test.each(Object.entries(CASES))('no rule has anything against %s', (_, { tree, warns = '' }) => {
  expect(synthesized(surveyOf(tree), tree).warnings.split('\n')[1]?.trim().split(' ')[0] ?? '').toBe(warns);
});

test.each(Object.entries(CASES))('%s with the line ends of Windows is the same', (_, { tree }) => {
  const windows = Object.fromEntries(Object.entries(tree).map(([file, text]) => [file, `\ufeff${text.replace(/\r?\n/g, '\r\n')}`]));

  expect(surveyOf(windows).draft).toEqual(surveyOf(tree).draft);
});

test.each(Object.entries(CASES))('what a person must decide of %s stands in the draft', (_, { tree, decide = [] }) => {
  expect(decisions(surveyOf(tree))).toEqual(decide);
});
