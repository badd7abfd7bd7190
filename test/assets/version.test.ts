import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { runGuard } from './guard-run';
import { manifestVersion } from '../../src/tasks/plan/manifest-version';
import { FakeGitHub } from '../support/fake-github';
import { JSON_MANIFESTS, TOML_MANIFESTS } from '../support/manifests';
import { asset, compose, type ScriptRun } from '../support/run-script';

/** An ES module, which cannot be imported here. */
const { parse: parseToml }: { parse: (text: string) => object } = jest.requireActual('smol-toml');

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

  /** Each file's version, in one run of bash. */
  function byTheScript(files: readonly (readonly [file: string, text: string])[]): string[] {
    const dir = mkdtempSync(join(tmpdir(), 'manifests-'));
    try {
      files.forEach(([, text], index) => writeFileSync(join(dir, String(index)), text));
      const script = `${functions}\nn=0\nfor file; do found=$(version_in "$n"); n=$((n + 1)); printf '%s\\n' "$found"; done`;
      return execFileSync('bash', ['-c', script, 'bash', ...files.map(([file]) => file)], { cwd: dir, encoding: 'utf8' }).slice(0, -1).split('\n');
    } finally {
      rmSync(dir, { recursive: true });
    }
  }

  function byThePlan([file, text]: readonly [file: string, text: string]): string {
    const found = manifestVersion(file, text);
    return 'value' in found ? found.value : '';
  }

  const manifests = [...JSON_MANIFESTS, ...TOML_MANIFESTS];
  let read: string[];
  beforeAll(() => { read = byTheScript(manifests.map(([file, text]) => [file, text])); });

  test.each(manifests.map(([file, text, version], index) => [file, text, version, index] as const))('%s: %j', (file, text, version, index) => {
    expect(read[index]).toBe(version);
    expect(byThePlan([file, text])).toBe(version);
  });

  const expectSame = (files: readonly (readonly [string, string])[]) => expect(byTheScript(files)).toEqual(files.map(byThePlan));

  test('script and plan read the same out of whatever JSON was meant to be', () => {
    const piece = fc.constantFrom(
      '"version"', '"package"', '"1.2.3"', ':', ',', '{', '}', '[', ']', ' ', '\n', '//', '/*', '*/', '1', '-', '0', '.5', 'e', 'true', 'null', 'x', '"', '\\', '\\u0031', '\\"', '\t', 'ä',
      '"version":"2"', '"package":{',
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    const inserted = (json: string, part: string, at: number) => json.slice(0, at) + part + json.slice(at);
    const broken = fc.tuple(fc.json(), text, fc.nat()).map(([json, part, at]) => inserted(json, part, at % (json.length + 1)));
    const wrapped = text.map((inner) => `{"version": "3", ${inner}}`);
    fc.assert(fc.property(fc.array(fc.oneof(text, wrapped, broken), { minLength: 100, maxLength: 100 }), (texts) => {
      expectSame(texts.map((one) => ['a.json', one]));
    }), { numRuns: 10 });
  });

  test('script and plan read the same out of any TOML, and a parser of all of TOML reads it too', () => {
    const line = fc.constantFrom(
      '[package]', '[project]', '[tool.poetry]', '[ workspace.package ]', '[[package]]', '[x] # y', '["package"]', '[a."]"]', 'version = "1"', "version='2'", 'version = 3',
      'version = """4', '"""', "'''", "a = '''", 'b = """', 'c = "\\"""', 'd = [', '[1]', '[1],', ']', 'e = { version = "5" }', 'f = "["', "g = ']' # [", '# version = "6"', 'h = "\\\\"',
      'version = "7" x', '', '\\', 'version.a = "8"', 'package = { version = "9" }',
    );
    const text = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n')).map(([lines, ending]) => lines.join(ending));
    fc.assert(fc.property(fc.array(text, { minLength: 100, maxLength: 100 }), (texts) => {
      expectSame(texts.map((one) => ['a.toml', one]));
      for (const one of texts) {
        const version = byThePlan(['a.toml', one]);
        if (version) expect(versionsByParser(one) ?? [version]).toContain(version);
      }
    }), { numRuns: 10 });
  });

  /** Undefined where it is no TOML. */
  function versionsByParser(text: string): unknown[] | undefined {
    try {
      const { package: cargo, workspace, project, tool } = parseToml(text) as Record<string, any>;
      return [cargo, workspace?.package, project, tool?.poetry].map((table) => table?.version);
    } catch {
      return undefined;
    }
  }
});
