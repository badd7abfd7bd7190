import { said, seeing } from './seeing';
import { type AppCheck, see } from '../../src/apps/app-check';
import { appChecks } from '../../src/apps/app-checks';
import { artifactPathCase } from '../../src/apps/artifact-path-case';
import { commandNotInstalled } from '../../src/apps/command-not-installed';
import { enginesRefused, enginesUnfit } from '../../src/apps/engines';
import { lockFileOutOfStep } from '../../src/apps/lock-file-out-of-step';
import { nativeModuleUnbuildable } from '../../src/apps/native-module-unbuildable';
import { pnpmLockFileElsewhere, pnpmWorkspaceLeavesOut } from '../../src/apps/pnpm-workspace';
import { scriptFileMissing } from '../../src/apps/script-file-missing';
import { buildJob, model, type Overrides, platform, referenceModel, repository, tool } from '../render/models';

type Files = Readonly<Record<string, unknown>>;

const self = (path = '') => [repository({ self: true, name: '', path })];
const leg = (more: Parameters<typeof platform>[0] = {}) => platform({ name: 'l', script: 'dist', run: ['npm run dist'], ...more });
const windows = (more: Parameters<typeof platform>[0] = {}) => leg({ name: 'w', system: 'windows', runsOn: ['windows-2025'], ...more });

/** What a check says of an app in the root of its repository. */
function says(check: AppCheck, files: Files, overrides: Overrides = {}): string[] {
  return said(check, seeing(files, { repositories: self(), platforms: [leg()], ...overrides }));
}

/** Rows of what is as it should be, or of what nobody can tell from here. */
function passes(check: AppCheck, rows: readonly (readonly [string, Files, Overrides?])[]): void {
  test.each(rows.map(([what, files, overrides = {}]) => ({ what, files, overrides })))(`${check.id} says nothing of $what`, ({ files, overrides }) => {
    expect(says(check, files, overrides)).toEqual([]);
  });
}

const scripts = (dist: string, more: object = {}) => ({ 'package.json': { scripts: { dist }, ...more }, 'package-lock.json': '{}' });

describe('commands', () => {
  test('are named once, by the first script that calls them', () => {
    expect(says(commandNotInstalled, { ...scripts('npm run a && vite', { scripts: { dist: 'npm run a && vite', a: 'vite build' } }), 'pnpm-lock.yaml': 'a' }, { platforms: [leg(), windows()] }))
      .toEqual(["package.json: script 'a' calls 'vite', which no dependency provides. Add the package that has it: npm install -D vite"]);
  });

  test('are not on every image', () => {
    expect(says(commandNotInstalled, scripts('tsc'), { platforms: [windows()] })).toHaveLength(1);
    expect(says(commandNotInstalled, scripts('tsc'))).toEqual([]);
  });

  passes(commandNotInstalled, [
    ['what comes along by the lock file', { ...scripts('vite build'), 'package-lock.json': '{"packages":{"node_modules/vite":{}}}' }],
    ['what comes along by another lock file', { ...scripts('tauri build'), 'yarn.lock': '"@tauri-apps/cli@^2":\n' }],
    ['what an older command is called like', { ...scripts('electron-rebuild', { devDependencies: { 'electron-rebuild': '3' } }) }],
    ['the same command of another package', { ...scripts('esbuild a.js && babel src', { devDependencies: { 'esbuild-wasm': '0', 'babel-cli': '6' } }) }],
    ['a workspace whose root has it', { ...scripts('vite'), '../package.json': { devDependencies: { vite: '5' } } }, { repositories: self('w'), workingDirectory: 'w/app' }],
    ['an app without a lock file', { 'package.json': { scripts: { dist: 'vite build' } } }],
    ['a lock file that cannot be read', { ...scripts('vite build'), 'package-lock.json': '' }],
    ['what npx fetches', scripts('npx vite build')],
    ['what may not run', scripts('vite build || true')],
    ['a command of nobody knows what', scripts('our-tool && constructor && __proto__')],
    ['what a step installs', scripts('vite'), { prepare: [{ run: 'npm install --global vite' }] }],
    ['a machine of the user', scripts('vite'), { platforms: [leg({ host: 'self-hosted' })] }],
    ['a container', scripts('vite'), { platforms: [leg({ container: { image: 'node' } })] }],
    ['what the declaration itself calls', scripts('make'), { platforms: [leg({ script: '', run: ['vite build'] })] }],
  ]);
});

describe('files that scripts run', () => {
  test('are looked for where the script runs, and asked for beforehand', () => {
    const seen = seeing(scripts('bash ../build/pack.sh'), { repositories: self('w'), workingDirectory: 'w/app', platforms: [leg()] });
    expect(scriptFileMissing.more!(seen)).toEqual(['../build/pack.sh', '../.gitmodules', '../.gitignore', '../build/.gitignore']);
    expect(said(scriptFileMissing, seen)).toEqual(["package.json: script 'dist' runs '../build/pack.sh', which is not in the repository. Commit it, or correct its path."]);
  });

  test('are made by no install that has nothing to run', () => {
    expect(says(scriptFileMissing, { ...scripts('node x.js'), 'pnpm-workspace.yaml': 'onlyBuiltDependencies: [a]' }, { prepare: [{ run: 'pnpm install' }] })).toHaveLength(1);
  });

  test('may be handed on by another job', () => {
    const need = (path: string) => [{ job: 'web', path, platforms: ['l'], merge: true }];
    const taker = (path: string) => buildJob({ id: 'app', needs: need(path), platforms: [leg()] });
    const seen = (path: string) => {
      const built = model({ repositories: self(), jobs: [buildJob({ id: 'web', platforms: [leg()] }), taker(path)] });
      return see(built, built.jobs[1], new Map([['package.json', '{"scripts":{"dist":"node web/x.js"}}']]));
    };
    expect(said(scriptFileMissing, seen('web'))).toEqual([]);
    expect(said(scriptFileMissing, seen(''))).toEqual([]);
    expect(said(scriptFileMissing, seen('other'))).toHaveLength(1);
  });

  test('are ignored as git does, the nearest file last', () => {
    const files = { ...scripts('node a/b/x.js'), 'a/b/x.js': '' };
    expect(says(scriptFileMissing, { ...files, '.gitignore': 'b' })).toEqual([
      "package.json: script 'dist' runs 'a/b/x.js', which '.gitignore' keeps out of the repository. Let the build make it first, or commit it: git add --force a/b/x.js",
    ]);
    expect(says(scriptFileMissing, { ...files, 'a/.gitignore': '*.js' })).toHaveLength(1);
    expect(says(scriptFileMissing, { ...files, '.gitignore': '*.js', 'a/b/.gitignore': '!x.js' })).toEqual([]);
    expect(says(scriptFileMissing, { ...files, '.gitignore': '# a\n/b\n!a\n\\' })).toEqual([]);
  });

  passes(scriptFileMissing, [
    ['what something may have made', scripts('make && node x.js')],
    ['what an install may have made', scripts('node x.js', { scripts: { dist: 'node x.js', postinstall: 'make' } }), { prepare: [{ run: 'npm ci' }] }],
    ['what an install of a workspace may have made', { ...scripts('node x.js', { workspaces: ['lib'] }) }, { prepare: [{ run: 'npm ci' }] }],
    ['what an install of a workspace of pnpm may have made', { ...scripts('node x.js'), '../pnpm-workspace.yaml': 'packages: [app, lib]' }, { repositories: self('w'), workingDirectory: 'w/app', prepare: [{ run: 'pnpm install' }] }],
    ['what an install above may have made', { ...scripts('node x.js'), '../package.json': { scripts: { postinstall: 'gulp build' } } }, { repositories: self('w'), workingDirectory: 'w/app', prepare: [{ 'run': 'yarn install', 'working-directory': 'w' }] }],
    ['what an action may have made', scripts('node x.js'), { prepare: [{ uses: 'a/b@v1' }] }],
    ['what another step may have made', scripts('node x.js'), { prepare: [{ run: 'curl -o x.js example.com' }] }],
    ['another repository', scripts('bash ../server/x.sh'), { repositories: [...self('w'), repository({ id: 's', name: 'acme/s', path: 'w/server' })], workingDirectory: 'w/app' }],
    ['what lies beside the repository', scripts('bash ../x.sh')],
    ['a submodule', { ...scripts('bash lib/x.sh'), '.gitmodules': '[submodule "lib"]\n\tpath = lib\n' }],
    ['a dependency', scripts('node node_modules/a/b.js')],
    ['a file that is found in several places', scripts('node scripts/pack')],
    ['what is told by a variable', scripts('node $DIR/x.js && node "a*.js" && node -r x.js')],
    ['what is handed to another command', scripts('tool x.js')],
    ['no package.json', {}],
  ]);
});

describe('lock files', () => {
  const manifest = { scripts: { dist: 'make' }, dependencies: { a: '^1.0.0' } };
  const npmLock = { lockfileVersion: 3, packages: { '': {} } };
  const ci: Overrides = { prepare: [{ run: 'npm ci' }] };
  const pnpmFiles = { 'package.json': manifest, 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
  const deep: Overrides = { repositories: self('w'), workingDirectory: 'w/packages/app' };

  test('are compared where a step installs', () => {
    const files = { '../lib/package.json': manifest, '../lib/package-lock.json': npmLock };
    for (const step of [{ 'run': 'npm ci', 'working-directory': 'w/lib' }, { run: 'npm --prefix ../lib ci' }, { run: 'cd ../lib && npm ci' }]) {
      expect(says(lockFileOutOfStep, files, { repositories: self('w'), workingDirectory: 'w/app', prepare: [step] })).toEqual([
        '../lib/package-lock.json: a frozen install fails, since it is out of step with package.json: a is not locked. Run "npm install" there and commit package-lock.json.',
      ]);
    }
  });

  test('are compared in a directory of their own, and where an option freezes the install', () => {
    expect(says(lockFileOutOfStep, { ...pnpmFiles, '../../package.json': {} }, { ...deep, prepare: [{ run: 'pnpm install' }] })).toHaveLength(1);
    expect(says(lockFileOutOfStep, { ...pnpmFiles, '.npmrc': 'frozen-lockfile=false' }, { prepare: [{ run: 'pnpm install --frozen-lockfile' }] })).toHaveLength(1);
  });

  test('are not read from behind what is asked for', () => {
    const lock = `lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^2.0.0\npackages:\n${'  x: [\n'.repeat(200_000)}`;
    expect(says(lockFileOutOfStep, { 'package.json': manifest, 'pnpm-lock.yaml': lock }, { prepare: [{ run: 'pnpm install' }] })).toHaveLength(1);
  });

  passes(lockFileOutOfStep, [
    ['another range of what is locked', { 'package.json': manifest, 'package-lock.json': { ...npmLock, packages: { '': {}, 'node_modules/a': {} } } }, ci],
    ['a package of a workspace, whose lock file is another', { ...pnpmFiles, '../../pnpm-workspace.yaml': 'packages: [packages/**]' }, { ...deep, prepare: [{ run: 'pnpm install --frozen-lockfile' }] }],
    ['a package of a workspace of npm', { 'package.json': manifest, 'package-lock.json': npmLock, '../../package.json': { workspaces: ['packages/*'] } }, { ...deep, ...ci }],
    ['what is not frozen by .npmrc', { ...pnpmFiles, '.npmrc': 'save-exact = true\nfrozen-lockfile = false\n' }, { prepare: [{ run: 'pnpm install' }] }],
    ['what is not frozen by pnpm-workspace.yaml', { ...pnpmFiles, 'pnpm-workspace.yaml': 'preferFrozenLockfile: false\n' }, { prepare: [{ run: 'pnpm install' }] }],
    ['links that the lock file leaves out', { ...pnpmFiles, 'pnpm-lock.yaml': "lockfileVersion: '9.0'\nsettings:\n  excludeLinksFromLockfile: true\n" }, { prepare: [{ run: 'pnpm install' }] }],
    ['optional dependencies that are left out', { ...pnpmFiles, 'pnpm-lock.yaml': "lockfileVersion: '9.0'\nignoredOptionalDependencies:\n  - a\n" }, { prepare: [{ run: 'pnpm install' }] }],
    ['an install that mends it', { 'package.json': manifest, 'package-lock.json': npmLock }, { prepare: [{ run: 'npm install' }] }],
    ['an install elsewhere', { 'package.json': manifest, 'package-lock.json': npmLock }, { prepare: [{ run: 'cd x && npm ci' }] }],
    ['an install in a branch', { 'package.json': manifest, 'package-lock.json': npmLock }, { prepare: [{ run: 'if [ -f yarn.lock ]; then\n  yarn\nelse\n  npm ci\nfi' }] }],
    ['an install that another one stands in for', { 'package.json': manifest, 'package-lock.json': npmLock }, { prepare: [{ run: 'npm ci || npm install' }] }],
    ['what only its own manager can compare', { 'Cargo.toml': {}, 'Cargo.lock': 'x' }, { prepare: [{ run: 'cargo build --locked' }] }],
    ['no lock file', { 'package.json': manifest }, ci],
    ['no package.json', { 'package-lock.json': npmLock }, ci],
    ['another repository', { 'package.json': manifest, 'package-lock.json': npmLock }, { ...ci, repositories: [repository({ name: 'acme/web', path: '' })] }],
    ['what is broken', { 'package.json': '{', 'package-lock.json': '{' }, ci],
    ['what is no object', { 'package.json': '[]', 'package-lock.json': '7' }, ci],
  ]);
});

describe('workspaces of pnpm', () => {
  const below: Overrides = { repositories: self('w'), workingDirectory: 'w/packages/app', setup: [tool('pnpm', '10.28.1')], prepare: [{ run: 'pnpm install --frozen-lockfile' }] };
  const files = { 'package.json': {}, 'pnpm-lock.yaml': 'a: b', '../../pnpm-workspace.yaml': 'packages: [packages/*]' };

  test('have one lock file', () => {
    expect(says(pnpmLockFileElsewhere, files, below)).toEqual([
      '../../pnpm-workspace.yaml: it makes "pnpm install --frozen-lockfile" look for \'../../pnpm-lock.yaml\', which is not there. Install with --ignore-workspace, or commit the lock file of the workspace.',
    ]);
    expect(says(pnpmWorkspaceLeavesOut, files, below)).toEqual([]);
  });

  test.each(['packages: [apps/*]', "packages: ['packages/**', '!packages/app']", 'onlyBuiltDependencies: [a]'])('may leave a package out: %s', (manifest) => {
    const leaving = { ...files, '../../pnpm-workspace.yaml': manifest };
    expect(says(pnpmWorkspaceLeavesOut, leaving, below)).toHaveLength(1);
    expect(says(pnpmLockFileElsewhere, leaving, below)).toEqual([]);
  });

  const passing = [
    ['a lock file of the workspace', { ...files, '../../pnpm-lock.yaml': 'a: b' }, below],
    ['a workspace of its own', { ...files, 'pnpm-workspace.yaml': 'packages: []' }, below],
    ['lock files of their own', { ...files, '../../pnpm-workspace.yaml': 'packages: [packages/*]\nsharedWorkspaceLockfile: false' }, below],
    ['lock files of their own by .npmrc', { ...files, '../../.npmrc': 'a=b\nshared-workspace-lockfile = false\n' }, below],
    ['a step that sees to it', files, { ...below, prepare: [{ run: 'rm ../../pnpm-workspace.yaml' }, { run: 'pnpm install --frozen-lockfile' }] }],
    ['an install without the workspace', files, { ...below, prepare: [{ run: 'pnpm install --frozen-lockfile --ignore-workspace' }] }],
    ['an install elsewhere', files, { ...below, prepare: [{ 'run': 'pnpm install --frozen-lockfile', 'working-directory': 'w/x' }] }],
    ['a manifest that is broken', { ...files, '../../pnpm-workspace.yaml': '{{' }, below],
  ] as const;
  passes(pnpmLockFileElsewhere, [...passing, ['an install that is not frozen', files, { ...below, prepare: [{ run: 'pnpm install' }] }]]);
  passes(pnpmWorkspaceLeavesOut, [...passing, ['all there is', { ...files, '../../pnpm-workspace.yaml': "packages: ['**']" }, below], ['a directory with what is below it', { ...files, '../../pnpm-workspace.yaml': "packages: ['./packages/app/**']" }, below], ['a pattern that is not read', { ...files, '../../pnpm-workspace.yaml': "packages: ['{packages,apps}/*']" }, below], ['a pnpm of which nobody knows the version', { ...files, '../../pnpm-workspace.yaml': 'packages: []' }, { ...below, setup: [] }]]);
});

describe('engines', () => {
  const engines = (node: string): Files => ({ 'package.json': { engines: { node } } });
  const node = (version: string, more: Overrides = {}): Overrides => ({ setup: [tool('node', version)], ...more });
  const yarn: Overrides = { setup: [tool('node', '22'), tool('yarn', '1.22.22')], prepare: [{ run: 'yarn install' }] };

  test('are those of the file that says the version', () => {
    const overrides: Overrides = { workingDirectory: 'app', repositories: self(), setup: [tool('node', '', { versionFile: '.nvmrc' })] };
    expect(says(enginesUnfit, { ...engines('>=24'), '../.nvmrc': 'v22.1.0\n' }, overrides))
      .toEqual(["package.json: engines.node is '>=24', which '22.1.0' in '../.nvmrc' does not satisfy. Declare what does, or correct engines.node."]);
    expect(says(enginesUnfit, { ...engines('>=24'), '../.nvmrc': 'lts/jod\n' }, overrides)).toEqual([]);
  });

  test('are refused by Yarn of old, and by who is told to', () => {
    expect(says(enginesRefused, engines('>=24'), yarn)).toHaveLength(1);
    expect(says(enginesRefused, { ...engines('>=24'), 'pnpm-workspace.yaml': 'engineStrict: true' }, node('22', { prepare: [{ run: 'pnpm install' }] }))).toHaveLength(1);
    const above = node('22', { repositories: self('w'), workingDirectory: 'w/app', prepare: [{ run: 'npm ci' }] });
    expect(says(enginesRefused, { ...engines('>=24'), '../.npmrc': 'engine-strict=true', '../package.json': { workspaces: ['app'] } }, above)).toHaveLength(1);
    expect(says(enginesUnfit, engines('>=24'), yarn)).toEqual([]);
  });

  test('are refused by npm of late, another package manager too', () => {
    const ci = node('22', { prepare: [{ run: 'npm ci' }] });
    expect(says(enginesRefused, { 'package.json': { devEngines: { packageManager: { name: 'pnpm' } } } }, ci)).toEqual([
      "package.json: devEngines.packageManager is 'pnpm', which npm does not satisfy; npm refuses to install then. Declare what does, or correct devEngines.packageManager.",
    ]);
    expect(says(enginesRefused, { 'package.json': { devEngines: { packageManager: { name: 'npm' }, runtime: { name: 'node', version: '22' } } } }, ci)).toEqual([]);
    expect(says(enginesRefused, { 'package.json': { devEngines: { packageManager: { name: 'pnpm', onFail: 'ignore' } } } }, ci)).toEqual([]);
  });

  test('of platforms that differ are named there', () => {
    const platforms = [leg({ setup: [tool('node', '20')] }), leg({ name: 'm', setup: [tool('node', '24')] })];
    expect(says(enginesUnfit, engines('>=24'), { platforms })[0]).toMatch(/^l: engines\.node is '>=24', which Setup\.node\('20'\)/);
    expect(says(enginesUnfit, engines('>=24'), { platforms })).toHaveLength(1);
  });

  passes(enginesUnfit, [
    ['a major that has a version for it', engines('>=22.12.0 <23'), node('22')],
    ['one of several', engines('^18 || ^20 || ^22'), node('22.x')],
    ['a version by a name', engines('>=24'), node('lts/*')],
    ['a range that is none', engines('node 24 please'), node('22')],
    ['a range that nobody writes', engines('>=24 '.repeat(1_000)), node('22')],
    ['no tool', engines('>=24')],
    ['engines that are anything', { 'package.json': { engines: ['>=24'], devEngines: 7 } }, node('22')],
    ['no package.json', {}, node('22')],
  ]);
  passes(enginesRefused, [
    ['an install that is told not to look', engines('>=24'), { ...yarn, prepare: [{ run: 'yarn install --ignore-engines' }] }],
    ['settings of a directory above that is no workspace', { ...engines('>=24'), '../.npmrc': 'engine-strict=true', '../package.json': {} }, node('22', { repositories: self('w'), workingDirectory: 'w/app', prepare: [{ run: 'npm ci' }] })],
    ['an install elsewhere', { 'package.json': { engines: { pnpm: '>=11' } } }, { setup: [tool('pnpm', '10')], prepare: [{ 'run': 'pnpm install', 'working-directory': 'x' }] }],
    ['an older Node.js whose npm does not look', { 'package.json': { devEngines: { runtime: { name: 'node', version: '>=24' } } } }, node('22.5.1', { prepare: [{ run: 'npm ci' }] })],
    ['a Node.js whose npm does not look', { 'package.json': { devEngines: { runtime: { name: 'node', version: '>=24' } } } }, node('20', { prepare: [{ run: 'npm ci' }] })],
    ['another runtime', { 'package.json': { devEngines: { runtime: { name: 'bun', version: '>=2' } } } }, node('22', { prepare: [{ run: 'npm ci' }] })],
  ]);
});

describe('native modules', () => {
  const locked = (packages: Readonly<Record<string, string>>): string => Object.entries(packages).map(([name, version]) => `packages:\n  '${name}@${version}':\n`).join('');
  const app = (nodeGyp: string, more: object = {}): Files => ({
    'package.json': { scripts: { dist: 'electron-builder' }, dependencies: { 'node-pty': '1' }, build: {}, ...more },
    'pnpm-lock.yaml': locked({ 'node-gyp': nodeGyp, 'app-builder-lib': '25.1.8', '@electron/rebuild': '3.6.1', 'node-pty': '1.0.0' }),
  });
  const [linux, mac] = [leg({ runsOn: ['ubuntu-24.04'] }), leg({ name: 'm', system: 'macos', runsOn: ['macos-15-intel'] })];

  test('are built by an old node-gyp with distutils, and with no new Visual Studio', () => {
    expect(says(nativeModuleUnbuildable, app('9.4.1'), { platforms: [mac, windows(), windows({ runsOn: ['windows-2022'] }), windows({ runsOn: ['windows-11-arm'] })] }).map((line) => line.replace(/\..*and /, ' ... '))).toEqual([
      "m: node-pty is built by node-gyp 9 ... that of macos-15-intel is newer. Declare Setup.python('3.11'), or update what brings @electron/rebuild until it is 3.7 or later.",
      "w: node-pty is built by node-gyp 9.4.1 of pnpm-lock.yaml, which does not know Visual Studio 2026, the only one on windows-2025. Build on runsOn: ['windows-2022'], or update what brings node-gyp to 12.1 or later.",
      "w: node-pty is built by node-gyp 9 ... that of windows-2022 is newer. Declare Setup.python('3.11'), or update what brings @electron/rebuild until it is 3.7 or later.",
      "w: node-pty is built by node-gyp 9 ... that of windows-11-arm is newer. Declare Setup.python('3.11'), or update what brings @electron/rebuild until it is 3.7 or later.",
    ]);
    expect(says(nativeModuleUnbuildable, app('9.4.1'), { platforms: [linux], setup: [tool('python', '3.12')] })[0]).toContain("Setup.python('3.12') is declared");
    expect(says(nativeModuleUnbuildable, { ...app('9.4.1'), '.python-version': '3.13\n' }, { platforms: [linux], setup: [tool('python', '', { versionFile: '.python-version' })] })[0]).toContain("'.python-version' says 3.13");
  });

  test('are built by electron-rebuild where a script calls it', () => {
    const files = { ...app('9.4.1', { scripts: { dist: 'electron-rebuild -f' }, build: undefined }) };
    expect(says(nativeModuleUnbuildable, files, { platforms: [mac] })).toHaveLength(1);
  });

  test('are built by Electron Forge, whatever it makes', () => {
    const files = { ...app('9.4.1', { scripts: { dist: 'electron-forge make' }, build: undefined }) };
    expect(says(nativeModuleUnbuildable, files, { platforms: [mac] })).toHaveLength(1);
  });

  test('are compiled where npm installs them, by the node-gyp that they depend on', () => {
    const lock = (more: object, dependencies: object = {}): Files => ({
      'package.json': { dependencies: { drivers: '1' } },
      'package-lock.json': JSON.stringify({ packages: { 'node_modules/drivers': { hasInstallScript: true, dependencies: { 'node-gyp': '^9.0.0', ...dependencies }, ...more }, 'node_modules/node-gyp': { version: '9.4.1' } } }, null, 2),
    });
    const byNpm = { platforms: [mac], prepare: [{ run: 'npm ci' }] };
    expect(says(nativeModuleUnbuildable, lock({}), byNpm)).toEqual([
      "m: drivers is compiled where npm installs it, by node-gyp 9.4.1 of package-lock.json, which needs the distutils of Python 3.11 or older, and that of macos-15-intel is newer. Declare Setup.python('3.11'), or update drivers to a version with node-gyp 10 or later.",
    ]);
    // the app, and a member of its workspace, that has node-gyp for scripts of its own
    const own = (place: string): Files => ({ 'package.json': { dependencies: { drivers: '1' } }, 'package-lock.json': JSON.stringify({ packages: { [place]: { hasInstallScript: true, dependencies: { 'node-gyp': '^9.0.0' } }, 'node_modules/node-gyp': { version: '9.4.1' } } }, null, 2) });
    expect(['', 'packages/native'].flatMap((place) => says(nativeModuleUnbuildable, own(place), byNpm))).toEqual([]);
    // what installs nothing, may fail, fetches it first, or is told to run no scripts
    expect([lock({ hasInstallScript: undefined }), lock({ optional: true }), lock({}, { 'prebuild-install': '7' }), lock({}, { '@mapbox/node-pre-gyp': '1' })].flatMap((files) => says(nativeModuleUnbuildable, files, byNpm))).toEqual([]);
    expect(says(nativeModuleUnbuildable, lock({}), { ...byNpm, prepare: [{ run: 'npm ci --ignore-scripts' }] })).toEqual([]);
  });

  passes(nativeModuleUnbuildable, [
    ['the right Python', app('9.4.1'), { platforms: [mac], setup: [tool('python', '3.11')] }],
    ['the last Python that is set up', app('9.4.1'), { platforms: [leg({ setup: [tool('python', '3.11')] })], setup: [tool('python', '3.13')] }],
    ['a Python that a step sets up', app('9.4.1'), { platforms: [mac], prepare: [{ uses: 'actions/setup-python@v6', with: { 'python-version': '3.11' } }] }],
    ['a Python that a variable names', app('9.4.1'), { platforms: [{ ...mac, env: { npm_config_python: '/usr/bin/python3.9' } }] }],
    ['a file that says the right Python', { ...app('9.4.1'), '.python-version': '3.11' }, { platforms: [mac], setup: [tool('python', '', { versionFile: '.python-version' })] }],
    ['a file that nobody reads here', { ...app('9.4.1'), 'pyproject.toml': 'requires-python = ">=3.12"' }, { platforms: [mac], setup: [tool('python', '', { versionFile: 'pyproject.toml' })] }],
    ['Ubuntu, whose pip brings setuptools', app('9.4.1'), { platforms: [linux] }],
    ['a node-gyp of today', app('12.1.0'), { platforms: [mac, windows()] }],
    ['one that does without distutils', app('10.0.0'), { platforms: [linux, mac] }],
    ['one of several that does', { ...app('9.4.1'), 'yarn.lock': 'node-gyp@^12.0.0:\n  version "12.4.0"\n' }, { platforms: [mac, windows()] }],
    ['an image with the right Visual Studio', app('11.0.0'), { platforms: [windows({ runsOn: ['windows-2022'] })] }],
    ['a machine that nobody knows', app('9.4.1'), { platforms: [leg({ runsOn: ['self-hosted', 'linux'], host: 'self-hosted' })] }],
    ['a container', app('9.4.1'), { platforms: [leg({ runsOn: ['ubuntu-24.04'], container: { image: 'x' } })] }],
    ['a build that rebuilds nothing', app('9.4.1', { build: { npmRebuild: false } }), { platforms: [mac] }],
    ['a configuration that a program says', { ...app('9.4.1', { build: undefined }), 'electron-builder.js': '' }, { platforms: [mac] }],
    ['another command', app('9.4.1', { scripts: { dist: 'make' } }), { platforms: [mac] }],
    ['a module that comes built', app('9.4.1', { dependencies: { keytar: '7' } }), { platforms: [mac] }],
    ['a step that brings distutils', app('9.4.1'), { platforms: [mac], prepare: [{ run: 'pip install setuptools' }] }],
    ['no lock file', { 'package.json': app('9.4.1')['package.json'] }, { platforms: [mac] }],
  ]);
});

describe('directories in patterns', () => {
  const app = (build: object = {}): Files => ({ 'package.json': { scripts: { dist: 'electron-builder' }, build } });
  const made = (...artifacts: string[]): Overrides => ({ platforms: [leg({ artifacts })] });

  test('are called as the app calls them', () => {
    expect(says(artifactPathCase, app(), made('./Dist/*.AppImage', '!Dist/x'))).toEqual(["l: artifacts name 'Dist/*.AppImage', and the directory is called 'dist'. Write 'dist/*.AppImage'."]);
    expect(says(artifactPathCase, { 'src-tauri/tauri.conf.json': {} }, made('Src-Tauri/target/**'))).toHaveLength(1);
  });

  passes(artifactPathCase, [
    ['the same case', app(), made('dist/*')],
    ['another directory', app(), made('Distribution/*', 'D*/x', 'Dis')],
    ['what is configured', app({ directories: { output: 'Dist' } }), made('Dist/*')],
    ['what is there in both cases', { ...app({ directories: { output: 'Dist' } }), 'dist/tsconfig.json': {} }, made('Dist/*')],
    ['systems where case does not count', app(), { platforms: [windows({ artifacts: ['Dist/*'] })] }],
    ['a configuration that a program says', { 'package.json': { scripts: { dist: 'electron-builder' } }, 'electron-builder.js': '' }, made('Dist/*')],
    ['another tool', { 'package.json': { scripts: { dist: 'make' } } }, made('Dist/*')],
  ]);
});

test('nothing is said of the reference build', () => {
  const known = {
    'build:electron:linux': 'cross-env NODE_ENV=production yarn prepare-server && yarn web && tsc -p build && node build/dist/build.js --linux',
    'prepare-server': 'chmod +x ./scripts/prepare-server.sh && ./scripts/prepare-server.sh',
    'web': 'cross-env BUILD_TARGET=electron nuxt generate',
  };
  const files = {
    'package.json': {
      packageManager: 'pnpm@10.28.1',
      main: 'dist/electron/main.js',
      dependencies: { 'node-pty': '^1.0.0' },
      devDependencies: { 'cross-env': '7', 'electron': '38', 'electron-builder': '25', 'nuxt': '3', 'typescript': '5' },
      scripts: { ...known, 'build:electron:windows': known['build:electron:linux'], 'build:electron:mac': known['build:electron:linux'] },
    },
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies: {}\npackages:\n  node-gyp@9.4.1:\n  '@electron/rebuild@3.6.1':\n  app-builder-lib@25.1.8:\n",
    'scripts/prepare-server.sh': '',
    '.gitignore': 'dist\nelectron-dist\nresources\n',
  };
  const job = referenceModel.jobs[0];
  const seen = see(referenceModel, job, new Map(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? content : JSON.stringify(content)])));
  expect(appChecks.flatMap((check) => said(check, seen))).toEqual([]);
  // and it was read
  expect(scriptFileMissing.more!(seen)).toContain('scripts/prepare-server.sh');
});

describe('files that may be anything', () => {
  const HOSTILE = ['', '{', 'null', '[]', '7', '"x"', '{"scripts":7,"dependencies":[],"engines":{"node":{}},"build":"x"}', '\u0000'.repeat(1_000), '{"scripts":{"dist":"\\u001b[2J && ${{ x }}"}}', `${'['.repeat(100_000)}`];
  const NAMES = ['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'pnpm-workspace.yaml', '../pnpm-workspace.yaml', '.npmrc', '.gitignore', '.gitmodules', 'electron-builder.yml'];

  test('lines without anything take no time', () => {
    const files = Object.fromEntries([...NAMES.filter((name) => !name.endsWith('.json')), '.cargo/config.toml', '../.nvmrc'].map((name) => [name, '\n'.repeat(5_000_000)]));
    const run = ['npm run dist', 'npx tauri build'];
    const seen = seeing({ ...files, ...scripts('node x.js', { engines: { node: '>=30' } }), 'src-tauri/tauri.conf.json': { bundle: { active: true } } }, {
      repositories: self('w'), workingDirectory: 'w/app', setup: [tool('node', '', { versionFile: 'w/.nvmrc' }), tool('pnpm', '10')], prepare: [{ run: 'pnpm install' }], platforms: [leg({ run })],
    });
    expect(() => appChecks.map((check) => [check.more?.(seen), check.check(seen)])).not.toThrow();
  });

  test.each(HOSTILE.map((text) => [text.slice(0, 30), text]))('%j ends no check', (_start, text) => {
    const seen = seeing(Object.fromEntries(NAMES.map((name) => [name, text])), {
      repositories: self('w'), workingDirectory: 'w/app', setup: [tool('node', '22'), tool('pnpm', '10')], prepare: [{ run: 'npm ci' }, { run: 'pnpm install --frozen-lockfile' }], platforms: [leg(), windows()],
    });
    expect(() => appChecks.map((check) => [check.more?.(seen), check.check(seen)])).not.toThrow();
  });
});
