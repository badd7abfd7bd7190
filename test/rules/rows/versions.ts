import { BuildJob, Credential, Platform, PublishTarget, Repository, Secret, type TagBuildOptions, VersionMode } from '../../../src';
import type { Case } from '../../cases/case';
import { build, inNodeProject, type Row } from '../row';

const MANIFEST = '{"version": "1.2.3"}';
const self = Repository.self({ path: 'app' });

const LINKED = '{\n  "version": "1.2.3",\n  "repository": {\n    "type": "git",\n    "url": "git+https://github.com/acme/app.git"\n  }\n}';
const electron = (version: string) => JSON.stringify({ version, scripts: { dist: 'electron-builder -p never' }, build: {} });
const packaged = Platform.linuxX64({ script: 'dist', artifacts: ['dist/*'] });
const tauri = Platform.linuxX64({ run: ['cargo tauri build --bundles deb'], artifacts: ['src-tauri/target/release/bundle/deb/*.deb'] });

/** A declaration beside files. */
function beside(before: NonNullable<Case['before']>, version: TagBuildOptions['version'], options: Partial<TagBuildOptions> = {}): Case {
  return { ...build({ version, ...options }), before };
}

const crate = (version: string) => `[package]\nname = "app"\nversion = "${version}"\n`;
const locked = (version: string) => `version = 4\n\n[[package]]\nname = "app"\nversion = "9"\nsource = "registry"\n\n[[package]]\nname = "app"\nversion = "${version}"\n`;

/** The version: its files, what becomes of them, and what own steps are told. */
export const versionRows: readonly Row[] = [
  {
    rule: 'version-file-unreachable',
    bad: build({ version: { files: ['../package.json'] } }),
    says: [
      "version.files[0]: the path '../package.json' lies outside the project.",
      'Write a path relative to the project, with forward slashes.',
    ],
    good: beside({ 'app/package.json': MANIFEST }, { files: ['./app/package.json'] }),
  },
  {
    rule: 'version-file-unreachable',
    bad: build({ version: { texts: [{ path: '/VERSION', line: '{version}' }] } }),
    says: [
      "version.texts[0].path: the path '/VERSION' is absolute.",
      'Write a path relative to the project, with forward slashes.',
    ],
  },
  {
    rule: 'version-file-unreachable',
    bad: build({ version: { files: ['package.json'] }, repositories: [Repository.github('acme/engine')] }),
    says: [
      "version.files: the tag is one of the repository of the workflow, and the main repository is 'acme/engine'.",
      'Leave `version` out, or make Repository.self() the first of the repositories.',
    ],
    good: beside({ 'package.json': MANIFEST }, { files: ['package.json'] }, { repositories: [self, Repository.github('acme/engine')] }),
  },
  {
    rule: 'version-file-unknown',
    bad: build({ version: { files: ['VERSION'] } }),
    says: [
      "version.files[0]: nothing says where 'VERSION' has its version; known are JSON, TOML, pubspec.yaml, *.csproj, *.props and *.properties.",
      "Declare the line that holds it: texts: [{ path: '...', line: '{version}' }].",
    ],
    good: beside({ VERSION: '1.2.3\n' }, { texts: [{ path: 'VERSION', line: '{version}' }] }),
  },
  {
    rule: 'version-file-unknown',
    bad: build({ version: { files: ['Cargo.lock'] } }),
    says: [
      "version.files[0]: nothing says where 'Cargo.lock' has its version; known are JSON, TOML, pubspec.yaml, *.csproj, *.props and *.properties.",
      'Leave it out and declare its Cargo.toml: it follows where that is stamped.',
    ],
  },
  {
    rule: 'sparse-leaves-out',
    bad: beside({ 'apps/a/package.json': MANIFEST, 'V': '1.2.3\n' }, { mode: VersionMode.STAMP, files: ['apps/a/package.json'], texts: [{ path: 'V', line: '{version}' }] }, { repositories: [Repository.self({ sparse: ['apps/b'] })] }),
    says: [
      "version.files: the version is to be written into 'apps/a/package.json', which is none of what is checked out of this repository: apps/b.",
      "Add 'apps/a' to its sparse.",
    ],
    good: beside({ 'apps/a/package.json': MANIFEST, 'apps/package.json': MANIFEST }, { mode: VersionMode.STAMP, files: ['apps/a/package.json', 'apps/package.json'] }, { repositories: [Repository.self({ sparse: ['apps/a/src'] })] }),
  },
  {
    rule: 'sparse-leaves-out',
    bad: beside({ 'a/V': '1.2.3\n' }, { mode: VersionMode.STAMP, texts: [{ path: 'a/V', line: '{version}' }] }, { repositories: [Repository.self({ sparse: ['b'] })] }),
    says: [
      "version.texts: the version is to be written into 'a/V', which is none of what is checked out of this repository: b.",
      "Add 'a' to its sparse.",
    ],
    good: beside({ 'a/V': '1.2.3\n' }, { texts: [{ path: 'a/V', line: '{version}' }] }, { repositories: [Repository.self({ sparse: ['b'] })] }),
  },
  {
    rule: 'version-text-malformed',
    bad: build({ version: { texts: [{ path: 'a.ts', line: 'VERSION' }, { path: 'a.ts', line: '{version} {version}' }] } }),
    says: [
      "version.texts[0].line: 'VERSION' has {version} nowhere; once is allowed.",
      "Write the line with it once, where the version stands, for instance const VERSION = '{version}';",
      "version.texts[1].line: '{version} {version}' has {version} 2 times; once is allowed.",
      "Write the line with it once, where the version stands, for instance const VERSION = '{version}';",
    ],
    good: beside({ 'a.ts': '  VERSION 1\n' }, { texts: [{ path: 'a.ts', line: ' VERSION {version} ' }] }),
  },
  {
    rule: 'version-option-idle',
    bad: build({ version: { mode: VersionMode.STAMP, files: [] } }),
    says: [
      'version.mode: the version is to be stamped, and no file is declared that holds it.',
      'Declare one in files or texts, or leave the mode out.',
    ],
    good: beside({ 'package.json': MANIFEST }, { mode: VersionMode.STAMP, files: ['package.json'] }),
  },
  {
    rule: 'version-env-taken',
    bad: build({
      version: { env: true },
      platforms: [Platform.linuxX64({
        run: ['make'],
        artifacts: ['dist/*'],
        env: { Tag: 'x' },
        secrets: [Secret.required({ secret: 'KEY', purpose: 'signing', envName: 'VERSION' })],
      })],
    }),
    says: [
      "platforms[0] linux-x64 env: the variable 'Tag' is one that version.env sets.",
      'Give it another name, or leave version.env out.',
      "platforms[0] linux-x64 secrets: the variable 'VERSION' is one that version.env sets.",
      'Give the secret another variable, or leave version.env out.',
    ],
    good: build({ version: { env: true }, platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], env: { TAGS: 'x' } })] }),
  },
  {
    rule: 'version-env-taken',
    bad: build({ version: { env: true }, repositories: [Repository.self({ path: 'app' }), Repository.github('acme/a-b'), Repository.github('acme/a_b')] }),
    says: [
      "version.env: the commits of 'acme/a-b' and 'acme/a_b' would both be in 'COMMIT_A_B'.",
      'Leave env out, and hand the commits over in the env of a step.',
    ],
    good: build({ repositories: [Repository.self({ path: 'app' }), Repository.github('acme/a-b'), Repository.github('acme/a_b')] }),
  },
  {
    rule: 'version-missing',
    bad: beside({ 'package.json': '{}', 'tauri.conf.json': '{"version": "../package.json"}' }, { files: ['package.json', 'tauri.conf.json', 'Cargo.toml'], texts: [{ path: 'package.json', line: 'V {version}' }] }),
    says: [
      "version.files: 'package.json' lacks a \"version\" at the top.",
      'Add it with any version, for instance 0.0.0.',
      "version.files: 'tauri.conf.json' takes its version from '../package.json'.",
      'Declare that file in its place.',
      "version.files: there is no file 'Cargo.toml'.",
      'Correct the path, or write the file.',
      "version.texts: 'package.json' lacks exactly one line V {version}.",
      'Add it with any version, for instance 0.0.0.',
    ],
    // projen writes it
    good: inNodeProject({ version: { files: ['package.json'] } }),
  },
  {
    rule: 'versions-differ',
    bad: beside({ 'package.json': MANIFEST, 'Cargo.toml': crate('1.2.2') }, { files: ['package.json', 'Cargo.toml'] }),
    says: [
      'version: the files differ: package.json has 1.2.3 and Cargo.toml has 1.2.2.',
      "Set them to one version, or let the tag's be written into them: mode: VersionMode.STAMP.",
    ],
    good: beside({ 'package.json': MANIFEST, 'Cargo.toml': crate('1.2.2') }, { files: ['package.json', 'Cargo.toml'], mode: VersionMode.STAMP }),
  },
  {
    rule: 'versions-differ',
    bad: beside({ 'app/Cargo.toml': crate('1.2.3'), 'Cargo.lock': locked('1.2.2') }, { files: ['app/Cargo.toml'] }),
    says: [
      'version: Cargo.lock has version 1.2.2 of what is 1.2.3 in app/Cargo.toml.',
      'Run "cargo update --workspace".',
    ],
    good: beside({ 'app/Cargo.toml': crate('1.2.3'), 'app/Cargo.lock': locked('1.2.3'), 'Cargo.lock': locked('1.2.2') }, { files: ['app/Cargo.toml'] }),
  },
  {
    rule: 'versions-differ',
    bad: beside({ 'package.json': MANIFEST, 'package-lock.json': '{"version": "1.2.3", "packages": {"": {"version": "1.2.2"}}}' }, { files: ['package.json'] }),
    says: [
      'version: package-lock.json has version 1.2.2 of what is 1.2.3 in package.json.',
      'Run "npm install --package-lock-only".',
    ],
    // one version in the forms of npm, Python and Flutter
    good: beside(
      { 'package.json': '{"version": "1.2.3-beta.1"}', 'pyproject.toml': '[project]\nversion = "1.2.3b1"\n', 'pubspec.yaml': 'version: 1.2.3-beta.1+7\n' },
      { files: ['pyproject.toml', 'pubspec.yaml', 'package.json'] },
    ),
  },
  {
    rule: 'app-version-undeclared',
    bad: beside({ 'package.json': MANIFEST, 'desktop/package.json': electron('1.0.0') }, { files: ['package.json'] }, { workingDirectory: 'desktop', platforms: [packaged] }),
    says: [
      "desktop/package.json: electron-builder takes the version of the app from here, and the version's files are package.json.",
      "Add 'desktop/package.json' to version.files.",
    ],
    good: beside({ 'package.json': MANIFEST, 'desktop/package.json': electron('1.2.3') }, { files: ['package.json', 'desktop/package.json'] }, { workingDirectory: 'desktop', platforms: [packaged] }),
  },
  {
    rule: 'app-version-undeclared',
    bad: beside({ 'package.json': MANIFEST, 'src-tauri/tauri.conf.json': '{"identifier": "com.acme.notes", "version": "1.2.3", "bundle": {"active": true}}' }, { files: ['package.json'] }, { jobs: [BuildJob.of('a', { platforms: [tauri] })] }),
    says: [
      "src-tauri/tauri.conf.json: Tauri takes the version of the app from here, and the version's files are package.json.",
      "Add 'src-tauri/tauri.conf.json' to version.files.",
    ],
    // which names the file
    good: beside({ 'package.json': MANIFEST, 'src-tauri/tauri.conf.json': '{"identifier": "com.acme.notes", "version": "../package.json", "bundle": {"active": true}}' }, { files: ['package.json'] }, { platforms: [tauri] }),
  },
  {
    rule: 'version-elsewhere',
    bad: beside({ 'package.json': '{"version": "1.2.3", "workspaces": ["packages/*"]}', 'packages/a/package.json': MANIFEST, 'packages/b/package.json': '{"version": "1.2.2"}' }, { files: ['package.json'] }),
    says: [
      'version: packages/a/package.json has version 1.2.3, too, and nobody compares it with the tag.',
      "Add 'packages/a/package.json' to version.files, or switch the rule off where that is by chance.",
    ],
    // what tools write into each new manifest
    good: beside({ 'package.json': '{"version": "1.0.0", "workspaces": ["packages/*"]}', 'packages/a/package.json': '{"version": "1.0.0"}' }, { files: ['package.json'] }),
  },
  {
    rule: 'version-elsewhere',
    bad: beside({ 'package.json': '{"version": "1.2.3", "workspaces": ["p/*"]}', ...Object.fromEntries([...'abcdefg'].map((name) => [`p/${name}/package.json`, MANIFEST])) }, { files: ['package.json'] }),
    says: [
      'version: p/a/package.json, p/b/package.json, p/c/package.json, p/d/package.json, p/e/package.json and 2 more have version 1.2.3, too, and nobody compares them with the tag.',
      "Add 'p/a/package.json', 'p/b/package.json', 'p/c/package.json', 'p/d/package.json', 'p/e/package.json' and 2 more to version.files, or switch the rule off where that is by chance.",
    ],
    // what stands for no version
    good: beside({ 'package.json': '{"version": "0.0.0-dev", "workspaces": ["p/*"]}', 'p/a/package.json': '{"version": "0.0.0-dev"}' }, { files: ['package.json'] }),
  },
  {
    rule: 'version-elsewhere',
    bad: beside({ 'Cargo.toml': '[workspace]\nmembers = [\n  "crates/a",\n  "crates/b"\n]\n\n[package]\nname = "a"\nversion = "1.2.3"\n', 'crates/a/Cargo.toml': crate('1.2.3'), 'crates/b/Cargo.toml': '[package]\nversion.workspace = true\n', 'src-tauri/Cargo.toml': crate('1.2.3') }, { files: ['Cargo.toml'] }),
    says: [
      'version: src-tauri/Cargo.toml and crates/a/Cargo.toml have version 1.2.3, too, and nobody compares them with the tag.',
      "Add 'src-tauri/Cargo.toml' and 'crates/a/Cargo.toml' to version.files, or switch the rule off where that is by chance.",
    ],
    good: beside({ 'package.json': MANIFEST, 'pnpm-workspace.yaml': 'packages:\n  - packages/a\n', 'packages/a/package.json': MANIFEST }, { files: ['package.json', 'packages/a/package.json'] }),
  },
  {
    rule: 'version-elsewhere',
    bad: beside({ 'package.json': MANIFEST, 'app/package.json': MANIFEST }, { files: ['package.json'], mode: VersionMode.STAMP }, { workingDirectory: 'app' }),
    says: [
      "version: app/package.json has version 1.2.3, too, and the tag's is not written into it.",
      "Add 'app/package.json' to version.files, or switch the rule off where that is by chance.",
    ],
    // what is stamped is never committed
    good: beside({ 'package.json': LINKED, 'README.md': 'https://github.com/acme/app/releases/download/v1.2.3/app\n' }, { files: ['package.json'], mode: VersionMode.STAMP }),
  },
  {
    rule: 'version-elsewhere',
    bad: beside({ 'package.json': LINKED, 'install.sh': 'curl -LO https://github.com/acme/app/releases/download/v1.2.3/app-linux\n' }, { files: ['package.json'] }),
    says: [
      'version: install.sh leads to the release of 1.2.3 by https://github.com/acme/app/releases/download/v1.2.3/, and nobody compares it with the tag.',
      "Add its line to version.texts, or link to releases/latest/download/ where the version is no part of the file's name.",
    ],
    // another repository, another version, a tag of something else, the history, and what names a sum that nobody knows before
    good: beside({
      'package.json': LINKED,
      'install.sh': 'curl -LO https://github.com/acme/tool/releases/download/v1.2.3/tool https://github.com/acme/app/releases/download/v1.0.0/app https://github.com/acme/app/releases/download/lib-v1.2.3/lib\n',
      'CHANGELOG.md': 'https://github.com/acme/app/releases/download/v1.2.3/app\n',
      'packaging/app.rb': `url "https://github.com/acme/app/releases/download/v1.2.3/app"\nsha256 "${'a'.repeat(64)}"\n`,
    }, { files: ['package.json'] }),
  },
  {
    rule: 'version-elsewhere',
    bad: beside({ 'package.json': MANIFEST, 'docs/install.md': '[app](https://github.com/Acme/Releases/releases/download/v1.2.3/app.dmg)\n' }, { files: ['package.json'] }, {
      publish: [PublishTarget.githubRelease({ repository: 'acme/releases', credential: Credential.token({ secret: 'RELEASE_TOKEN' }) })],
    }),
    says: [
      'version: docs/install.md leads to the release of 1.2.3 by https://github.com/Acme/Releases/releases/download/v1.2.3/, and nobody compares it with the tag.',
      "Add its line to version.texts, or link to releases/latest/download/ where the version is no part of the file's name.",
    ],
    good: beside({ 'package.json': LINKED, 'docs/install.md': '[app](https://github.com/acme/app/releases/download/v1.2.3/app.dmg)\n' }, { files: ['package.json'], texts: [{ path: 'docs/install.md', line: '[app](https://github.com/acme/app/releases/download/v{version}/app.dmg)' }] }),
  },
];
