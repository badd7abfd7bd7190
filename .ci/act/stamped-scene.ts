import { spawnSync } from 'node:child_process';
import { Project } from 'projen';
import { type Scene, WORKFLOW_TOKEN, type World } from './world';
import { Platform, Repository, TagBuild, VersionMode } from '../../src';
import type { Files } from '../../test/cases/case';
import { filesOf } from '../../test/cases/harness';

export const APP = 'acme/tool';

export const hasCargo = spawnSync('cargo', ['--version']).status === 0;

/** What the manifests say when their own tools read them. */
const BUILD = `\
set -eu
mkdir -p out
{
  node -p "require('./package.json').version"
  npm ls --offline --json --package-lock-only | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).version'
  npm ci --offline >/dev/null
  python3 -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])'
  sh version.sh
  echo "VERSION=$VERSION TAG=$TAG PRERELEASE=$PRERELEASE COMMIT_TOOL=$COMMIT_TOOL"
  ${hasCargo ? 'cargo build --quiet --locked --offline --target-dir "$PWD/built" && built/debug/app' : ':'}
} >"out/$1.txt"
git diff >>"out/$1.txt"
`;

const FILES = ['package.json', 'package-lock.json', 'Cargo.toml', 'pyproject.toml', 'pubspec.yaml', 'App.csproj', 'gradle.properties'];

const SOURCES: Files = {
  'build.sh': BUILD,
  'version.sh': "VERSION_IN_TEXT='dev'\necho $VERSION_IN_TEXT\n",
  'package.json': '{"name": "tool", "version": "0.0.0"}\r\n',
  'package-lock.json': '{"name": "tool", "version": "0.0.0", "lockfileVersion": 3, "packages": {"": {"name": "tool", "version": "0.0.0"}}}\n',
  'pyproject.toml': '[project]\nname = "tool"\nversion = "0"\n',
  'pubspec.yaml': 'name: tool\nversion: 0.0.0+7\n',
  'App.csproj': '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Version>0.0.0</Version></PropertyGroup></Project>\n',
  'gradle.properties': 'version=0.0.0',
  'Cargo.toml': '[workspace]\nmembers = ["app", "lib"]\nresolver = "2"\n\n[workspace.package]\nversion = "0.0.0"\nedition = "2021"\n',
  'Cargo.lock': `version = 3\n\n${[['app', '\ndependencies = [\n "lib",\n]'], ['lib', '']].map(([name, more]) => `[[package]]\nname = "${name}"\nversion = "0.0.0"${more}\n`).join('\n')}`,
  'app/Cargo.toml': '[package]\nname = "app"\nversion.workspace = true\nedition.workspace = true\n\n[dependencies]\nlib = { path = "../lib", version = "0.0.0" }\n',
  'app/src/main.rs': 'fn main() { println!("{} {}", env!("CARGO_PKG_VERSION"), lib::version()); }\n',
  'lib/Cargo.toml': '[package]\nname = "lib"\nversion.workspace = true\nedition.workspace = true\n',
  'lib/src/lib.rs': 'pub fn version() -> &\'static str { env!("CARGO_PKG_VERSION") }\n',
};

const workflow = filesOf({
  before: SOURCES,
  project: (outdir) => new Project({ outdir, name: 'tool' }),
  declare: (project) => {
    const build = (system: string) => ({ run: [`sh build.sh ${system}`], artifacts: ['out/*.txt'] });
    new TagBuild(project, 'tool', {
      repositories: [Repository.self({ path: 'tool' })],
      version: { files: FILES, texts: [{ path: 'version.sh', line: "VERSION_IN_TEXT='{version}'" }], mode: VersionMode.STAMP, env: true },
      platforms: [Platform.linuxX64(build('linux')), Platform.macosArm64(build('macos'))],
    });
  },
})['.github/workflows/tool.yml'];

/** Tags the app, with GitHub's answers to who asks for its files. */
export function tagWith(world: World, ref: string, files: Files = {}): void {
  const commit = world.git.commit(APP, ref, files, 'refs/heads/main');
  for (const [file, body] of Object.entries({ ...SOURCES, ...files })) {
    world.github.on({ path: `/repos/${APP}/contents/${file}?ref=${commit}`, token: WORKFLOW_TOKEN }, { status: 200, headers: {}, body });
  }
}

/** An app whose version stands in every kind of file, and comes from the tag. */
export const stamped: Scene = {
  app: APP,
  workflow,
  secrets: {},
  fill: (world) => {
    world.git.create(APP, [WORKFLOW_TOKEN]);
    world.git.commit(APP, 'refs/heads/main', SOURCES);
    tagWith(world, 'refs/tags/v1.2.3-beta.4');
  },
};
