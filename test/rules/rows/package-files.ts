import { NodeProject } from 'projen/lib/javascript';
import { BuildJob, Platform, type PlatformOptions, Setup, type TagBuildOptions } from '../../../src';
import type { Case } from '../../cases/case';
import { build, type Row } from '../row';

/** A build of an app whose own files lie there; what is no text is written as JSON. */
function app(before: Readonly<Record<string, unknown>>, options: Partial<TagBuildOptions> = {}): Case {
  const files = Object.entries(before).map(([file, content]): [string, string] => [file, typeof content === 'string' ? content : JSON.stringify(content)]);
  return { ...build({ platforms: [linux()], ...options }), before: Object.fromEntries(files) };
}

const linux = (options: Partial<PlatformOptions> = {}) => Platform.linuxX64({ script: 'dist', artifacts: ['out/*'], ...options });
const windows = (options: Partial<PlatformOptions> = {}) => Platform.windowsX64({ script: 'dist', artifacts: ['out/*'], ...options });

const macos = (options: Partial<PlatformOptions> = {}) => Platform.macosArm64({ script: 'dist', artifacts: ['out/*'], ...options });

/** A package-lock.json, with the version of each package. */
function npmLock(packages: Readonly<Record<string, string>>, root: object = {}): unknown {
  return { lockfileVersion: 3, packages: { '': root, ...Object.fromEntries(Object.entries(packages).map(([name, version]) => [`node_modules/${name}`, { version }])) } };
}

const script = (dist: string, more: object = {}) => ({ scripts: { dist }, ...more });
const step = (run: string) => ({ prepare: [{ name: 'Install', run }] });

const DEPENDS = { dependencies: { a: '^1.0.0' } };
const PNPM_LOCK = "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0\npackages:\n  a@1.0.0: {}\n";

/** A package of a workspace, with a lock file of its own. */
const member = { 'app/package.json': script('make', DEPENDS), 'app/pnpm-lock.yaml': PNPM_LOCK, 'pnpm-workspace.yaml': 'packages:\n  - app\n' };
const inMember = (install: string, version = '10.28.1') => ({ workingDirectory: 'app', setup: [Setup.pnpm(version)], ...step(install) });

/** An Electron app with a module that is compiled. */
const terminal = (nodeGyp: string) => ({ 'package.json': script('electron-builder -p never', { dependencies: { 'node-pty': '1' }, devDependencies: { 'electron-builder': '25' }, build: { directories: { output: 'out' } } }), 'package-lock.json': npmLock({ 'node-pty': '1.1.0', 'node-gyp': nodeGyp, 'app-builder-lib': '25.1.8', '@electron/rebuild': '3.6.1', 'electron-builder': '25.1.8' }) });

/** What package.json, lock files and their like say. */
export const packageFileRows: readonly Row[] = [
  {
    rule: 'command-not-installed',
    bad: app({ 'package.json': script('npm run compile && electron-builder', { scripts: { dist: 'npm run web && tsc', web: 'vite build' } }), 'package-lock.json': npmLock({ vitest: '1.0.0' }) }),
    says: ["package.json: script 'web' calls 'vite', which no dependency provides.", 'Add the package that has it: npm install -D vite'],
    good: app({ 'package.json': script('npm run web', { scripts: { dist: 'npm run web && npx rimraf x', web: 'vite build' } }), 'package-lock.json': npmLock({ vite: '5.0.0' }) }),
  },
  {
    rule: 'command-not-installed',
    bad: app({ 'app/package.json': script('cross-env A=b tsc'), 'yarn.lock': '# empty\n' }, { workingDirectory: 'app', platforms: [linux(), windows()] }),
    says: [
      "app/package.json: script 'dist' calls 'cross-env', which no dependency provides.", 'Add the package that has it: yarn add -D cross-env',
      "app/package.json: script 'dist' calls 'tsc', which no dependency provides.", 'Add the package that has it: yarn add -D typescript',
    ],
    good: app({ 'app/package.json': script('cross-env A=b tsc'), 'package.json': { devDependencies: { 'cross-env': '7' } }, 'yarn.lock': '# empty\n' }, { workingDirectory: 'app', platforms: [linux()] }),
  },
  {
    rule: 'script-file-missing',
    bad: app({ 'package.json': script('node scripts/pack.js'), '.gitignore': '/dist\n' }, step('npm ci')),
    says: ["package.json: script 'dist' runs 'scripts/pack.js', which is not in the repository.", 'Commit it, or correct its path.'],
    good: app({ 'package.json': script('node scripts/pack.js'), 'scripts/pack.js': '' }, step('npm ci')),
  },
  {
    rule: 'script-file-missing',
    bad: app({ 'package.json': script('npm run prepare-server && vite build', { scripts: { 'dist': 'npm run prepare-server && make', 'prepare-server': './build/prepare.sh' } }), 'build/prepare.sh': '', '.gitignore': 'build/\n' }),
    says: ["package.json: script 'prepare-server' runs './build/prepare.sh', which '.gitignore' keeps out of the repository.", 'Let the build make it first, or commit it: git add --force ./build/prepare.sh'],
    good: app({ 'package.json': script('make && node build/main.js'), 'build/main.js': '', '.gitignore': 'build/\n' }),
  },
  {
    rule: 'lock-file-out-of-step',
    bad: app({ 'package.json': script('make', DEPENDS), 'package-lock.json': npmLock({}) }, step('npm ci')),
    says: ['package-lock.json: a frozen install fails, since it is out of step with package.json: a is not locked.', 'Run "npm install" there and commit package-lock.json.'],
    good: app({ 'package.json': script('make', DEPENDS), 'package-lock.json': npmLock({ a: '1.0.0' }) }, step('npm ci')),
  },
  {
    rule: 'lock-file-out-of-step',
    bad: app({ 'app/package.json': script('make', DEPENDS), 'app/pnpm-lock.yaml': PNPM_LOCK.replace('^1', '^2') }, inMember('pnpm install')),
    says: ['app/pnpm-lock.yaml: a frozen install fails, since it is out of step with package.json: package.json asks for a ^1.0.0, pnpm-lock.yaml for ^2.0.0.', 'Run "pnpm install" there and commit pnpm-lock.yaml.'],
    // what projen writes it installs behind the synthesis
    good: { ...app({ 'pnpm-lock.yaml': PNPM_LOCK }, { ...step('pnpm install'), platforms: [linux({ script: 'build' })] }), project: (outdir) => new NodeProject({ outdir, name: 'app', defaultReleaseBranch: 'main', release: false }) },
  },
  {
    rule: 'pnpm-lock-file-elsewhere',
    bad: app(member, inMember('pnpm install --frozen-lockfile')),
    says: [
      'pnpm-workspace.yaml: it makes "pnpm install --frozen-lockfile" look for \'../pnpm-lock.yaml\', which is not there.',
      'Install with --ignore-workspace, or commit the lock file of the workspace.',
    ],
    good: app(member, inMember('pnpm install --ignore-workspace --frozen-lockfile')),
  },
  {
    rule: 'pnpm-workspace-leaves-out',
    bad: app({ ...member, 'pnpm-workspace.yaml': 'packages:\n  - apps/*\n' }, inMember('pnpm install --frozen-lockfile')),
    says: [
      'pnpm-workspace.yaml: its packages do not include the working directory, so that "pnpm install" installs nothing there.',
      'Name the directory in packages, or install with --ignore-workspace.',
    ],
    good: app({ ...member, 'pnpm-workspace.yaml': 'packages:\n  - apps/*\n' }, inMember('pnpm install --frozen-lockfile', '11.0.0')),
  },
  {
    rule: 'engines-unfit',
    bad: app({ 'package.json': script('make', { engines: { node: '>=24' } }) }, { setup: [Setup.node('22')] }),
    says: ["package.json: engines.node is '>=24', which Setup.node('22') does not satisfy.", 'Declare what does, or correct engines.node.'],
    good: app({ 'package.json': script('make', { engines: { node: '^20 || >=22.9' } }) }, { setup: [Setup.node('22')] }),
  },
  {
    rule: 'engines-refused',
    bad: app({ 'package.json': script('make', { engines: { node: '>=24', pnpm: '>=11' } }), '.npmrc': 'engine-strict=true\n' }, { setup: [Setup.node('22'), Setup.pnpm('10.28.1')], ...step('pnpm install') }),
    says: [
      "package.json: engines.node is '>=24', which Setup.node('22') does not satisfy; engine-strict refuses to install then.", 'Declare what does, or correct engines.node.',
      "package.json: engines.pnpm is '>=11', which Setup.pnpm('10.28.1') does not satisfy; pnpm refuses to install then.", 'Declare what does, or correct engines.pnpm.',
    ],
    good: app({ 'package.json': script('make', { engines: { pnpm: '>=10' } }), '.npmrc': 'engine-strict=true\n' }, { setup: [Setup.node('lts/*'), Setup.pnpm('10.28.1')], ...step('pnpm install') }),
  },
  {
    rule: 'engines-refused',
    bad: app({ 'package.json': script('make', { devEngines: { runtime: { name: 'node', version: '>=24' } } }) }, { platforms: [linux({ setup: [Setup.node('22')] })], ...step('npm ci') }),
    says: ["platforms[0] linux-x64: devEngines.runtime is '>=24', which Setup.node('22') does not satisfy; npm refuses to install then.", 'Declare what does, or correct devEngines.runtime.'],
    good: app({ 'package.json': script('make', { devEngines: { runtime: { name: 'node', version: '>=24', onFail: 'warn' } } }) }, { platforms: [linux({ setup: [Setup.node('22')] })], ...step('npm ci') }),
  },
  {
    rule: 'native-module-unbuildable',
    bad: app(terminal('9.4.1'), { platforms: [macos(), linux({ setup: [Setup.python('3.12')] })] }),
    says: [
      'platforms[0] macos-arm64: node-pty is built by node-gyp 9.4.1 of package-lock.json, which needs the distutils of Python 3.11 or older, and that of macos-15 is newer.',
      "Declare Setup.python('3.11'), or update what brings @electron/rebuild until it is 3.7 or later.",
      "platforms[1] linux-x64: node-pty is built by node-gyp 9.4.1 of package-lock.json, which needs the distutils of Python 3.11 or older, and Setup.python('3.12') is declared.",
      "Declare Setup.python('3.11'), or update what brings @electron/rebuild until it is 3.7 or later.",
    ],
    good: app(terminal('9.4.1'), { platforms: [macos({ setup: [Setup.python('3.11')] }), linux()] }),
  },
  {
    rule: 'native-module-unbuildable',
    bad: app({ 'package.json': script('make', { scripts: { dist: 'make', install: 'node-gyp rebuild' } }), 'package-lock.json': npmLock({ 'node-gyp': '9.4.1' }) }, { platforms: [macos()], ...step('npm ci') }),
    says: [
      "platforms[0] macos-arm64: script 'install' compiles by node-gyp 9.4.1 of package-lock.json, which needs the distutils of Python 3.11 or older, and that of macos-15 is newer.",
      "Declare Setup.python('3.11'), or update node-gyp to 10 or later.",
    ],
    good: app({ 'package.json': script('make', { scripts: { dist: 'make', install: 'node-gyp-build' } }), 'package-lock.json': npmLock({ 'node-gyp': '9.4.1' }) }, { platforms: [macos()], ...step('npm ci') }),
  },
  {
    rule: 'native-module-unbuildable',
    bad: app(terminal('11.2.0'), { platforms: [windows({ runsOn: ['windows-2025'] })] }),
    says: [
      'platforms[0] windows-x64: node-pty is built by node-gyp 11.2.0 of package-lock.json, which does not know Visual Studio 2026, the only one on windows-2025.',
      "Build on runsOn: ['windows-2022'], or update what brings node-gyp to 12.1 or later.",
    ],
    good: app(terminal('12.1.0'), { platforms: [windows({ runsOn: ['windows-2025'] })] }),
  },
  {
    rule: 'native-module-unbuildable',
    bad: app({ 'package.json': script('make', { dependencies: { 'node-pty': '1.0.0' } }), 'package-lock.json': npmLock({ 'node-pty': '1.0.0' }, { dependencies: { 'node-pty': '1.0.0' } }) }, { platforms: [windows({ runsOn: ['windows-2025'] })], setup: [Setup.node('22')], ...step('npm ci') }),
    says: [
      'platforms[0] windows-x64: node-pty is compiled where npm installs it, and the node-gyp of Node.js 22 is version 11 at most, which does not know Visual Studio 2026, the only one on windows-2025.',
      "Build on runsOn: ['windows-2022'], or update what brings node-gyp to 12.1 or later.",
    ],
    good: app({ 'package.json': script('make', { dependencies: { 'node-pty': '1.1.0' } }), 'package-lock.json': npmLock({ 'node-pty': '1.1.0' }, { dependencies: { 'node-pty': '1.1.0' } }) }, { platforms: [windows({ runsOn: ['windows-2025'] })], setup: [Setup.node('22')], ...step('npm ci') }),
  },
  {
    rule: 'git-branch-asked',
    bad: app({ 'package.json': script('node scripts/name.js && make'), 'scripts/name.js': "execSync('git rev-parse --abbrev-ref HEAD')" }, { platforms: [linux(), windows()] }),
    says: ["scripts/name.js: asks for a branch by 'git rev-parse --abbrev-ref HEAD', which prints 'HEAD' in a run of a tag.", 'Take GITHUB_REF_NAME, which is the name of the tag then, or what version.env hands over.'],
    good: app({ 'package.json': script('node scripts/name.js && make'), 'scripts/name.js': "process.env.GITHUB_REF_NAME ?? execSync('git rev-parse --abbrev-ref HEAD')" }),
  },
  // where there is no app, too
  {
    rule: 'git-branch-asked',
    bad: build({ jobs: [BuildJob.of('a', { platforms: [linux({ script: undefined, run: ['make BRANCH=$(git branch --show-current)'] })] })] }),
    says: ["jobs[0] a platforms[0] linux-x64: the build asks for a branch by 'git branch --show-current', which prints nothing in a run of a tag.", 'Take GITHUB_REF_NAME, which is the name of the tag then, or what version.env hands over.'],
    good: build({ jobs: [BuildJob.of('a', { platforms: [linux({ script: undefined, run: ['make TAG=$(git describe --tags)'] })] })] }),
  },
  {
    rule: 'spawned-without-shell',
    bad: app({ 'package.json': script('node pack.js'), 'pack.js': "const { spawn } = require('child_process');\nspawn('npm', ['run', 'web']);" }, { platforms: [linux(), windows()] }),
    says: ["pack.js: spawn('npm', ...) starts a batch file on Windows without a shell, which Node.js does not find.", "Hand shell: process.platform === 'win32' over to spawn."],
    good: app({ 'package.json': script('node pack.js'), 'pack.js': "const { spawn } = require('child_process');\nspawn('npm', ['run', 'web']);" }, { platforms: [linux()] }),
  },
  {
    rule: 'spawned-without-shell',
    bad: app({ 'pack.mjs': "import { execFileSync } from 'node:child_process';\nexecFileSync('npm.cmd', ['ci']);" }, { platforms: [windows({ script: undefined, run: ['make'] })], prepare: [{ run: 'node pack.mjs' }] }),
    says: ["pack.mjs: execFileSync('npm.cmd', ...) starts a batch file on Windows without a shell, which Node.js refuses.", "Hand shell: process.platform === 'win32' over to execFileSync."],
    good: app({ 'pack.mjs': "import { execFileSync } from 'node:child_process';\nexecFileSync('npm.cmd', ['ci'], { shell: true });" }, { platforms: [windows({ script: undefined, run: ['make'] })], prepare: [{ run: 'node pack.mjs' }] }),
  },
  {
    rule: 'artifact-path-case',
    bad: app({ 'package.json': script('electron-builder -p never', { build: { directories: { output: './electron-dist/' } } }) }, { platforms: [linux({ artifacts: ['Electron-Dist/*.AppImage'] })] }),
    says: ["platforms[0] linux-x64: artifacts name 'Electron-Dist/*.AppImage', and the directory is called 'electron-dist'.", "Write 'electron-dist/*.AppImage'."],
    good: app({ 'package.json': script('electron-builder -p never', { build: { directories: { output: 'Electron-Dist' } } }) }, { platforms: [linux({ artifacts: ['Electron-Dist/*'] })] }),
  },
];
