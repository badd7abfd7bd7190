import { oneRepository } from './guard-rows';
import { runGuard } from './guard-run';
import { byThePlan, byTheScript, withManifests } from './manifest-versions';
import { kindOfManifest, writtenAs } from '../../src/manifests/manifest-kinds';
import { bySemver, nearSemver } from '../../src/manifests/semver';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { FORMS, MANIFESTS, NEAR } from '../support/manifests';
import { type ScriptRun } from '../support/run-script';

let github: FakeGitHub;

beforeAll(async () => { github = await FakeGitHub.start(); });
beforeEach(() => github.reset());
afterAll(() => github.stop());

const SHA = 'a'.repeat(40);

function has(file: string, body: string, status = 200): void {
  github.on({ path: `/repos/acme/app/contents/${file}?ref=${SHA}`, token: 'ghs_1_workflow' }, { status, headers: {}, body });
}

async function check(files: readonly string[], env: Record<string, string> = {}): Promise<ScriptRun> {
  return runGuard(github, { REPOSITORIES: 'app self - - .', VERSION_FILES: files.join('\n'), ...env });
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
    `error: c.json, which must hold the version of the tag, is not in commit ${SHA}. Commit it, or correct its path in the declaration, and push the next tag.`,
  ]);
});

test('a wrong version alone fails the guard: one verdict, one summary, and nothing is handed on', async () => {
  has('a.json', '{"version": "1.2.4"}');
  const run = await check(['a.json']);
  expect(run).toMatchObject({ code: 1, outputs: {}, leftovers: [] });
  expect(run.summary).toMatch(/^## Guard: failed\n[^]*\n- \*\*error: A version is not the one of the tag\.\*\* a\.json has version 1\.2\.4/);
});

test('a bad token and a wrong version are said in one run', async () => {
  has('a.json', '{"version": "1.2.4"}');
  github.on({ path: /^\/repos\/acme\/server\/commits/ }, answers.badCredentials());
  const run = await check(['a.json'], oneRepository());
  expect(run.annotations.map(({ title }) => title)).toEqual(['A token was rejected', 'A version is not the one of the tag']);
  expect(run.summary.match(/^## /gm)).toHaveLength(1);
});

test('all files are asked for at one time, beside the repositories', async () => {
  const files = ['a.json', 'b.json', 'c.json'];
  files.forEach((file) => has(file, '{"version": "1.2.3"}'));
  github.on({ path: /^\/repos\/acme\/server\/commits/ }, answers.commit(SHA));
  github.holdUntil(4);
  expect(await check(files, oneRepository())).toMatchObject({ code: 0, annotations: [] });
  expect(github.mostAtOnce).toBe(4);
});

test('a file that does not come in time is named', async () => {
  github.on({}, { status: 200, body: '{"version": "1.2.3"}', delay: 500 });
  expect(saidBy(await check(['a.json'], { TIME_LIMIT: '0' }))).toEqual([
    'error: a.json of acme/app was not checked within 0 seconds. Nothing is known to be wrong with its credential. Re-run all jobs later.',
  ]);
});

test('a tag that the workflow is not for publishes nothing, and is compared with nothing', async () => {
  const run = await check(['a.json'], { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_NAME: 'nightly-1.2.4' });
  expect(run).toMatchObject({ code: 0, outputs: { real: 'false', version: '1.2.4' }, annotations: [{ level: 'notice', title: 'A rehearsal' }] });
  expect(github.requests).toEqual([]);
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

test('a version is the tag\'s in the form of its file, and every place of it counts', async () => {
  has('pyproject.toml', '[project]\nversion = "1.2.3b1"\n');
  has('pubspec.yaml', 'version: 1.2.3-beta.1+7\n');
  has('package-lock.json', '{"version": "1.2.3-beta.1", "packages": {"": {"version": "1.2.2"}}}');
  has('tauri.conf.json', '{"version": "../package.json"}');
  has('VERSION', '1.2.3-beta.1\n');
  const run = await check(['pyproject.toml', 'pubspec.yaml', 'package-lock.json', 'tauri.conf.json'], { GITHUB_REF_NAME: 'v1.2.3-beta.1', VERSION_TEXTS: 'VERSION\n{version}' });
  expect(saidBy(run)).toEqual([
    'error: package-lock.json has version 1.2.2, and tag v1.2.3-beta.1 stands for 1.2.3-beta.1. Set it, commit, and push the next tag.',
    'error: tauri.conf.json takes its version from ../package.json. Declare that file in its place.',
  ]);
  expect(run.summary).not.toContain('### Version');
});

describe('where the version is stamped', () => {
  const STAMP = { VERSION_MODE: 'stamp' };

  test('the guard sees that every file can take it, and says what each leg will write', async () => {
    has('package.json', '{"version": "0.0.0"}');
    has('pyproject.toml', '[project]\nversion = "9"\n');
    const run = await check(['package.json', 'pyproject.toml'], { ...STAMP, GITHUB_REF_NAME: 'v1.2.3-rc.1' });
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { version: '1.2.3-rc.1' }, leftovers: [] });
    expect(run.summary).toContain('### Version\n\n| file | version in the commit | stamped |\n| --- | --- | --- |\n| package.json | 0.0.0 | 1.2.3-rc.1 |\n| pyproject.toml | 9 | 1.2.3rc1 |\n');
  });

  test('a file that cannot take it ends the run before anything is built', async () => {
    has('package.json', '{"version": "0.0.0"}');
    has('pyproject.toml', '[project]\ndynamic = ["version"]\n');
    has('a.csproj', '<Project></Project>');
    const run = await check(['package.json', 'pyproject.toml', 'a.csproj', 'b.json'], { ...STAMP, GITHUB_REF_NAME: 'v1.2' });
    expect(run.code).toBe(1);
    expect(saidBy(run)).toEqual([
      'error: package.json cannot hold version 1.2; it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1. Push a tag with version 1.2.0.',
      'error: pyproject.toml lacks what the version is written into: version in [project] or [tool.poetry] (one that is dynamic is made by the build). Add it with any version, commit, and push the next tag.',
      'error: a.csproj lacks what the version is written into: <Version> or <VersionPrefix> in a <PropertyGroup>. Add it with any version, commit, and push the next tag.',
      `error: b.json, which must hold the version of the tag, is not in commit ${SHA}. Commit it, or correct its path in the declaration, and push the next tag.`,
    ]);
  });

  test('a tag without a version brings none', async () => {
    has('package.json', '{"version": "0.0.0"}');
    expect(saidBy(await check(['package.json'], { ...STAMP, GITHUB_REF_NAME: 'v' }))).toEqual([
      'error: Tag v has no version that could be written into package.json. Push a tag that has one.',
    ]);
  });

  test('a tag that the workflow is not for is stamped too, since the legs do it', async () => {
    has('package.json', '{}');
    const run = await check(['package.json'], { ...STAMP, GITHUB_REF_NAME: 'nightly-1.2.4' });
    expect(run).toMatchObject({ code: 1, outputs: {} });
    expect(run.summary).not.toContain('### Version');
  });

  test('a branch has none: nothing is asked, and the summary says so', async () => {
    const run = await check(['package.json'], { ...STAMP, GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' });
    expect([run.code, github.requests]).toEqual([0, []]);
    expect(run.summary).toContain('### Version\n\nNothing is stamped: only a tag has a version.\n');
  });

  test('script and plan say the same of what a file lacks and takes', () => {
    const files = ['tauri.conf.json', 'a.json', 'package-lock.json', 'Cargo.toml', 'pyproject.toml', 'a.toml', 'a.csproj', 'pubspec.yaml', 'a.properties'];
    const words = withManifests('line=; for file; do place_words; printf "|"; form_words; echo; done; file=x line="v{version}"; place_words', files, '.').split('\n');
    const kinds = files.map((path) => kindOfManifest({ path, line: '' })!);
    expect(words.slice(0, -1).map((one) => one.split('|')[0])).toEqual(kinds.map(({ place }) => place));
    expect(words.at(-1)).toBe(kindOfManifest({ path: 'x', line: 'v{version}' })!.place);
    kinds.forEach(({ takes }, index) => expect(takes ?? words[index].split('|')[1]).toBe(words[index].split('|')[1]));
  });
});

test('what GitHub has against the request is told apart', async () => {
  has('a.json', '{"message": "Resource not accessible by integration"}', 403);
  const run = await check(['a.json']);
  expect(run.code).toBe(1);
  expect(saidBy(run)).toEqual([expect.stringContaining("the workflow's own token, but it lacks Contents: read on acme/app")]);
});

describe('the version in a file', () => {
  const read = byTheScript(MANIFESTS);

  test.each(MANIFESTS.map((manifest, index) => [manifest[0], manifest[1], manifest, index] as const))('%s: %j', (_file, text, manifest, index) => {
    expect(byThePlan(manifest)).toBe(manifest[2]);
    // what is written with escapes stands there in other bytes
    expect(text.includes('\\u') || /version"?[:=]? "[^"]*\\/.test(text.replace(' = ', '= ')) ? read[index].replaceAll(' (elsewhere)', '') : read[index]).toBe(manifest[2]);
  });

  test('no kind of file is forgotten', () => {
    const names = ['package.json', 'package-lock.json', 'tauri.conf.json', 'a.jsonc', 'Cargo.toml', 'pyproject.toml', 'a.toml', 'a.vbproj', 'pubspec.yaml', 'gradle.properties'];
    expect(names.map((path) => kindOfManifest({ path, line: '' })?.part)).not.toContain(undefined);
    expect(kindOfManifest({ path: 'VERSION', line: '' })).toBeUndefined();
  });
});

describe('a file that takes versions by semver only', () => {
  const TAKES = 'it takes three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1';

  test.each([
    ['v2026.01.05', `package.json cannot hold version 2026.01.05, since semver allows no leading zeros; ${TAKES}. Push a tag with version 2026.1.5.`],
    ['v1.2.3-rc.08', `package.json cannot hold version 1.2.3-rc.08, since semver allows no leading zeros; ${TAKES}. Push a tag with version 1.2.3-rc.8.`],
    ['v1.2.3rc1', `package.json cannot hold version 1.2.3rc1; ${TAKES}. Push a tag with version 1.2.3-rc.1.`],
    ['v1.2.3.post1', `package.json cannot hold version 1.2.3.post1; ${TAKES}. Push a tag with another version.`],
    ['v1.2.3.4', `package.json cannot hold version 1.2.3.4; ${TAKES}. Push a tag with another version.`],
  ])('says of %s which would do', async (tag, says) => {
    has('package.json', '{"version": "1.0.0"}');
    expect(saidBy(await check(['package.json'], { VERSION_MODE: 'stamp', GITHUB_REF_NAME: tag }))).toEqual([`error: ${says}`]);
    expect(saidBy(await check(['package.json'], { GITHUB_REF_NAME: tag })))
      .toEqual([`error: package.json has version 1.0.0, and tag ${tag} stands for ${tag.slice(1)}. ${says}`]);
  });

  test('has what is meant though the tag says it as Python does', async () => {
    has('pyproject.toml', '[project]\nversion = "1.2.3rc1"\n');
    has('VERSION', '1.2.3rc1\n');
    const run = await check(['pyproject.toml'], { GITHUB_REF_NAME: 'v1.2.3rc1', VERSION_TEXTS: 'VERSION\n{version}' });
    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { version: '1.2.3rc1', prerelease: 'true' } });
  });

  const near = withManifests('for version; do near_semver "$version"; done', NEAR.map(([version]) => version), '.').split('\n');

  test.each(NEAR.map((row, index) => [...row, index] as const))('%s is near to %j', (version, expected, index) => {
    expect(near[index]).toBe(nearSemver(version));
    expect(bySemver(nearSemver(version)) ?? '').toBe(expected);
    expect(bySemver(version)).toBeUndefined();
  });
});

describe('a version as a file holds it', () => {
  const written = withManifests('while [ $# -gt 0 ]; do file=$1; written "$2" "$3"; echo; shift 3; done', FORMS.flatMap(([file, version, old]) => [file, version, old]), '.').split('\n');

  test.each(FORMS.map((form, index) => [...form, index] as const))('%s: %s in place of %s is %j', (path, version, old, form, index) => {
    expect(written[index]).toBe(form);
    expect(writtenAs({ path, line: '' }, version, { version: old }) ?? '').toBe(form);
  });

  test('<VersionPrefix> takes numbers only', () => {
    const file = { path: 'a.csproj', line: '' };
    const shell = withManifests('file=a.csproj; for version in 1.2.3 1.2.3-beta; do written "$version" 0 core; echo; done', [], '.');
    expect([shell, ...['1.2.3', '1.2.3-beta'].map((version) => writtenAs(file, version, { version: '0', coreOnly: true }))]).toEqual(['1.2.3\n\n', '1.2.3', undefined]);
  });
});
