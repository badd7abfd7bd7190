import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { changedBy, file, type Files, raise, stamped, textsOf } from './raised';
import { MANIFESTS } from '../../support/manifests';

interface Case {
  readonly files: Files;
  readonly declared: ReturnType<typeof file>;
}

/** One run of the script for many cases, each in a directory of its own. */
async function expectSame(cases: readonly Case[], version: string): Promise<void> {
  const moved = cases.map(({ files, declared }, index) => ({
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`${index}/${path}`, text])),
    declared: { ...declared, path: `${index}/${declared.path}` },
  }));
  const byTheRun = await stamped(Object.assign({}, ...moved.map(({ files }) => files)), version, moved.map(({ declared }) => declared));
  expect(Object.assign({}, ...moved.map(({ files, declared }) => textsOf(raise(files, version, [declared]))))).toEqual(byTheRun);
}

/** To shrink a batch would take minutes. */
const RUNS = { numRuns: 5, endOnFailure: true };

jest.setTimeout(120_000);

const batches = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 40, maxLength: 40 });
const lines = (of: readonly string[], most: number) => fc.tuple(fc.constantFrom('', '\uFEFF'), fc.array(fc.constantFrom(...of), { maxLength: most }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n'))
  .map(([mark, all, ending, last]) => mark + all.join(ending) + last);

test.each(['9.8.7', '9.8.7+5', '9.8'])('every manifest is written as a run would stamp it: %s', async (version) => {
  await expectSame(MANIFESTS.map(([path, text, , line]) => ({ files: { [path]: text }, declared: file(path, line) })), version);
});

test('so is one with anything in it', async () => {
  const piece = fc.constantFrom('"', '\\', '\n', '\r\n', ' ', '\t', ',', '{', '}', '[', ']', '#', '//', '<!--', '-->', 'ä', "'", '"""', '1.2.3', 'version', '{version}', '"version": "4.5.6",', 'version = "7.8.9"\n', '<Version>3</Version>');
  const broken = fc.tuple(fc.constantFrom(...MANIFESTS), piece, fc.nat(), fc.nat(6)).map(([[path, text, , line], part, at, gone]) => {
    const where = at % (text.length + 1);
    return { files: { [path]: text.slice(0, where) + part + text.slice(where + gone) }, declared: file(path, line) };
  });
  await fc.assert(fc.asyncProperty(batches(broken), (cases) => expectSame(cases, '9.8.7-rc.1')), RUNS);
});

const ENTRIES = [
  'name = "a"', "name = 'b'", 'version = "1.0.0"', 'version.workspace = true', 'version = { workspace = true }', 'a = { path = "../a", version = "1.0.0" }', "b = { version = '=1.0.0', path = '../b' }",
  'c = { package = "a", path = "x", version = "^1", features = [', '"x",', '] }', 'path = "../a"', 'package = "b"', 'version = "~ 1.0"', 'version = ">=1, <2"', '"a" = { version = "1", path = "p" } # { name = "b" }',
  'a = "1.0.0"', 'd = """', '"""', '', 'metadata = { name = "b", version = "3" }', 'a.version = "1"', 'dependencies = { path = "p", version = "1" }',
];
const HEADERS = [
  '[package]', '[workspace]', '[workspace.package]', '[dependencies]', '[dev-dependencies.a]', '[target.\'cfg(unix)\'.build-dependencies]', '[workspace.dependencies]', '[dependencies.dependencies]', '[[bin]]', ' [ dependencies.b ] # x',
  '[patch.crates-io]', '[dependencies."a"]',
];
const CARGO_LOCK = [
  '[[package]]', '[[package]]', 'name = "a"', 'name = "b"', 'version = "1.0.0"', 'version = "1"', 'source = "registry"', 'dependencies = [', ' "a 1.0.0",', ' "b 1",', ' "a"', ' "a 1.0.0 (registry)",', ']', '', '[[patch.unused]]', '[metadata]',
];

test('so is a workspace of Cargo with anything in it', async () => {
  const manifest = fc.tuple(fc.constantFrom('', '[package]\nname = "a"\nversion = "1.0.0"\n', '[package]\nname = "b"\nversion.workspace = true\n', '[workspace.package]\nversion = "1.0.0"\n'), lines([...HEADERS, ...ENTRIES], 14))
    .map(([begin, rest]) => rest.startsWith('\uFEFF') ? `\uFEFF${begin}${rest.slice(1)}` : begin + rest);
  const workspace = fc.record({
    'Cargo.toml': manifest, 'Cargo.lock': lines(CARGO_LOCK, 14), 'a/Cargo.toml': manifest, 'a/b/Cargo.toml': manifest, 'a/target/Cargo.toml': manifest, 'target/Cargo.toml': manifest, 'a/Cargo.lock': lines(CARGO_LOCK, 14),
  }, { requiredKeys: ['a/Cargo.toml'] });
  const one = fc.tuple(workspace, fc.nat()).map(([files, which]) => {
    const manifests = Object.keys(files).filter((path) => path.endsWith('Cargo.toml'));
    return { files: files as Files, declared: file(manifests[which % manifests.length]) };
  });
  await fc.assert(fc.asyncProperty(batches(one), (cases) => expectSame(cases, '9.8.7+5')), RUNS);
});

test('so is a lock of uv with anything in it', async () => {
  const manifest = lines(['[project]', '[tool.x]', 'name = "a"', "name = 'A_.b' # x", 'name = """', '"""', 'version = "1"', 'x = [', ']', ''], 8).map((text) => `[project]\nversion = "1.0"\n${text}`);
  const lock = lines(['[[package]]', 'name = "a"', 'name = "a-b"', 'version = "1.0"', 'version = "2"', 'source = { editable = "." }', 'source = { virtual = "." }', 'source = { registry = "x" }', '[package.metadata]', ''], 12);
  const one = fc.record({ 'a/pyproject.toml': manifest, 'uv.lock': lock, 'a/uv.lock': lock }, { requiredKeys: ['a/pyproject.toml'] }).map((files) => ({ files: files as Files, declared: file('a/pyproject.toml') }));
  await fc.assert(fc.asyncProperty(batches(one), (cases) => expectSame(cases, '9.8.7-beta.2')), RUNS);
});

describe('npm itself', () => {
  const npm = (cwd: string, ...args: string[]) => execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--no-update-notifier'], { cwd, encoding: 'utf8', stdio: 'pipe' });
  const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
  const sources: Files = {
    'package.json': json({ name: 'root', version: '1.0.0', workspaces: ['packages/*'] }),
    'packages/a/package.json': json({ name: '@x/a', version: '1.0.0' }),
    'packages/b/package.json': json({ name: 'b', version: '1.0.0', dependencies: { '@x/a': '*' } }),
  };

  test.each([
    ['package.json', []],
    ['packages/a/package.json', ['--workspace', 'packages/a']],
    ['packages/b/package.json', ['--workspace', 'packages/b']],
  ])('%s is raised as by npm version', async (declared, args) => {
    const lock = await changedBy(sources, (dir) => npm(dir, 'install', '--package-lock-only'));
    expect(Object.keys(lock)).toEqual(['package-lock.json']);
    const files = { ...sources, ...lock };
    const all = await changedBy(files, (dir) => npm(dir, 'version', '1.4.0', '--no-git-tag-version', ...args));
    const byNpm = Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('node_modules/')));
    expect(textsOf(raise(files, '1.4.0', [file(declared)]))).toEqual(byNpm);
    await changedBy({ ...files, ...byNpm }, (dir) => npm(dir, 'ci'));
  });

  test.each([['1.4.0', true], ['2.0.0', false], ['1.4.0-rc.1', false]])('%s in the place of ^1.0.0 is taken by npm ci: %s', async (version, isTaken) => {
    const asking = { ...sources, 'packages/b/package.json': json({ name: 'b', version: '1.0.0', dependencies: { '@x/a': '^1.0.0' } }) };
    const files = { ...asking, ...await changedBy(asking, (dir) => npm(dir, 'install', '--package-lock-only')) };
    expect(raise(files, version, [file('packages/a/package.json')]).problems).toHaveLength(isTaken ? 0 : 1);
    const raised = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, /a\/package\.json$|lock/.test(path) ? String(text).replace(/(a"[^}]*"version": ")1\.0\.0/, `$1${version}`) : text]));
    const run = changedBy(raised, (dir) => npm(dir, 'ci'));
    await (isTaken ? run : expect(run).rejects.toThrow());
  });
});

/** Where it is installed. */
const CARGO = join(homedir(), '.cargo/bin/cargo');

(existsSync(CARGO) ? describe : describe.skip)('Cargo itself', () => {
  const cargo = (cwd: string, ...args: string[]) => execFileSync(CARGO, [...args, '--offline'], { cwd, encoding: 'utf8', stdio: 'pipe' });
  const sources: Files = {
    'Cargo.toml': '[workspace]\nmembers = ["app", "lib"]\nresolver = "2"\n[workspace.package]\nversion = "0.1.0"\n',
    'app/Cargo.toml': '[package]\nname = "app"\nversion.workspace = true\nedition = "2021"\n[dependencies]\nlib = { path = "../lib", version = "=0.1.0" }\n',
    'app/src/main.rs': 'fn main() {}\n',
    'lib/Cargo.toml': '[package]\nname = "lib"\nversion.workspace = true\nedition = "2021"\n',
    'lib/src/lib.rs': '\n',
  };

  test('takes what is raised with --locked', async () => {
    const files = { ...sources, ...await changedBy(sources, (dir) => cargo(dir, 'generate-lockfile')) };
    const raised = textsOf(raise(files, '0.2.0', [file('Cargo.toml')]));
    expect(Object.keys(raised)).toEqual(['Cargo.toml', 'Cargo.lock', 'app/Cargo.toml']);
    expect(await changedBy({ ...files, ...raised }, (dir) => cargo(dir, 'metadata', '--locked', '--format-version', '1'))).toEqual({});
    await expect(changedBy({ ...files, 'Cargo.toml': raised['Cargo.toml'] }, (dir) => cargo(dir, 'metadata', '--locked', '--format-version', '1'))).rejects.toThrow();
  });
});
