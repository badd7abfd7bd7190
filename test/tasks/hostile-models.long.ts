import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { filesIn, filesOf, write } from '../cases/harness';
import * as kitchenSink from '../cases/kitchen-sink/declaration';
import * as siblings from '../cases/siblings/declaration';
import { bundle } from '../support/octokit';

const ROOT = join(__dirname, '..', '..');
/** Every command, and every other way in which it prints. */
const COMMANDS = [['check'], ['plan', 'v9.9.9'], ['doctor', '--timeout', '2'], ['pins', '--write'], ['rehearse'], ['why'], ['status']];
const WAYS = [...COMMANDS, ['plan'], ['plan', 'v9.9.9', '--json'], ['doctor', '--timeout', '2', '--json'], ['rehearse', '--remote'], ['why', '--json'], ['status', '--json']];
const SECRET = 'what lies outside';

let dir: string;
let clone: string;
const files = filesOf(siblings);

/** The command as it is shipped; a clone of a stranger's pull request, and what lies beside it. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hostile-'));
  bundle(join(ROOT, 'src', 'cli.ts'), join(dir, 'package/bin/cli.js'));
  for (const part of ['assets', 'schema', 'package.json']) symlinkSync(join(ROOT, part), join(dir, 'package', part));
  write(dir, { 'programs/act': '#!/bin/sh\necho act version 9.9.9\n', 'programs/gh': '#!/bin/sh\nexit 1\n' });
  execFileSync('chmod', ['+x', join(dir, 'programs/act'), join(dir, 'programs/gh')]);
});
beforeEach(() => {
  clone = join(dir, 'home/clone');
  write(dir, { 'home/outside/secret': SECRET, 'home/outside/README.md': SECRET, 'home/outside/linux-x64/kept': SECRET, 'home/outside/tag-builds.json': JSON.stringify(SECRET) });
  write(clone, files);
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: clone });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'a');
});
afterEach(() => rmSync(join(dir, 'home'), { recursive: true }));
afterAll(() => rmSync(dir, { recursive: true }));

function models(change: (model: any, file: any) => void = () => {}, text = files[MODEL_FILE]): void {
  const file: ModelFile = JSON.parse(text);
  file.builds.forEach(({ model }) => change(model, file));
  writeFileSync(join(clone, MODEL_FILE), JSON.stringify(file));
}

/** A link that the clone brings, in the place of whatever is there. */
function link(path: string, target: string): void {
  rmSync(join(clone, path), { recursive: true, force: true });
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  symlinkSync(target, join(clone, path));
}

/** A command with a machine on which it cannot harm: what it prints, and whether all beside the clone is as it was. */
function run(args: readonly string[]) {
  const outside = filesIn(join(dir, 'home/outside'));
  const env = {
    PATH: `${join(dir, 'programs')}:${process.env.PATH}`,
    HOME: join(dir, 'home'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'url.file:///nowhere/.insteadOf',
    GIT_CONFIG_VALUE_0: 'https://github.com/',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_SERVER_URL: 'http://127.0.0.1:1',
  };
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [join(dir, 'package/bin/cli.js'), ...args], { cwd: clone, env, encoding: 'utf8', timeout: 20_000 });
  expect(filesIn(join(dir, 'home/outside'))).toEqual(outside);
  expect(stdout + stderr).not.toContain(SECRET);
  expect(stdout + stderr).not.toMatch(/^\s+at |TypeError|RangeError|Maximum call stack/m);
  return { code: status, signal, stdout, stderr };
}

test('what was synthesized is read by every command', () => {
  for (const args of COMMANDS) expect(run(args).stderr).not.toContain('not what this command reads');
});

test.each([
  ['a README elsewhere', 'readme/path', (model: any) => { model.readme.path = '../outside/README.md'; }],
  ['an absolute doc', 'setupDoc/path', (model: any) => { model.setupDoc.path = '/etc/passwd'; }],
  ['a doc in .git', 'setupDoc/path', (model: any) => { model.setupDoc.path = 'a/.Git/config'; }],
  ['a backslash', 'setupDoc/path', (model: any) => { model.setupDoc.path = '..\\x.md'; }],
  ['a project elsewhere', 'directory', (model: any) => { model.directory = '..'; }],
  ['a workflow elsewhere', 'workflowPath', (model: any) => { model.workflowPath = '.github/workflows/../../x.yml'; }],
  ['a workflow that is an option', 'workflowPath', (model: any) => { model.workflowPath = '.github/workflows/--help.yml'; }],
  ['a manifest elsewhere', 'version/files/0', (model: any) => { model.version.files = ['../outside/secret']; }],
  ['a repository that is a path', 'repositories/1/name', (model: any) => { model.repositories[1].name = 'acme/..'; }],
  ['a checkout elsewhere', 'repositories/1/path', (model: any) => { model.repositories[1].path = 'a/../../b'; }],
  ['a leg that is a path', 'name', (model: any) => { model.jobs[0].platforms[0].name = '../../outside/linux-x64'; }],
  ['an id that is a path', 'id', (model: any) => { model.id = '../x'; }],
  ['a field too many', '__proto__', (model: any) => { Object.defineProperty(model, '__proto__', { value: {}, enumerable: true }); }],
  ['a field that every object has', 'constructor', (model: any) => { model.constructor = {}; }],
  ['a field too few', 'requires property "secrets"', (model: any) => { delete model.secrets; }],
  ['a list that is none', 'secrets', (model: any) => { model.secrets = { length: 1e9 }; }],
  ['an older shape', 'version is 1, and not 6', (_: any, file: any) => { file.version = 1; }],
])('%s is not read', (_, place, change) => {
  models(change);
  mustBeRefused(COMMANDS[0], place);
});

/** With the first line of what it says. */
function mustBeRefused(args: readonly string[], place: string): void {
  const { code, stdout, stderr } = run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('.projen/tag-builds.json is not what this command reads: ');
  expect(stderr.split('\n')[0]).toContain(place);
}

test.each(COMMANDS)('what one command does not read, %s does not either', (...args) => {
  models((model) => { model.readme.path = '../outside/README.md'; });
  mustBeRefused(args, 'readme/path');
});

test.each([
  ['README.md', '../outside/README.md'],
  ['docs', '../outside'],
  ['docs', '.git'],
  ['.github/workflows', '../../outside'],
  ['.github/workflows/other.yml', '../../../outside/secret'],
  ['.projen/tag-builds.json', '../../outside/tag-builds.json'],
  ['.projen', '../outside'],
  ['src/github/pins.ts', '../../../outside/secret'],
  ['tag-build-rehearsal', '../outside'],
  ['.env.tag-build', '../outside/secret'],
  ['package.json', '/dev/zero'],
])('%s is a link to %s: nothing there is read or written', (path, target) => {
  link(path, target);
  for (const args of COMMANDS) {
    const { code, signal } = run(args);
    expect({ signal, isExitCode: [0, 1, 2, 3].includes(code!) }).toEqual({ signal: null, isExitCode: true });
  }
});

test.each([
  ['deep', () => writeFileSync(join(clone, MODEL_FILE), `{"version":2,"writtenBy":"1.0.0","builds":${'['.repeat(1e6)}${']'.repeat(1e6)}}`), 'no JSON object of at most 64 levels'],
  ['deep where anything is allowed', () => models((_, file) => { file.builds[0].workflow = [{ op: 'replace', path: '', value: JSON.parse(`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`) }]; }), 'no JSON object of at most 64 levels'],
  ['changes that fit no workflow', () => models((_, file) => { file.builds[0].workflow = [{ op: 'add', path: '/__proto__/jobs', value: {} }]; }), 'what was changed in a workflow does not fit it: add /__proto__/jobs'],
  ['100 MB', () => truncateSync(join(clone, MODEL_FILE), 100 * 2 ** 20), 'no more than 10485760 are read'],
  ['half a character', () => models((model) => { model['\ud800'] = 1; }), 'not what this command reads'],
])('%s: nothing hangs or breaks', (_, make, message) => {
  make();
  expect(run(COMMANDS[0])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
});

describe('texts that would be obeyed', () => {
  const ORDER = 'x\u001b[2J\u009b1m\u202e\u2066\r\n::error::owned\n ::add-mask::a\n##[error]owned\u0007';

  /** The words of the schema, of which one must stand in its place. */
  const WORDS = new Set(readFileSync(join(ROOT, 'schema/tag-builds.schema.json'), 'utf8').match(/(?<=(?:"const": |^ +)")[^"]+(?=",?$)/gm));

  /** Every text of a model that is free to hold anything. */
  function spoiled(value: unknown, key = ''): unknown {
    if (typeof value === 'string' && WORDS.has(value)) return value;
    if (typeof value === 'string') return /^(?:id|path|workflowPath|directory|workingDirectory|kind|name|files|secret|names|marker|tags|job|platform|repositories|refFile|versionFile)$/.test(key) ? value : `${value}${ORDER}`;
    if (Array.isArray(value)) return value.map((item) => spoiled(item, key));
    return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, spoiled(item, inner)])) : value;
  }

  test.each([['siblings', files], ['kitchen-sink', filesOf(kitchenSink)]])('of %s are text and nothing else, in every output', (_, all) => {
    rmSync(join(clone, '.github/workflows'), { recursive: true });
    write(clone, all);
    models((model) => Object.assign(model, spoiled(model)), all[MODEL_FILE]);
    for (const args of WAYS) {
      const { stdout, stderr } = run(args);
      expect(stderr).not.toContain('not what this command reads');
      for (const text of [stdout, stderr]) {
        expect(text).not.toMatch(/[^\n\t\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
      }
    }
    expect(run(['check'])).toMatchObject({ code: 1, stdout: expect.stringContaining('\\u202e') });
  });

  test('in the file\'s own words about its writer, too', () => {
    models((model, file) => { file.version = 9; file.writtenBy = ORDER; model.id = ORDER; });
    expect(run(['check']).stderr).toMatch(/^It was written by another projen-tag-build, and this is 0\.0\.0\.$/m);
  });
});

test('models of another version of the package are used, with a note; check gives it as the reason', () => {
  models((_, file) => { file.writtenBy = '7.1.0'; });
  const note = '! .projen/tag-builds.json: It was written by projen-tag-build 7.1.0, and this is 0.0.0. Run "npx projen".\n';
  expect(run(['check'])).toMatchObject({ code: 0, stderr: note });
  writeFileSync(join(clone, 'README.md'), 'another');
  const { code, stdout, stderr } = run(['check']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: note });
  expect(stdout).toContain('It was written by projen-tag-build 7.1.0, and this is 0.0.0, which may be the reason.\n');
});

test.each([
  ['a fence that never ends', '```\n', 'a code fence begins here and never ends'],
  ['half a pair of markers', '<!-- tag-build:studio begin -->\n', 'the comment where it ends is missing'],
])('%s in the README is a sentence in check, and no reason for plan and doctor to end', (_, text, sentence) => {
  writeFileSync(join(clone, 'README.md'), text);
  expect(run(['check'])).toMatchObject({ code: 1, stdout: expect.stringContaining(sentence), stderr: '' });
  expect(run(['plan', 'v3.2.1'])).toMatchObject({ code: 1, stdout: expect.stringContaining('[out-of-sync]'), stderr: '' });
  expect(run(['doctor', '--timeout', '2'])).toMatchObject({ code: 1, stdout: expect.stringContaining('✗ generated files: 1 of them is not what the committed model says'), stderr: '' });
});

test('whoever reads no further ends the command without a complaint', () => {
  writeFileSync(join(clone, 'docs/studio.md'), 'another');
  const pipe = '"$0" "$1" check | (exec <&-; sleep 1)';
  const { status, stderr } = spawnSync('bash', ['-c', pipe, process.execPath, join(dir, 'package/bin/cli.js')], { cwd: clone, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
