import { file, type Files, raise, stamped, textsOf } from './raised';
import { raiseVersions } from '../../../src/tasks/release/raise-versions';
import { model, versionModel } from '../../render/models';
import { MANIFESTS } from '../../support/manifests';

const BOM = '\uFEFF';
const bytes = (text: string) => Buffer.from(text).toString('latin1');

test('every manifest is written as a run would stamp it', async () => {
  const vectors = MANIFESTS.filter(([, , version]) => version).map(([path, text, , line], index) => ({ text, ...file(`${index}/${path}`, line) }));
  const byTheRun = await stamped(Object.fromEntries(vectors.map(({ path, text }) => [path, text])), '9.8.7-beta.1', vectors);
  const raised = vectors.map((one) => raise({ [one.path]: one.text }, '9.8.7-beta.1', [one]));
  expect(Object.assign({}, ...raised.map(textsOf))).toEqual(byTheRun);
  expect(raised.filter(({ problems }) => problems.length).length).toBe(vectors.length - Object.keys(byTheRun).length);
  expect(Object.keys(byTheRun).length).toBeGreaterThan(50);
});

const LOCK = `\
version = 4

[[package]]
name = "app"
version = "0.0.1"
dependencies = [
 "lib 0.0.1",
 "lib 9.0.0",
]

[[package]]
name = "lib"
version = "0.0.1"

[[package]]
name = "lib"
version = "9.0.0"
source = "registry+https://example.com"
`;
const WORKSPACE: Files = {
  'Cargo.toml': '[workspace]\nmembers = ["*"]\n[workspace.package]\nversion = "0.0.1"\n',
  'Cargo.lock': LOCK,
  'app/Cargo.toml': '[package]\nname = "app"\nversion.workspace = true\n\n[dependencies]\nlib = { path = "../lib", version = "=0.0.1", features = [\n  "a",\n] }\nother = { path = "../other", version = "0.0.1" }\n'
    + '\n[target."cfg(unix)".dev-dependencies.renamed]\npackage = "lib"\nversion = "^0.0.1" # it\npath = "../lib"\n\n[build-dependencies]\nlib = { version = "0.0.1" }\n',
  'lib/Cargo.toml': `${BOM}[package]\r\nname = "lib"\r\nversion = { workspace = true }\r\n`,
  'other/Cargo.toml': '[package]\nname = "other"\nversion = "0.0.1"\n',
  'target/package/lib/Cargo.toml': '[package]\nname = "other"\nversion.workspace = true\n',
};

const UV = `\
version = 1

[[package]]
name = "my-tool"
version = "0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "my-tool"
version = "0"
source = { editable = "a/b" }

[[package]]
name = "other"
version = "0"
source = { virtual = "." }
`;
const PROJECT = `${BOM}[project]\r\nname = "My._Tool" # x\r\nversion = "0"\r\n`;

describe('so is what follows from it', () => {
  test.each<[what: string, files: Files, declared: string, changed: readonly string[]]>([
    ['a workspace of Cargo', WORKSPACE, 'Cargo.toml', ['Cargo.toml', 'Cargo.lock', 'app/Cargo.toml']],
    ['a package of it', WORKSPACE, 'other/Cargo.toml', ['other/Cargo.toml', 'app/Cargo.toml']],
    ['a package without a workspace', { 'a/Cargo.toml': '[package]\nname = "app"\nversion = "0.0.1"\n', 'Cargo.lock': `${BOM}${LOCK.replaceAll('\n', '\r\n')}` }, 'a/Cargo.toml', ['a/Cargo.toml', 'Cargo.lock']],
    ['a package under a key in quotes', { 'Cargo.toml': '[ "package" ]\n\'name\' = "a\\u0070p"\n"version" = "0.0.1"\n', 'Cargo.lock': LOCK }, 'Cargo.toml', ['Cargo.toml', 'Cargo.lock']],
    ['a package in one line', { 'Cargo.toml': 'package = { name = "app", version = "0.0.1" }\n', 'Cargo.lock': LOCK }, 'Cargo.toml', ['Cargo.toml', 'Cargo.lock']],
    ['one that inherits in one line', { ...WORKSPACE, 'lib/Cargo.toml': 'package = { name = "lib", version.workspace = true }\n' }, 'Cargo.toml', ['Cargo.toml', 'Cargo.lock', 'app/Cargo.toml']],
    ['one that inherits in a table', { ...WORKSPACE, 'lib/Cargo.toml': '[package]\nname = "lib"\n[package.version]\nworkspace = true\n' }, 'Cargo.toml', ['Cargo.toml', 'Cargo.lock', 'app/Cargo.toml']],
    ['an entry in uv.lock of a project in one line', { 'pyproject.toml': 'project = { "name" = \'My.Tool\', version = "0" }\n', 'uv.lock': UV }, 'pyproject.toml', ['pyproject.toml', 'uv.lock']],
    ['an entry in uv.lock', { 'a/b/pyproject.toml': PROJECT, 'a/uv.lock': UV, 'uv.lock': UV }, 'a/b/pyproject.toml', ['a/b/pyproject.toml', 'a/uv.lock']],
    ['no entry', { 'pyproject.toml': '[tool.poetry]\nname = "my-tool"\nversion = "0"\n', 'uv.lock': UV }, 'pyproject.toml', ['pyproject.toml']],
  ])('%s', async (_what, files, path, changed) => {
    const raised = raise(files, '1.2.3+4', [file(path)]);
    expect(raised.problems).toEqual([]);
    expect(raised.files.map((one) => one.path)).toEqual(changed);
    expect(textsOf(raised)).toEqual(await stamped(files, '1.2.3+4', [file(path)]));
  });

  test('with what changed first in each', () => {
    const { files } = raise(WORKSPACE, '1.2.3+4', [file('Cargo.toml')]);
    expect(files.map(({ path, from, to }) => `${path}: ${from} → ${to}`)).toEqual(['Cargo.toml: 0.0.1 → 1.2.3+4', 'Cargo.lock: 0.0.1 → 1.2.3+4', 'app/Cargo.toml: =0.0.1 → =1.2.3']);
  });

  test('two manifests of one workspace are raised one behind the other', async () => {
    const declared = [file('other/Cargo.toml'), file('Cargo.toml')];
    expect(textsOf(raise(WORKSPACE, '1.2.3', declared))).toEqual(await stamped(WORKSPACE, '1.2.3', declared));
  });
});

describe('lock files of npm', () => {
  const lock = (own: string, member: string) => JSON.stringify({
    name: 'ä',
    version: own,
    lockfileVersion: 3,
    packages: { '': { name: 'ä', version: own }, 'packages/ä': { name: 'b', version: member }, 'node_modules/b': { resolved: 'packages/ä', link: true }, 'node_modules/c': { version: own } },
  }, undefined, '\t');
  const files: Files = {
    'package.json': '{"version": "1.0.0"}\n',
    'package-lock.json': BOM + lock('1.0.0', '2.0.0'),
    'npm-shrinkwrap.json': '{"version": "0.9.0", "lockfileVersion": 1}',
    'packages/ä/package.json': '{"version": "2.0.0"}',
  };

  test('beside the manifest have its version too', () => {
    expect(textsOf(raise(files, '1.1.0', [file('package.json')]))).toEqual({
      'package.json': '{"version": "1.1.0"}\n',
      'package-lock.json': bytes(BOM + lock('1.1.0', '2.0.0').replace('"c": {\n', '')).replace(/("node_modules\/c": \{\s*"version": ")1\.1\.0/, '$11.0.0'),
      'npm-shrinkwrap.json': '{"version": "1.1.0", "lockfileVersion": 1}',
    });
  });

  test('above it have that of a member of the workspace', () => {
    expect(textsOf(raise(files, '2.1.0', [file('packages/ä/package.json')]))).toEqual({
      'packages/ä/package.json': '{"version": "2.1.0"}',
      'package-lock.json': bytes(BOM + lock('1.0.0', '2.1.0')),
    });
  });

  test.each<[version: string, asked: Record<string, string>, who: readonly string[]]>([
    ['2.1.0', { dependencies: '^2.0.0' }, []],
    ['3.0.0', { dependencies: '^2.0.0' }, ['packages/d']],
    ['2.1.0-rc.1', { devDependencies: '^2.0.0', dependencies: '*' }, ['packages/d']],
    ['2.1.0-rc.1', { dependencies: '*', optionalDependencies: 'file:../b', peerDependencies: '' }, []],
    // another one, of the registry
    ['3.0.0', { dependencies: '^1.0.0' }, []],
  ])('that would not hold with %s where others ask for %j are said', (version, asked, who) => {
    const packages = JSON.parse(lock('1.0.0', '2.0.0'));
    packages.packages['packages/d'] = Object.fromEntries(Object.entries(asked).map(([kind, range]) => [kind, { b: range }]));
    packages.packages['node_modules/e'] = { version: '1.0.0', dependencies: { b: '^2.0.0' } };
    const { problems } = raise({ 'package-lock.json': BOM + JSON.stringify(packages), 'packages/ä/package.json': '{"version": "2.0.0"}' }, version, [file('packages/ä/package.json')]);
    expect(problems).toEqual(who.map((one) =>
      `${one}/package.json asks for b ^2.0.0, which ${version} is not: "npm ci" would fail. Let it ask for "*", run "npm install --package-lock-only", and commit both.`));
  });

  test('that git does not know stay', () => {
    const inPackage = raiseVersions([model({ workingDirectory: 'packages/ä' })], '3.0.0', (path) => Buffer.from(files[path]), Object.keys(files));
    expect(inPackage.files.map(({ path }) => path)).toContain('packages/ä/package.json');
    expect(inPackage.files.map(({ path }) => path)).not.toContain('package.json');
    const raised = raiseVersions([model()], '1.1.0', (path) => Buffer.from(files[path]), ['package.json']);
    expect(raised.files.map(({ path }) => path)).toEqual(['package.json']);
  });
});

test('nothing but the version changes, in any encoding', () => {
  const before = Buffer.from('// f\xFCr {version}\r\n\t#define V "1.0.0" \xE9\r\n', 'latin1');
  const utf8 = `${BOM}ä "1.0.0" ä\r\n`;
  const raised = raise({ 'a.rc': before, 'b.txt': utf8 }, '1.1.0', [file('a.rc', '#define V "{version}" \u00E9'), file('b.txt', 'ä "{version}" ä')]);
  expect(raised.problems).toEqual(['a.rc must have the tag\'s version, and lacks exactly one line #define V "{version}" é: add it with any version.']);
  const found = raise({ 'a.rc': Buffer.from(before.toString('latin1').replace(' \xE9\r', '\r'), 'latin1'), 'b.txt': utf8 }, '1.1.0', [file('a.rc', '#define V "{version}"'), file('b.txt', 'ä "{version}" ä')]);
  expect(textsOf(found)).toEqual({ 'a.rc': '// f\xFCr {version}\r\n\t#define V "1.1.0"\r\n', 'b.txt': bytes(utf8).replace('1.0.0', '1.1.0') });
});

test('what speaks against it is said at once, and then nothing is written', () => {
  const files = {
    'package.json': '{"version": "1.0.0"}',
    'Cargo.toml': '[package]\nversion = "1.0.1"\n',
    'tauri.conf.json': '{"version": "../package.json"}',
    'pyproject.toml': '[project]\ndynamic = ["version"]\n',
    'a.json': '{"version": "2"}',
  };
  expect(raise(files, '2', [...Object.keys(files), 'b.json'].map((path) => file(path)))).toEqual({
    files: [],
    problems: [
      'package.json cannot hold version 2; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1.',
      'Cargo.toml cannot hold version 2; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1.',
      'tauri.conf.json takes its version from ../package.json: declare that file in its place.',
      'pyproject.toml must have the tag\'s version, and lacks version in [project] or [tool.poetry] (one that is dynamic is made by the build): add it with any version.',
      'b.json, which must have the tag\'s version, is not in the repository: correct the path, or commit the file.',
      'The files differ: package.json has 1.0.0 and Cargo.toml has 1.0.1. Set them to one version, and commit them.',
    ],
  });
});

test('a version that is there already changes nothing, and one that is ahead does not differ', () => {
  const files = { 'package.json': '{"version": "1.1.0-beta.1"}', 'pyproject.toml': '[project]\nversion = "1.1.0b1"\n', 'a.json': '{"version": "1.0.0"}' };
  expect(textsOf(raise(files, '1.1.0-beta.1', Object.keys(files).map((path) => file(path))))).toEqual({ 'a.json': '{"version": "1.1.0-beta.1"}' });
});

describe('without a declaration', () => {
  const raised = (text: string, changes: Parameters<typeof model>[0] = { directory: 'app', workingDirectory: 'app' }) =>
    raiseVersions([model(changes)], '1.1.0', (path) => Buffer.from(path === 'app/package.json' ? text : '{"version": "1.0.0"}'), ['app/package.json', 'package-lock.json', 'app/package-lock.json']);

  test('package.json is raised, with its lock', () => {
    expect(textsOf(raised('{"version": "1.0.0"}'))).toEqual({ 'app/package.json': '{"version": "1.1.0"}', 'app/package-lock.json': '{"version": "1.1.0"}' });
  });

  test.each([
    ['has the version of nobody', '{"version": "0.0.0"}'],
    ['has none', '{"name": "a"}'],
    ['is none', 'x'],
  ])('one that %s stays', (_what, text) => {
    expect(raised(text)).toEqual({ files: [], problems: [] });
  });

  test('one that is not there is not missed', () => {
    expect(raiseVersions([model()], '1.1.0', () => undefined, [])).toEqual({ files: [], problems: [] });
  });
});

test('several builds have one version, and share what follows from it', async () => {
  const [one, other] = ['other/Cargo.toml', 'Cargo.toml'].map((path) => model({ version: versionModel({ files: [path] }) }));
  const read = (path: string) => Buffer.from(WORKSPACE[path]);
  const raised = raiseVersions([one, other, model({ version: versionModel({ files: ['b.json'], mode: 'stamp' }) })], '1.2.3', read, Object.keys(WORKSPACE));
  expect(textsOf(raised)).toEqual(await stamped(WORKSPACE, '1.2.3', [file('other/Cargo.toml'), file('Cargo.toml')]));
  expect(raiseVersions([one, one], '1', read, Object.keys(WORKSPACE)).problems).toHaveLength(1);
});

test('what each leg is given is not written', () => {
  const stamp = versionModel({ files: ['package.json', 'missing.json'], mode: 'stamp' });
  expect(raiseVersions([model({ version: stamp })], '1.1.0', () => Buffer.from('{"version": "1.0.0"}'), ['package.json'])).toEqual({ files: [], problems: [] });
});
