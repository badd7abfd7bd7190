import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { runGuard } from './guard-run';
import { manifestVersion } from '../../src/tasks/plan/manifest-version';
import { FakeGitHub } from '../support/fake-github';
import { asset, compose, type ScriptRun } from '../support/run-script';

let github: FakeGitHub;

beforeAll(async () => { github = await FakeGitHub.start(); });
beforeEach(() => github.reset());
afterAll(() => github.stop());

const SHA = 'a'.repeat(40);

function has(file: string, body: string, status = 200): void {
  github.on({ path: `/repos/acme/app/contents/${file}?ref=${SHA}`, token: 'ghs_1_workflow' }, { status, headers: {}, body });
}

async function check(files: readonly string[], env: Record<string, string> = {}): Promise<ScriptRun> {
  return runGuard(github, { REPOSITORIES: 'app self - - .', VERSION_FILES: files.join('\n'), ...env }, { script: compose('version') });
}

const saidBy = (run: ScriptRun) => run.annotations.map(({ level, text }) => `${level}: ${text.replace(/ See .*/, '')}`);

test('files with the version of the tag pass, and the guard\'s outputs stay', async () => {
  has('package.json', '{"version": "1.2.3"}');
  has('src%20tauri/Cargo.toml', '[package]\nversion = "1.2.3"\n');
  const run = await check(['package.json', 'src tauri/Cargo.toml']);
  expect(run).toMatchObject({ code: 0, annotations: [], outputs: { real: 'true', version: '1.2.3' }, leftovers: [] });
});

test('every file with another version is named, and the step fails', async () => {
  has('a.json', '{"version": "1.2.4"}');
  has('b.json', '{}');
  const run = await check(['a.json', 'b.json', 'c.json']);
  expect(run.code).toBe(1);
  expect(saidBy(run)).toEqual([
    'error: a.json has version 1.2.4, and tag v1.2.3 stands for 1.2.3. Set it, commit, and push the next tag.',
    'error: b.json has no version, and tag v1.2.3 stands for 1.2.3. Set it, commit, and push the next tag.',
    `error: c.json, which must hold the version of the tag, is not in commit ${SHA}.`,
  ]);
});

test('a tag without a version has none that a file could have', async () => {
  has('a.json', '{"version": "1"}');
  expect(saidBy(await check(['a.json'], { GITHUB_REF_NAME: 'v' }))).toEqual(['error: a.json has version 1, and tag v has none. Set it, commit, and push the next tag.']);
});

test('a rehearsal on a branch compares nothing', async () => {
  const run = await check(['a.json'], { GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' });
  expect(run.code).toBe(0);
  expect(github.requests).toEqual([]);
});

test('what GitHub has against the request is told apart', async () => {
  has('a.json', '{"message": "Resource not accessible by integration"}', 403);
  const run = await check(['a.json']);
  expect(run.code).toBe(1);
  expect(saidBy(run)).toEqual([expect.stringContaining("the workflow's own token, but it lacks Contents: read on acme/app")]);
});

describe('the version in a file', () => {
  const functions = asset('version').replace(/\nSECONDS=0[^]*$/, '').replace(/^declare.*$/m, '');

  function byTheScript(file: string, text: string): string {
    const script = `${functions}\nfile=$1\nversion_in <(cat)`;
    return execFileSync('bash', ['-c', script, 'bash', file], { input: text, encoding: 'utf8' }).trim();
  }

  function byThePlan(file: string, text: string): string {
    const found = manifestVersion(file, text);
    return 'value' in found ? found.value : '';
  }

  test.each([
    ['package.json', '{"name": "a \\" b", "files": ["version", "x"], "engines": {"version": "9"}, "version": "1.2.3"}', '1.2.3'],
    ['package.json', '{\n  "dependencies": {"version": "9"}\n}', ''],
    ['tauri.conf.json', '{"build": {}, "package": {"productName": "x", "version": "1.2.3"}}', '1.2.3'],
    ['package.json', '{"package": {"version": "9"}, "version": "1.2.3"}', '1.2.3'],
    ['Cargo.toml', '[dependencies]\nversion = "9"\n[ package ] # x\r\nversion = \'1.2.3\' # "5"\r\n', '1.2.3'],
    ['Cargo.toml', '[package]\nversion.workspace = true\n[[bin]]\nversion = "9"\n', ''],
    ['pyproject.toml', '[tool.poetry]\nversion = "9"\n[project]\nversion = "1.2.3"\n', '1.2.3'],
  ])('%s: %j', (file, text, version) => {
    expect(byTheScript(file, text)).toBe(version);
    expect(byThePlan(file, text)).toBe(version);
  });

  test('script and plan read the same out of any JSON and of any TOML made of these lines', () => {
    const word = fc.constantFrom('version', 'package', 'a', '1.2.3', '"', '\\', '{', ']');
    const { value } = fc.letrec(tie => ({
      value: fc.oneof({ maxDepth: 3 }, word, fc.dictionary(word, tie('value'), { maxKeys: 4 }), fc.array(tie('value'), { maxLength: 3 })),
    }));
    const json = fc.dictionary(word, value, { maxKeys: 5 }).filter(({ version }) => version === undefined || typeof version === 'string');
    const line = fc.constantFrom('[package]', '[project]', '[tool.poetry]', '[ workspace.package ]', '[[package]]', '[x] # y', 'version = "1"', "version='2'", 'version = 3', 'name = "4"', '# version = "5"', '');
    fc.assert(fc.property(json, fc.array(line, { maxLength: 8 }), (object, lines) => {
      expect(byTheScript('a.json', JSON.stringify(object, undefined, 2))).toBe(byThePlan('a.json', JSON.stringify(object)));
      expect(byTheScript('a.toml', lines.join('\n'))).toBe(byThePlan('a.toml', lines.join('\n')));
    }), { numRuns: 60 });
  });
});
