import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, write } from '../cases/harness';
import { compose, runScript, type ScriptRun } from '../support/run-script';

type Files = Readonly<Record<string, string>>;

let dir: string;

beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'stamp-')); });
afterEach(() => rmSync(dir, { recursive: true }));

/** Stamps files that lie there, and says which of them changed into what. */
async function stamp(before: Files, files: readonly string[], env: Record<string, string> = {}): Promise<ScriptRun & { readonly changed: Files }> {
  write(dir, before);
  const run = await runScript(compose('stamp'), { VERSION: '1.2.3', VERSION_FILES: files.join('\n'), DOC_URL: 'https://doc', ...env }, { cwd: dir });
  const after = filesIn(dir);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  return { ...run, changed: Object.fromEntries(Object.entries(after).filter(([name, text]) => text !== before[name])) };
}

const said = ({ annotations }: ScriptRun) => annotations.map(({ title, text }) => `${title}: ${text.replace(/ See .*/, '')}`);

const BOM = '\uFEFF';

test.each<[file: string, before: string, after: string, line?: string]>([
  ['package.json', `${BOM}{\r\n\t"name": "ä",\r\n\t"version" : "0.0.0-dev",\r\n\t"x": "0.0.0-dev"\r\n}`, `${BOM}{\r\n\t"name": "ä",\r\n\t"version" : "1.2.3",\r\n\t"x": "0.0.0-dev"\r\n}`],
  ['package.json', '{"version": "0\\u002e0"}', '{"version": "1.2.3"}'],
  ['tauri.conf.json', '{"package": {"version": "0.0.0"}} // 0.0.0\n', '{"package": {"version": "1.2.3"}} // 0.0.0\n'],
  ['package-lock.json', '{"version": "0.0.0", "packages": {"": {"version": "0.0.0"}, "a": {"version": "0.0.0"}}}\n', '{"version": "1.2.3", "packages": {"": {"version": "1.2.3"}, "a": {"version": "0.0.0"}}}\n'],
  ['pyproject.toml', "[project]\r\nversion = '0.0.0' # x\r\n\r\n\r\n", "[project]\r\nversion = '1.2.3' # x\r\n\r\n\r\n"],
  ['Cargo.toml', `${BOM}"package" = { name = "ä", "vers\\u0069on" = "0\\u002e0" } # 0\n`, `${BOM}"package" = { name = "ä", "vers\\u0069on" = "1.2.3" } # 0\n`],
  ['pyproject.toml', "[tool]\npoetry . 'version' = '0'\n", "[tool]\npoetry . 'version' = '1.2.3'\n"],
  ['pubspec.yaml', 'name: a\nversion: 0.0.0+4 # x\n', 'name: a\nversion: 1.2.3+4 # x\n'],
  ['a.csproj', '<Project><PropertyGroup><Version>1</Version></PropertyGroup><PropertyGroup><Version>22</Version></PropertyGroup></Project>', '<Project><PropertyGroup><Version>1.2.3</Version></PropertyGroup><PropertyGroup><Version>1.2.3</Version></PropertyGroup></Project>'],
  ['Directory.Build.props', '<Project>\n<PropertyGroup>\n<VersionPrefix>9</VersionPrefix>\n', ''],
  ['gradle.properties', 'a=1\nversion=0 \n', 'a=1\nversion=1.2.3 \n'],
  ['-v a=b.json', '{"version": "0"}', '{"version": "1.2.3"}'],
  ['-p a=b/Cargo.toml', '[package]\nname = "a"\nversion = "0"\n', '[package]\nname = "a"\nversion = "1.2.3"\n'],
  ['VERSION', '0', '1.2.3', '{version}'],
  ['a b/é.h', '#define V "0.0"\n\n', '#define V "1.2.3"\n\n', '#define V "{version}"'],
])('nothing but the version changes in %s: %j', async (file, before, after, line = '') => {
  const run = await stamp({ [file]: before }, line ? [] : [file], line ? { VERSION_TEXTS: `${file}\n${line}` } : {});
  expect(run.changed).toEqual(after ? { [file]: after } : {});
  expect(run.code).toBe(after ? 0 : 1);
  expect(run.leftovers).toEqual([]);
});

test('the mode of a file stays', async () => {
  write(dir, { 'package.json': '' });
  chmodSync(join(dir, 'package.json'), 0o755);
  await stamp({ 'package.json': '{"version": "0.0.0"}' }, ['package.json']);
  expect(statSync(join(dir, 'package.json')).mode.toString(8)).toMatch(/755$/);
  expect(readFileSync(join(dir, 'package.json'), 'utf8')).toBe('{"version": "1.2.3"}');
});

test('the summary lists what every file had and got', async () => {
  const { summary } = await stamp({ 'package.json': '{"version": "0.0.0"}', 'pyproject.toml': '[project]\nversion = "0|1"\n' }, ['package.json', 'pyproject.toml'], { VERSION: '1.2.3-beta.1' });
  expect(summary).toBe('\n### Version\n\n| file | version in the commit | stamped |\n| --- | --- | --- |\n| package.json | 0.0.0 | 1.2.3-beta.1 |\n| pyproject.toml | 0\\|1 | 1.2.3b1 |\n');
});

test('a branch has no version: nothing is stamped, and the summary says so', async () => {
  const run = await stamp({ 'package.json': '{"version": "0.0.0"}' }, ['package.json', 'missing.json'], { VERSION: '' });
  expect(run).toMatchObject({ code: 0, annotations: [], changed: {}, summary: '\n### Version\n\nNothing is stamped: only a tag has a version.\n' });
});

test('what cannot be stamped fails the leg, with the file and what to do', async () => {
  const run = await stamp(
    { 'package.json': '{}', 'tauri.conf.json': '{"version": "../package.json"}', 'a.props': '<Project><PropertyGroup><VersionPrefix>1</VersionPrefix></PropertyGroup></Project>', 'V': 'a\n' },
    ['package.json', 'tauri.conf.json', 'a.props', 'Cargo.toml'],
    { VERSION: '1.2.3-x', VERSION_TEXTS: 'V\nv{version}' },
  );
  expect(run).toMatchObject({ code: 1, changed: {} });
  expect(run.summary).not.toContain('### Version');
  expect(said(run)).toEqual([
    'A version cannot be stamped: package.json lacks what the version is written into: a "version" at the top. Add it with any version, commit, and push the next tag.',
    'A version cannot be stamped: tauri.conf.json takes its version from ../package.json. Declare that file in its place.',
    'A version cannot be stamped: a.props cannot hold version 1.2.3-x; it takes any version in <Version>, numbers only in <VersionPrefix>. Push a tag with another version.',
    'A version cannot be stamped: Cargo.toml, which the version is to be written into, is not in the checkout. Correct the path, or commit the file, and push the next tag.',
    'A version cannot be stamped: V lacks what the version is written into: exactly one line v{version}. Add it with any version, commit, and push the next tag.',
  ]);
});

describe('Cargo', () => {
  const LOCK = `\
version = 4

[[package]]
name = "app"
version = "0.0.0"
dependencies = [
 "lib 0.0.0",
 "lib 9.0.0",
]

[[package]]
name = "lib"
version = "0.0.0"

[[package]]
name = "lib"
version = "9.0.0"
source = "registry+https://example.com"
`;
  const APP = '[package]\nname = "app"\nversion.workspace = true\n\n[dependencies]\nlib = { path = "../lib", version = "=0.0.0", features = [\n  "a",\n] }\nother = { path = "../other", version = "0.0.0" }\n'
    + '\n[target."cfg(unix)".dev-dependencies.renamed]\npackage = "lib"\nversion = "^0.0.0" # it\npath = "../lib"\n\n[build-dependencies]\nlib = { version = "0.0.0" }\n';
  const WORKSPACE: Files = {
    'Cargo.toml': '[workspace]\nmembers = ["*"]\n[workspace.package]\nversion = "0.0.0"\n',
    'Cargo.lock': LOCK,
    'app/Cargo.toml': APP,
    'lib/Cargo.toml': '[package]\nname = "lib"\nversion = { workspace = true }\n',
    'other/Cargo.toml': '[package]\nname = "other"\nversion = "0.0.0"\n',
    'target/package/lib/Cargo.toml': '[package]\nname = "other"\nversion.workspace = true\n',
  };

  test('the version of a workspace is that of all who inherit it, in the lock and where others ask for them', async () => {
    const { code, changed } = await stamp(WORKSPACE, ['Cargo.toml'], { VERSION: '1.2.3+4' });
    expect(code).toBe(0);
    expect(changed).toEqual({
      'Cargo.toml': WORKSPACE['Cargo.toml'].replace('0.0.0', '1.2.3+4'),
      'Cargo.lock': LOCK.replaceAll('"0.0.0"', '"1.2.3+4"').replace('lib 0.0.0', 'lib 1.2.3+4'),
      'app/Cargo.toml': APP.replace('=0.0.0', '=1.2.3').replace('^0.0.0', '^1.2.3'),
    });
  });

  test('the version of a package is its own alone, in a lock above it with other line endings', async () => {
    const files = { ...WORKSPACE, 'Cargo.lock': LOCK.replaceAll('\n', '\r\n') };
    const { changed } = await stamp(files, ['other/Cargo.toml']);
    expect(changed).toEqual({
      'other/Cargo.toml': WORKSPACE['other/Cargo.toml'].replace('0.0.0', '1.2.3'),
      'app/Cargo.toml': APP.replace('other", version = "0.0.0"', 'other", version = "1.2.3"'),
    });
    const locked = { 'a/Cargo.toml': '[package]\nname = "app"\nversion = "0.0.0"\n', 'Cargo.lock': files['Cargo.lock'] };
    rmSync(dir, { recursive: true });
    expect((await stamp(locked, ['a/Cargo.toml'])).changed['Cargo.lock']).toBe(files['Cargo.lock'].replace('"0.0.0"', '"1.2.3"'));
  });

  test('a patch that is not used is no package of the lock', async () => {
    const files = { 'Cargo.toml': '[package]\nname = "app"\nversion = "0.0.0"\n', 'Cargo.lock': '[[package]]\nname = "app"\nversion = "0.0.0"\n\n[[patch.unused]]\nname = "app"\nversion = "0.0.1"\n' };
    expect((await stamp(files, ['Cargo.toml'])).changed['Cargo.lock']).toBe(files['Cargo.lock'].replace('"0.0.0"', '"1.2.3"'));
  });

  test('nothing follows from a line of a Cargo.toml: it may say anything', async () => {
    const run = await stamp(WORKSPACE, [], { VERSION_TEXTS: 'lib/Cargo.toml\nname = "{version}"' });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(run.changed)).toEqual(['lib/Cargo.toml']);
  });
});

describe('uv', () => {
  const PROJECT = '\uFEFF[project]\r\nname = "My._Tool" # x\r\nversion = "0"\r\n';
  const LOCK = `\
version = 1

[[package]]
name = "my-tool"
version = "0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "my-tool"
version = "0"
source = { editable = "a/b" }

[package.metadata]
version = "0"
source = { virtual = "." }

[[package]]
name = "other"
version = "0"
source = { virtual = "." }
`;

  test.each(['a/b', 'a', ''])('the entry of the project in a lock in %j gets the version', async (directory) => {
    const lock = [directory, 'uv.lock'].filter(Boolean).join('/');
    const run = await stamp({ 'a/b/pyproject.toml': PROJECT, [lock]: LOCK }, ['a/b/pyproject.toml'], { VERSION: '1.2.3-rc.1' });
    expect(run).toMatchObject({ code: 0, stderr: '', summary: expect.stringContaining(`| ${lock} | 0 | 1.2.3rc1 |`) });
    expect(run.changed).toEqual({
      'a/b/pyproject.toml': PROJECT.replace('"0"', '"1.2.3rc1"'),
      [lock]: LOCK.replace('"0"\nsource = { editable', '"1.2.3rc1"\nsource = { editable'),
    });
  });

  test('a project without a name in its table has no entry', async () => {
    const files = { 'pyproject.toml': '[tool.poetry]\nname = "my-tool"\nversion = "0"\n', 'uv.lock': LOCK };
    expect(Object.keys((await stamp(files, ['pyproject.toml'])).changed)).toEqual(['pyproject.toml']);
  });
});
