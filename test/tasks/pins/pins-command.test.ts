import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from '../../../src/outside/files';
import { loadScripts } from '../../../src/outside/scripts';
import { pinsCommand } from '../../../src/tasks/pins/pins-command';
import { PINS_FILE } from '../../../src/tasks/pins/pins-file';
import { write } from '../../cases/harness';
import { model as makeModel, modelFile } from '../../render/models';
import { outputOf } from '../../support/outputs';
import { piped } from '../../support/piped';

const model = makeModel();

let dir: string;
let env: Record<string, string | undefined>;
const commits: Record<string, string> = {};

/** Two actions on a GitHub that is a directory: one with every sort of tag, one with annotated ones. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pins-'));
  env = {
    PATH: process.env.PATH,
    HOME: dir,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.file://${dir}/github/.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://github.com/',
  };
  action('acme/setup', [], ['v1.0.0', 'v9.0.0', 'v10.0.0', 'v11.0.0-rc.1', 'v4;rm', "v12.0.0'", '--exec=v13.0.0', '$(id)v14.0.0', 'v15.0.0`id`']);
  action('acme/upload', ['-a', '-m', 'a tag'], ['v2.0.0', 'v2.1.0']);
});

afterAll(() => rmSync(dir, { recursive: true }));

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, env, encoding: 'utf8' }).trim();
}

function action(name: string, how: string[], tags: string[]): void {
  const path = join(dir, 'github', name);
  mkdirSync(path, { recursive: true });
  git(path, 'init', '-q');
  for (const tag of tags) {
    git(path, 'commit', '-q', '--allow-empty', '-m', tag);
    commits[`${name}@${tag}`] = git(path, 'rev-parse', 'HEAD');
    // some names `git tag` refuses, and whoever pushes can have them all the same
    if (tag.startsWith('v')) git(path, 'tag', ...how, tag); else git(path, 'update-ref', `refs/tags/${tag}`, 'HEAD');
  }
  git(path, 'tag', '-f', 'v1', 'HEAD');
}

/** `action@version`, or `action@version # another version`. */
function uses(pin: string): string {
  const [name, says = name.split('@')[1]] = pin.split(' # ');
  return `${name.split('@')[0]}@${commits[name] ?? 'd'.repeat(40)} # ${says}`;
}

function list(...releases: string[]): string {
  const lines = releases.map((pin) => `  { action: '${pin.split('@')[0]}', version: '${pin.split('@')[1]}', commit: '${commits[pin]}' },`);
  return ['// the list', 'export const PINS = [', ...lines, '] as const;', ''].join('\n');
}

async function pins(args: string[], steps: string[], own?: string): Promise<{ code: number; printed: string; root: string }> {
  const root = mkdtempSync(join(dir, 'project-'));
  let printed = '';
  const text = ['jobs:', '  build:', '    steps:', ...steps.map((step) => `      - uses: ${step}`), ''].join('\n');
  write(root, { [model.workflowPath]: text, ...own && { [PINS_FILE]: own } });
  const code = await pinsCommand.prepare(args)({
    modelFile: modelFile(model),
    scripts: loadScripts(),
    read: (file) => readIfThere(join(root, file)),
    list: () => [],
    root,
    env,
    ...piped((more) => { printed += more; }),
  });
  return { code, printed, root };
}

test('all up to date, of whichever sort the tags are', async () => {
  const { code, printed } = await pins([], [uses('acme/setup@v10.0.0'), uses('acme/upload@v2.1.0'), `acme/setup/sub@${commits['acme/setup@v10.0.0']}`]);
  expect(printed).toBe('  ✓ acme/setup v10.0.0\n  ✓ acme/upload v2.1.0\n  ✓ acme/setup/sub v10.0.0\n\n3 up to date, 0 behind, 0 wrong, 0 not known\n');
  expect(code).toBe(0);
});

test('what is behind is said with the newest version and its commit, and nothing is written', async () => {
  const { code, printed, root } = await pins([], [uses('acme/upload@v2.0.0')]);
  expect(printed).toContain(`  ↑ acme/upload v2.0.0: newest is v2.1.0, commit ${commits['acme/upload@v2.1.0']}\n`);
  expect(printed).toContain('To see the lines that raise them, run "npx projen tag-build:pins --write".');
  expect(code).toBe(1);
  expect(readFileSync(join(root, model.workflowPath), 'utf8')).toContain(commits['acme/upload@v2.0.0']);
});

test('a project is given the lines for its projenrc', async () => {
  const { code, printed } = await pins(['--write'], [uses('acme/upload@v2.0.0'), uses('acme/setup@v10.0.0')]);
  expect(printed.split('\n').filter((line) => line.includes('.set('))).toEqual([
    `project.github!.actions.set('acme/upload', 'acme/upload@${commits['acme/upload@v2.1.0']}'); // v2.1.0`,
  ]);
  expect(code).toBe(1);
});

test('the list is raised, and nothing else is written', async () => {
  const before = list('acme/setup@v9.0.0', 'acme/upload@v2.1.0');
  const workflow = uses('acme/setup@v9.0.0');
  const { code, printed, root } = await pins(['--write'], [workflow], before);
  expect(readFileSync(join(root, PINS_FILE), 'utf8')).toBe(list('acme/setup@v10.0.0', 'acme/upload@v2.1.0'));
  expect(readFileSync(join(root, model.workflowPath), 'utf8')).toContain(workflow);
  expect(printed).toContain(`1 raised in ${PINS_FILE}. Run "npx projen" and commit what it changes.`);
  expect(code).toBe(0);
});

test('what only a workflow has is behind until the next synthesis', async () => {
  const { code, printed } = await pins(['--write'], [uses('acme/upload@v2.0.0')], list('acme/setup@v9.0.0'));
  expect(printed).toContain(`1 raised in ${PINS_FILE}.`);
  expect(code).toBe(1);
});

test('without --write the list stays', async () => {
  const before = list('acme/setup@v9.0.0');
  const { code, printed, root } = await pins([], [], before);
  expect(readFileSync(join(root, PINS_FILE), 'utf8')).toBe(before);
  expect(printed).toContain(`To raise them in ${PINS_FILE}, run`);
  expect(code).toBe(1);
});

test('what is used by a tag, as in a job that was added, is wrong, with the commit to write', async () => {
  const { code, printed } = await pins([], ['acme/upload@v2.0.0', 'acme/upload@main']);
  expect(printed).toContain(`acme/upload: it is used by 'v2.0.0', which its owner can move; pinned it is commit ${commits['acme/upload@v2.0.0']} (${model.workflowPath}). Write the full SHA of a commit behind the @.\n`);
  expect(printed).toContain(`acme/upload: it is used by 'main', which its owner can move (${model.workflowPath}). `);
  expect(code).toBe(1);
});

test('a comment and a commit that disagree are a problem, which --write leaves alone', async () => {
  const own = list('acme/setup@v9.0.0').replace("'v9.0.0'", "'v10.0.0'");
  const { code, printed, root } = await pins(['--write'], [uses('acme/upload@v2.0.0 # v2.1.0')], own);
  const upload = `it says v2.1.0, which is commit ${commits['acme/upload@v2.1.0']}; commit ${commits['acme/upload@v2.0.0']} is v2.0.0`;
  expect(printed).toContain(`  ✗ acme/upload: ${upload} (${model.workflowPath}). Find out which of the two was meant before you change either.\n`);
  expect(printed).toContain('0 up to date, 0 behind, 2 wrong, 0 not known');
  expect(readFileSync(join(root, PINS_FILE), 'utf8')).toBe(own);
  expect(code).toBe(1);
});

test('a repository that does not answer is said, and the others are reported', async () => {
  const { code, printed } = await pins([], [uses('acme/gone@v1.0.0'), uses('acme/upload@v2.1.0')]);
  expect(printed).toMatch(/ {2}\? acme\/gone v1\.0\.0: fatal: .*does not (?:appear to be a git repository|exist)/);
  expect(printed).toContain('  ✓ acme/upload v2.1.0\n');
  expect(code).toBe(3);
  expect((await pins([], [uses('acme/gone@v1.0.0'), uses('acme/upload@v2.0.0')])).code).toBe(1);
});

test('a comment cannot move the cursor', async () => {
  const { printed } = await pins([], [`acme/upload@${commits['acme/upload@v2.1.0']} # v\u001b[2J\u202e9`]);
  expect(printed).toContain('  ✗ acme/upload: it says v[2J9, which the action has no tag for');
});

test('an argument that does not exist is refused', async () => {
  await expect(pins(['--wrote'], [])).rejects.toThrow("there is no option '--wrote'. Did you mean '--write'?");
});

describe('--json', () => {
  test('each pin with its state', async () => {
    const { code, printed } = await pins(['--json'], [uses('acme/upload@v2.0.0'), uses('acme/setup@v10.0.0'), uses('acme/gone@v1.0.0')]);
    const document = outputOf('pins', printed);
    expect(document).toMatchObject({ summary: { current: 1, behind: 1, wrong: 0, unknown: 1 }, raised: [], lines: [] });
    expect(document.pins.map((pin) => [pin.action, pin.state])).toEqual([['acme/upload', 'behind'], ['acme/setup', 'current'], ['acme/gone', 'unknown']]);
    expect(document.pins[0].newest).toEqual({ version: 'v2.1.0', commit: commits['acme/upload@v2.1.0'] });
    expect(code).toBe(1);
  });

  test('with --write what was raised, or the lines that raise it', async () => {
    const lines = await pins(['--json', '--write'], [uses('acme/upload@v2.0.0')]);
    expect(outputOf('pins', lines.printed).lines).toEqual([`project.github!.actions.set('acme/upload', 'acme/upload@${commits['acme/upload@v2.1.0']}'); // v2.1.0`]);

    const raised = await pins(['--json', '--write'], [], list('acme/setup@v9.0.0'));
    expect(outputOf('pins', raised.printed)).toMatchObject({ raised: ['acme/setup'], lines: [] });
    expect(raised.code).toBe(0);
  });
});
