import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { promisify } from 'node:util';

/**
 * Repositories of JavaScript adopt the packed package, each by the package manager that it has, and
 * give it back. Where packages come from is what npm is configured for: run.sh has a registry that knows this one.
 */

const WORK = mkdtempSync(join(tmpdir(), 'adopt-javascript-'));
after(() => rmSync(WORK, { recursive: true, force: true }));

const { version: projen } = JSON.parse(readFileSync('node_modules/projen/package.json', 'utf8'));
const { version: constructs } = JSON.parse(readFileSync('node_modules/constructs/package.json', 'utf8'));

/** The programs of package managers, each from the package of its maker. */
const MANAGERS: Readonly<Record<string, string>> = {
  pnpm: 'pnpm/bin/pnpm.cjs',
  yarn1: 'yarn/bin/yarn.js',
  yarn4: '@yarnpkg/cli-dist/bin/yarn.js',
  bun: 'bun/bin/bun.exe',
  bunx: 'bun/bin/bunx.exe',
};

const ENV: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  GIT_AUTHOR_NAME: 'ci', GIT_AUTHOR_EMAIL: 'ci@example.com', GIT_COMMITTER_NAME: 'ci', GIT_COMMITTER_EMAIL: 'ci@example.com',
  YARN_REGISTRY: process.env.npm_config_registry,
  // nothing of another commit has been fetched yet
  XDG_CACHE_HOME: join(WORK, 'cache'),
  XDG_DATA_HOME: join(WORK, 'data'),
  YARN_CACHE_FOLDER: undefined,
  YARN_NPM_REGISTRY_SERVER: process.env.npm_config_registry,
  YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
  YARN_GLOBAL_FOLDER: join(WORK, 'yarn'),
  YARN_ENABLE_TELEMETRY: '0',
  BUN_CONFIG_REGISTRY: process.env.npm_config_registry,
  BUN_INSTALL_CACHE_DIR: join(WORK, 'bun'),
  // a run on a machine of CI installs as the lock file says, which is what "add" changes
  CI: undefined,
};

execFileSync('npm', ['install', '--silent', '--prefix', WORK, 'pnpm@10', 'yarn@1.22.22', '@yarnpkg/cli-dist@4', 'bun@1'], { stdio: 'pipe' });
execFileSync('npm', ['install', '--silent', '--prefix', join(WORK, 'ours'), 'projen-tag-build', `projen@${projen}`, `constructs@${constructs}`], { stdio: 'pipe' });

interface Scene {
  readonly files: Readonly<Record<string, string>>;
  /** What the manager is called on the path, and its program. */
  readonly programs?: Readonly<Record<string, keyof typeof MANAGERS>>;
  readonly install: string;
  /** As a machine of CI installs. */
  readonly frozen: string;
  /** What the app does with its own packages. */
  readonly build: string;
  readonly projen: string;
}

function packageJson(more: object = {}): string {
  return `${JSON.stringify({
    name: 'notes', version: '1.2.0', private: true, scripts: { build: 'node build.js' }, dependencies: { 'is-number': '7.0.0' }, ...more,
  }, null, 2)}\n`;
}

const APP = { 'package.json': packageJson(), 'build.cjs': "require('is-number');\n", '.gitignore': 'node_modules\n' };
const FORGE = { forge: { makers: [{ name: '@electron-forge/maker-zip', platforms: ['darwin', 'linux', 'win32'] }] } };
const TAURI = {
  'src-tauri/Cargo.toml': '[package]\nname = "notes"\nversion = "1.2.0"\n',
  'src-tauri/tauri.conf.json': '{ "productName": "Notes", "version": "1.2.0", "identifier": "example.notes", "bundle": { "active": true, "targets": "all" } }\n',
};
const ELECTRON_BUILDER = { 'electron-builder.yml': 'appId: example.notes\nlinux: { target: AppImage }\nwin: { target: nsis }\nmac: { target: dmg }\n' };
const WORKSPACE = { 'packages/a/package.json': '{ "name": "a", "version": "1.0.0" }\n' };
const NPM = { install: 'npm install', frozen: 'npm ci', build: 'node build.cjs', projen: 'npx projen' };
const PNPM = { programs: { pnpm: 'pnpm' }, install: 'pnpm install', frozen: 'pnpm install --frozen-lockfile', build: 'pnpm exec node build.cjs', projen: 'pnpm exec projen' };
const YARN = { programs: { yarn: 'yarn1' }, install: 'yarn install', frozen: 'yarn install --frozen-lockfile', build: 'yarn node build.cjs', projen: 'yarn projen' };
const BERRY = { ...YARN, programs: { yarn: 'yarn4' }, frozen: 'yarn install --immutable' };
const BUN = { programs: { bun: 'bun', bunx: 'bunx' }, install: 'bun install', frozen: 'bun install --frozen-lockfile', build: 'node build.cjs', projen: 'bunx projen' };

const SCENES: Readonly<Record<string, Scene>> = {
  'npm, with packages of ours that are its own': {
    ...NPM, files: { ...APP, 'package.json': packageJson({ config: FORGE, devDependencies: { tsx: '^4.0.0', constructs: '^10.3.0', ms: '2.1.3' } }).replaceAll('\n', '\r\n').trimEnd() },
  },
  'pnpm in a workspace, which devEngines names': {
    ...PNPM,
    files: { ...APP, ...WORKSPACE, 'package.json': packageJson({ devEngines: { packageManager: { name: 'pnpm', version: '^10.0.0' } } }), 'pnpm-workspace.yaml': 'packages:\n  - packages/*\n' },
  },
  'Yarn 1 in a workspace': { ...YARN, files: { ...APP, ...WORKSPACE, 'package.json': packageJson({ workspaces: ['packages/*'] }) } },
  'Yarn with node_modules': {
    ...BERRY,
    files: {
      ...APP, ...ELECTRON_BUILDER, '.yarnrc.yml': 'nodeLinker: node-modules\n', 'yarn.lock': '', '.gitignore': 'node_modules\n.yarn\n',
    },
  },
  "Yarn with Plug'n'Play": { ...BERRY, files: { ...APP, 'yarn.lock': '', '.gitignore': '.pnp.*\n.yarn\n' } },
  // its lock file says where a package comes from, if not from npm's own registry
  'Bun': { ...BUN, files: { ...APP, ...TAURI, 'package.json': packageJson({ dependencies: { 'is-number': 'file:number' } }), 'number/package.json': '{ "name": "is-number" }\n', 'number/index.js': '' } },
};

describe('adopted by init, and given back by remove', { concurrency: 2 }, () => Object.entries(SCENES).forEach(([name, scene], index) => test(name, async () => {
  const start = Date.now();
  await adopt(scene, join(WORK, 'notes', String(index)));
  console.log(`note: ${name} (${Math.round((Date.now() - start) / 1000)} s)`);
})));

async function adopt({ files, programs = {}, install, frozen, build, projen: call }: Scene, place: string): Promise<void> {
  const dir = join(place, 'notes');
  const sh = inside(dir, programs);
  write(dir, files);
  await sh('git init --quiet && git remote add origin https://github.com/acme/notes.git');
  await sh(install);
  await sh('git add --all && git commit --quiet --message "an app"');

  const said = await sh(ours('init --yes --run'));
  assert.deepEqual(await changedBy(sh), announced(said), said);
  await sh('git add --all && git commit --quiet --message "build what is tagged"');

  await sh(frozen);
  await sh(build);
  await sh(call);
  await sh(`${call} tag-build:check`);
  assert.match(await sh(ours('init --yes')), /\.projenrc\.ts is there already, so nothing is written/);
  assert.deepEqual(await changedBy(sh), []);
  await sh('actionlint');

  await sh(ours('remove --yes --run'));
  await sh('git add --all');
  assert.equal(await sh('git diff --cached HEAD~1'), '');
}

/** Runs a command. @returns what it printed */
type Shell = (command: string) => Promise<string>;

/** There, with these programs on the path. */
function inside(dir: string, programs: NonNullable<Scene['programs']>): Shell {
  const path = join(dir, '..', 'bin');
  mkdirSync(dir, { recursive: true });
  mkdirSync(path);
  for (const [name, program] of Object.entries(programs)) {
    symlinkSync(join(WORK, 'node_modules', MANAGERS[program]), join(path, name));
  }
  const env = { ...ENV, PATH: `${path}:${ENV.PATH}` };
  return async (command) => {
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: dir, env })
      .catch((error: { stdout: string; stderr: string }) => assert.fail(`${command}\n${error.stdout}${error.stderr}`));
    return stdout;
  };
}

function ours(command: string): string {
  return `${join(WORK, 'ours/node_modules/.bin/projen-tag-build')} ${command}`;
}

function write(dir: string, files: Scene['files']): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
}

async function changedBy(sh: Shell): Promise<string[]> {
  return (await sh('git status --porcelain --untracked-files=all')).split('\n').filter(Boolean).map((line) => line.slice(3)).sort();
}

/** The section of the output that names files. */
function announced(said: string): string[] {
  return /\nFiles\n((?: {2}.*\n)*)/.exec(said)![1].split('\n').filter(Boolean).map((line) => line.trim().split(/ {2,}/)[0]).sort();
}
