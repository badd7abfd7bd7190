import { said, seeing } from './seeing';
import { gitBranchAsked } from '../../src/apps/git-branch-asked';
import { runTexts, scriptFilesOf } from '../../src/apps/script-files';
import { spawnedWithoutShell } from '../../src/apps/spawned-without-shell';
import { type Overrides, platform, repository, tool } from '../render/models';

type Files = Readonly<Record<string, unknown>>;

const self = [repository({ self: true, name: '', path: '' })];
const leg = (more: Parameters<typeof platform>[0] = {}) => platform({ name: 'l', script: 'dist', run: ['npm run dist'], ...more });
const windows = (more: Parameters<typeof platform>[0] = {}) => leg({ name: 'w', system: 'windows', ...more });
const scripts = (dist: string, more: object = {}): Files => ({ 'package.json': { scripts: { dist, ...more } } });

function seen(files: Files, overrides: Overrides = {}) {
  return seeing(files, { repositories: self, platforms: [leg()], ...overrides });
}

test('the texts that a leg runs are its lines, the package scripts that these call, and the files that those name', () => {
  const app = seen({
    'package.json': { scripts: { dist: 'npm run web && node --enable-source-maps ./scripts/pack.mjs --x', web: 'tsx build/web.ts', idle: 'node idle.js', postinstall: 'node after.js' } },
    'scripts/pack.mjs': 'pack',
    'build/web.ts': 'web',
    'after.js': 'after',
    'sign.sh': 'sign',
    'idle.js': 'idle',
  }, {
    prepare: [{ name: 'Install', run: 'npm ci' }, { 'run': 'bash there.sh', 'working-directory': 'elsewhere' }],
    postBuildSteps: [{ run: 'bash sign.sh' }],
  });
  expect(runTexts(app, app.job.platforms[0]).map(({ by }) => by)).toEqual([
    "step 'Install'", 'a step', 'a step', "script 'postinstall'", "script 'web'", "script 'dist'", "'sign.sh'", "'after.js'", "'build/web.ts'", "'scripts/pack.mjs'",
  ]);
});

test('files of others, and those that only a shell can name, are none of them', () => {
  const app = seen(scripts('node node_modules/x/cli.js && bash $DIR/a.sh && node ../../x.js && ./run.sh && node dist'));
  expect(scriptFilesOf(app, app.job.platforms[0])).toEqual(['run.sh']);
});

// what takes longer than a test may is what fails here
test('hostile texts are read to their end', () => {
  const texts = ['{', "' ,", `',${' '.repeat(150_000)}`, 'spawn(', 'x.spawn(npm.cmd', "const a = 'npm.cmd'\n", 'git branch -', 'git rev-parse -a ', 'import { spawn, '].map((part) => `'child_process'${part.repeat(150_000 / part.length)}`);
  for (const text of texts) {
    const app = seen({ ...scripts('node pack.js'), 'pack.js': text }, { platforms: [windows()] });
    expect([gitBranchAsked, spawnedWithoutShell].flatMap((check) => check.check(app)).length).toBeLessThan(100);
  }
});

describe('who asks for a branch', () => {
  const says = (files: Files, overrides: Overrides = {}) => said(gitBranchAsked, seen(files, overrides));
  const FIX = 'Take GITHUB_REF_NAME, which is the name of the tag then, or what version.env hands over.';

  test('is told what there is in a run of a tag', () => {
    expect(says(scripts('bash pack.sh', {}), { platforms: [leg({ run: ['npm run dist'] })], prepare: [{ name: 'Name', run: 'echo "B=$(git symbolic-ref --short HEAD)" >> "$GITHUB_ENV"' }] })).toEqual([
      `l: step 'Name' asks for a branch by 'git symbolic-ref --short HEAD', which fails in a run of a tag. ${FIX}`,
    ]);
    expect(says({ ...scripts('BRANCH=$(git branch --show-current) make'), 'pack.sh': '' })).toEqual([`package.json: script 'dist' asks for a branch by 'git branch --show-current', which prints nothing in a run of a tag. ${FIX}`]);
    expect(says({ ...scripts('sh pack.sh'), 'pack.sh': '# a comment\nBRANCH=$(git rev-parse --abbrev-ref HEAD)\n' })).toEqual([`pack.sh: asks for a branch by 'git rev-parse --abbrev-ref HEAD', which prints 'HEAD' in a run of a tag. ${FIX}`]);
  });

  test.each([
    ["execFileSync('git', ['rev-parse', '--abbrev-ref', 'HEAD'])", "prints 'HEAD'"],
    ['execSync("git rev-parse --abbrev-ref HEAD").toString()', "prints 'HEAD'"],
    ["try { execSync('git rev-parse --abbrev-ref HEAD') } catch { }", "prints 'HEAD'"],
    ['const branch = process.env.GITHUB_HEAD_REF;', 'is empty'],
    ["process.env.GITHUB_REF.replace('refs/heads/', '')", "still begins with 'refs/tags/'"],
    ["const branch = require('git-branch');", 'finds none'],
    ["import branch from 'current-git-branch';", 'finds none'],
  ])('in JavaScript, too: %s', (text, answer) => {
    expect(says({ ...scripts('node pack.js'), 'pack.js': text })).toEqual([expect.stringContaining(`which ${answer} in a run of a tag`)]);
  });

  test('is told once of all platforms', () => {
    expect(says({ ...scripts('sh pack.sh'), 'pack.sh': 'git branch --show-current' }, { platforms: [leg(), leg({ name: 'm' })] })).toHaveLength(1);
  });

  test.each([
    'name=$(git symbolic-ref --short HEAD || git rev-parse HEAD)', 'git rev-parse HEAD', 'git rev-parse --abbrev-ref origin/HEAD', 'git rev-parse --abbrev-ref HEAD@{upstream}',
    'name=${GITHUB_HEAD_REF:-$NAME}', 'name="${GITHUB_REF_NAME:-$(git branch --show-current)}"', 'if [ "$GITHUB_ACTIONS" != true ]; then git branch --show-current; fi',
    'B=$(git rev-parse --abbrev-ref HEAD)\n[ "$B" = "HEAD" ] && B=tag', 'B=$(git branch --show-current)\nif [ -z "$B" ]; then B=x; fi', 'git checkout -b release\ngit branch --show-current', 'git clone a b\ngit -C b branch\ngit branch --show-current',
    'git describe --tags --exact-match || git rev-parse --abbrev-ref HEAD', '# git branch --show-current', 'git branch --list', '${GITHUB_REF#refs/tags/}',
  ])('is not told where that is provided for: %s', (text) => {
    expect(says({ ...scripts('sh pack.sh'), 'pack.sh': text })).toEqual([]);
  });

  test('is not told of a step, or of what it runs, that has a condition on the tag or the event', () => {
    const conditional = (condition: string) => says({ ...scripts('make'), 'name.sh': 'git branch --show-current' }, { prepare: [{ if: condition, run: 'git branch --show-current' }, { if: condition, run: 'sh name.sh' }] });
    expect(["github.ref_type == 'branch'", "${{ !startsWith( github . ref, 'refs/tags/') }}", "github.event_name == 'pull_request'"].flatMap(conditional)).toEqual([]);
    expect(conditional("runner.os == 'Linux'")).toHaveLength(2);
  });

  test('is not told of what the build does not run', () => {
    expect(says({ ...scripts('make', { release: 'git branch --show-current' }), 'pack.sh': 'git branch --show-current' })).toEqual([]);
  });
});

describe('a package manager that is spawned without a shell', () => {
  const says = (text: string, overrides: Overrides = {}) => said(spawnedWithoutShell, seen({ ...scripts('node pack.js'), 'pack.js': text }, { platforms: [windows()], ...overrides }));
  const required = "const { spawn, execFileSync } = require('child_process');\n";

  test('is not found by its name, and refused by its file', () => {
    expect(says(`${required}spawn('npm', ['run', 'web'], { stdio: 'inherit' });`)).toEqual([
      "pack.js: spawn('npm', ...) starts a batch file on Windows without a shell, which Node.js does not find. Hand shell: process.platform === 'win32' over to spawn.",
    ]);
    expect(says(`${required}const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';\nexecFileSync(npm, ['ci']);`)).toEqual([
      "pack.js: execFileSync(npm, ...) starts a batch file on Windows without a shell, which Node.js refuses. Hand shell: process.platform === 'win32' over to execFileSync.",
    ]);
  });

  test.each([
    "import { spawnSync } from 'node:child_process';\nspawnSync(`npx`, ['vite', 'build']);",
    "import * as cp from 'child_process';\ncp.execFile('yarn', ['build'], (error) => { throw error; });",
    "import cp from 'node:child_process';\ncp.spawnSync('npm.cmd', ['ci']);",
    "const cp = require('child_process')\ncp.spawn('pnpm.cmd', ['i'], { cwd: dir })",
    "import { spawn } from 'child_process';\nspawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci']);",
    "import { spawn } from 'child_process';\nspawn(os.platform !== 'win32' ? 'npx' : 'npx.cmd', ['vite']);",
    "import {\n  execFile,\n  spawn,\n} from 'child_process';\nspawn(\n  'corepack',\n  ['enable'],\n);",
  ])('is seen in other words: %s', (text) => {
    expect(says(text)).toHaveLength(1);
  });

  test.each([
    `${required}spawn('npm', ['ci'], { shell: true });`,
    `${required}const options = { shell: true };\nspawn('npm', ['ci'], { ...options, cwd: 'web' });`,
    `${required}const options = { shell: true };\nspawn('npm', ['ci'], options);`,
    `${required}if (process.platform !== 'win32') spawn('npm', ['ci']);`,
    `${required}spawn('node', ['npm']); spawn('git', []);`,
    `${required}// spawn('npm', [])`,
    "const { exec, execSync } = require('child_process');\nexecSync('npm ci');",
    "const spawn = require('cross-spawn');\nspawn('npm', ['ci']);",
    "import { spawn } from 'cross-spawn'\nimport { exec } from 'child_process'\nspawn('npm', ['ci'])",
    "import { execa } from 'execa';\nexeca('npm', ['ci']);",
    "import { spawn as start } from 'child_process';\nfunction spawn(name) { start(name, { shell: true }); }\nspawn('npm');",
    `${required}spawn('pnpm', ['i']);`,
    `${required}spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci'], { shell: process.platform === 'win32' });`,
    `${required}pty.spawn('npm', []);`,
  ])('is none here: %s', (text) => {
    expect(says(text)).toEqual([]);
  });

  test('is only looked for where Windows runs it, by a Node.js that refuses it', () => {
    const text = `${required}spawn('npm', ['ci']);`;
    expect(says(text, { platforms: [leg()] })).toEqual([]);
    expect(says(text, { platforms: [leg(), windows({ script: 'other', run: ['npm run other'] })] })).toEqual([]);
    expect(says(`${required}spawn('npm.cmd', ['ci']);`, { setup: [tool('node', '20.12.1')] })).toEqual([]);
    expect(says(`${required}spawn('npm.cmd', ['ci']);`, { setup: [tool('node', '20')] })).toHaveLength(1);
  });
});
