import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPS } from './init/apps';
import { COMMANDS } from '../../src/command-list';
import { MODEL_FILE } from '../../src/model/model-file';
import { PUBLISH_SCRIPT } from '../../src/model/publish';
import { ACT_VERSION } from '../../src/tasks/rehearse/act';
import { columnsOf } from '../../src/text/columns';
import { SIGNS } from '../../src/text/signs';
import { write } from '../cases/harness';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { bundle } from '../support/octokit';
import { inTerminal, screenOf, type Seen, type Terminal } from '../support/pty';

const ROOT = join(__dirname, '..', '..');
const FILES = [MODEL_FILE, '.github/workflows/desktop-tag-build.yml', PUBLISH_SCRIPT, 'docs/github-actions-tag-build.md', 'README.md'];

/** An act whose one step fails. */
const ACT = `#!/bin/sh
[ "$1" != --version ] || { echo "act version ${ACT_VERSION}"; exit; }
echo '{"job":"Build linux-x64","step":"Build","stage":"Main","stepID":["build"],"stepResult":"failure","executionTime":1500000000}'
exit 1
`;

let dir: string;
let github: FakeGitHub;
let env: Record<string, string | undefined>;

/** The command as it is shipped, in clones of which everything there is to be said can be said. */
beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'look-')));
  bundle(join(ROOT, 'src', 'cli.ts'), join(dir, 'package', 'bin', 'cli.js'));
  for (const part of ['assets', 'schema', 'package.json', '.github']) symlinkSync(join(ROOT, part), join(dir, 'package', part));
  write(dir, { 'bin/act': ACT, 'bin/gh': '#!/bin/sh\nexit 1\n' });
  for (const program of ['act', 'gh']) chmodSync(join(dir, 'bin', program), 0o755);
  github = await FakeGitHub.start();
  const { NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, GH_TOKEN, GITHUB_TOKEN, ...own } = process.env;
  env = {
    ...own,
    PATH: `${join(dir, 'bin')}:${process.env.PATH}`,
    HOME: dir,
    TERM: 'xterm-256color',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.file://${dir}/nowhere/.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://github.com/',
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: 'acme/app',
  };
  for (const clone of ['synced', 'changed']) {
    FILES.forEach((file) => cpSync(join(ROOT, file), join(dir, clone, file), { recursive: true }));
  }
  writeFileSync(join(dir, 'changed', FILES[1]), readFileSync(join(ROOT, FILES[1]), 'utf8').replace('timeout-minutes: 5', 'timeout-minutes: 6'));
  write(join(dir, 'rust'), APPS.Rust);
  for (const clone of ['synced', 'changed', 'rust']) committed(join(dir, clone));
});

afterAll(async () => {
  await github.stop();
  rmSync(dir, { recursive: true });
});

function committed(cwd: string): void {
  for (const args of [['init', '-q', '-b', 'main'], ['add', '-A'], ['commit', '-q', '-m', 'all']]) {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, env });
  }
}

/** Where it runs, what is written, the lines that are to be copied and stay whole. */
interface Row { readonly clone: string; readonly args: readonly string[]; readonly whole?: RegExp }

const ROWS: readonly Row[] = ([
  ['synced', ['--help']],
  ...Object.keys(COMMANDS).map((name) => ['synced', ['help', name]] as const),
  ['synced', ['paln']],
  ['synced', ['plan', '--jsno']],
  ['rust', ['check']],
  ['synced', ['check']],
  ['changed', ['check'], /^[-+@ =]/],
  ['synced', ['plan']],
  ['synced', ['plan', 'desktop-v1.4.0']],
  ['synced', ['plan', 'v1']],
  ['synced', ['doctor']],
  ['synced', ['pins']],
  ['synced', ['rehearse', 'linux-x64']],
  ['synced', ['remove', '--dry-run'], /^ {2}(?:npm|import|new) /],
  ['rust', ['init', '--yes', '--dry-run'], /^[ }]*(?:import|const|new|tags|setup|platforms|Platform|run|artifacts|version|project|\]|\})/],
] as const).map(([clone, args, whole]) => ({ clone, args, whole }));

async function inPipe(cwd: string, args: readonly string[]): Promise<Seen> {
  const child = spawn(process.execPath, [join(dir, 'package/bin/cli.js'), ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let seen = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { seen += piece; });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, seen })));
}

async function onTerminal(clone: string, args: readonly string[], more: Partial<Terminal> = {}): Promise<Seen> {
  return inTerminal([process.execPath, join(dir, 'package/bin/cli.js'), ...args], { cwd: join(dir, clone), ...more, env: { ...env, ...more.env } });
}

/** What is said, however it is broken into lines. */
function words(text: string): string {
  return text.replace(/[\s│├└─]+/g, '');
}

const COLOUR = /\u001b\[[0-9;]*m/;

describe.each(ROWS)('in $clone: $args', ({ clone, args, whole = /^$/ }) => {
  let piped: Seen;
  beforeAll(async () => { piped = await inPipe(join(dir, clone), args); }, 60_000);

  test('in a pipe nothing but text', () => {
    expect(piped.seen).not.toContain('\u001b');
    expect(piped.seen.length).toBeGreaterThan(10);
  });

  test.each([60, 80, 200])('fits into %i columns, says the same, and leaves nothing else', async (columns) => {
    const plain = await onTerminal(clone, args, { columns, env: { NO_COLOR: '1' } });
    expect(plain.seen).not.toMatch(COLOUR);
    const lines = screenOf(plain.seen);
    const broken = lines.filter((line) => !whole.test(line) && !/https?:\/\//.test(line));
    expect(broken.filter((line) => columnsOf(line) > Math.min(columns, 100))).toEqual([]);
    expect(words(lines.join('\n'))).toBe(words(piped.seen));
    expect(plain.code).toBe(piped.code);

    const coloured = await onTerminal(clone, args, { columns });
    expect(screenOf(coloured.seen)).toEqual(lines);
    const hasSigns = new RegExp(`^[\\s│├└─]*[${Object.values(SIGNS).join('')}] `, 'm').test(piped.seen);
    expect(COLOUR.test(coloured.seen)).toBe(hasSigns);
  }, 120_000);
});

test('JSON is the same everywhere', async () => {
  const { seen } = await onTerminal('synced', ['plan', 'desktop-v1.4.0', '--json'], { columns: 60, env: { FORCE_COLOR: '1' } });
  expect(JSON.parse(seen)).toEqual(JSON.parse((await inPipe(join(dir, 'synced'), ['plan', 'desktop-v1.4.0', '--json'])).seen));
});

describe('whoever waits', () => {
  beforeAll(() => github.on({}, answers.hang));

  test('is told for what, and it is gone in the end', async () => {
    const { seen, code } = await onTerminal('synced', ['doctor', '--timeout', '3']);
    expect(seen).toMatch(/looking up: \d+ of \d+/);
    expect(screenOf(seen).join('\n')).not.toContain('looking up');
    expect(seen).not.toContain('\u001b[?25l');
    expect(code).toBe(3);
  }, 60_000);

  test('and interrupts it has a clean terminal', async () => {
    const { seen, code } = await onTerminal('synced', ['doctor', '--timeout', '60'], { typed: [['looking up: ', '\u0003']] });
    expect(code).toBe(130);
    expect(screenOf(seen).join('\n')).not.toMatch(/looking up|\^C/);
    expect(screenOf(seen).at(-1)).toBe('');
  }, 120_000);

  test('is told nothing in a pipe', async () => {
    const { seen } = await inPipe(join(dir, 'synced'), ['doctor', '--timeout', '3']);
    expect(seen).not.toMatch(/looking up: |\u001b/);
  }, 60_000);
});
