import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Artifact, assembled, type Legs } from './assemble-run';
import { type AssemblePlan, TO_PUBLISH } from '../../src/publish/contract';

const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const GIB = 2 ** 30;
const manyFiles = (length: number) => Object.fromEntries(Array.from({ length }, (_, index) => [`${index}.txt`, 'x']));

const TWO: Legs = {
  'linux-x64': { holds: { 'App.AppImage': 'linux' } },
  'macos-arm64': { holds: { 'App.dmg': 'mac', 'sub/App.zip': 'zip' } },
};

test('the files of all legs are put together, with their sums and a record', async () => {
  const { code, said, files, set, read, outputs } = await assembled(TWO);

  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(files).toEqual(['App.AppImage', 'App.dmg', 'App.zip', 'SHA256SUMS', 'build-manifest.json']);
  expect(set).toEqual({
    version: 1,
    build: 'desktop',
    tag: 'v1.2.3',
    release: '1.2.3',
    prerelease: false,
    run: { repository: 'acme/app', id: 4711, url: 'https://github.com/acme/app/actions/runs/4711' },
    repositories: [{ name: 'acme/app', ref: 'v1.2.3', commit: 'a'.repeat(40) }, { name: 'acme/engine', ref: 'main', commit: 'b'.repeat(40) }],
    files: [
      { name: 'App.AppImage', size: 5, sha256: sum('linux'), job: 'build', platform: 'linux-x64', originalName: 'App.AppImage' },
      { name: 'App.dmg', size: 3, sha256: sum('mac'), job: 'build', platform: 'macos-arm64', originalName: 'App.dmg' },
      { name: 'App.zip', size: 3, sha256: sum('zip'), job: 'build', platform: 'macos-arm64', originalName: 'sub/App.zip' },
    ],
    absent: [],
    signatures: [],
  });
  expect(read('files/build-manifest.json')).toBe(read('set.json'));
  expect(outputs).toEqual({ 'record-sha256': sum(read('set.json')) });
  expect(read('files/SHA256SUMS')).toBe([
    `${sum('linux')}  App.AppImage`, `${sum('mac')}  App.dmg`, `${sum('zip')}  App.zip`, `${sum(read('set.json'))}  build-manifest.json`, '',
  ].join('\n'));
});

test('the log names each file, and a rehearsal reads it there', async () => {
  const { logged } = await assembled(TWO);
  expect(logged.filter((line) => line.startsWith(TO_PUBLISH))).toEqual(
    ['to publish: App.AppImage (5 bytes)', 'to publish: App.dmg (3 bytes)', 'to publish: App.zip (3 bytes)'],
  );
});

test('the summary says what is published where; in a rehearsal, what a tag would publish', async () => {
  const real = await assembled(TWO);
  const rehearsal = await assembled(TWO, {}, { REAL: 'false', TAG: '', NAME: 'feature-x', VERSION: '' });

  expect(real.summary).toBe(`### The files of v1.2.3

3 files, 11 bytes

| file | bytes | SHA-256 | platform | named by the build |
| --- | ---: | --- | --- | --- |
| App.AppImage | 5 | ${sum('linux')} | build linux-x64 |  |
| App.dmg | 3 | ${sum('mac')} | build macos-arm64 |  |
| App.zip | 3 | ${sum('zip')} | build macos-arm64 | sub/App.zip |

To be published:

- a GitHub release in acme/releases
`);
  expect(rehearsal.summary).toContain('\nWhat a tag would publish:\n\n- a GitHub release in acme/releases\n');
  expect(rehearsal.set).toMatchObject({ tag: '', release: 'feature-x' });
});

test('sums and manifest can be left out; the record cannot', async () => {
  const { files, set } = await assembled(TWO, { checksums: false, manifest: false });

  expect(files).toEqual(['App.AppImage', 'App.dmg', 'App.zip']);
  expect(set?.files).toHaveLength(3);
});

test('what an earlier attempt has left is gone', async () => {
  const { files } = await assembled({
    ...TWO,
    'linux-x64': {
      holds: TWO['linux-x64'].holds,
      prepare: (leg) => {
        mkdirSync(join(leg, '../../../release/files'), { recursive: true });
        writeFileSync(join(leg, '../../../release/files/old'), 'old');
      },
    },
  });

  expect(files).not.toContain('old');
});

describe('patterns', () => {
  test.each<[string, Legs[string]]>([
    ['a directory', { patterns: ['dist'], root: 'dist', holds: { 'a/b.zip': 'b' } }],
    ['a single file, whose directory is not in the artifact', { patterns: ['out/App.exe', '!out/*.map'], root: 'out/App.exe', holds: { 'App.exe': 'b' } }],
    ['the workspace itself', { patterns: ['a/*.zip', 'b/*.zip'], root: '', holds: { 'a/a.zip': 'a', 'b/b.zip': 'b' } }],
    ['what another takes away', { patterns: ['dist/*', '!dist/*.map'], holds: { 'a.zip': 'a' } }],
  ])('of %s', async (_, leg) => {
    expect(await assembled({ 'linux-x64': leg })).toMatchObject({ code: 0, said: [] });
  });

  test('each has a file on each platform; all that have none are named', async () => {
    const patterns = ['dist/*.dmg', 'dist/*.zip'];
    const { code, said, files } = await assembled({
      'macos-arm64': { patterns, holds: { 'App.dmg': 'a' } },
      'macos-x64': { patterns, holds: { 'x.zip': 'a' } },
    });

    expect({ code, files }).toEqual({ code: 1, files: [] });
    expect(said).toEqual([
      "error: A pattern has no file: No file of macos-arm64 matches 'dist/*.zip'; its artifact holds: App.dmg. Correct the pattern or the build.",
      "error: A pattern has no file: No file of macos-x64 matches 'dist/*.dmg'; its artifact holds: x.zip. Correct the pattern or the build.",
    ]);
  });

  test.each<Artifact>([{ 'App.AppImage': 'a' }, { 'App.tar.gz': 'a' }, { 'a.AppImage': 'a', 'b.tar.gz': 'b' }])('one alternative is enough: %j', async (holds) => {
    const patterns = ['dist/*.AppImage|dist/*.tar.gz'];
    expect(await assembled({ 'linux-x64': { patterns, holds } })).toMatchObject({ code: 0, said: [], files: expect.arrayContaining(Object.keys(holds)) });
  });

  test('no alternative is none too many', async () => {
    const { code, said } = await assembled({ 'linux-x64': { patterns: ['dist/*.exe|dist/*.msi', 'dist/*.zip'], holds: { 'a.zip': 'a' } } });
    expect({ code, said }).toEqual({ code: 1, said: [expect.stringContaining("No file of linux-x64 matches 'dist/*.exe' or 'dist/*.msi'; its artifact holds: a.zip.")] });
  });

  test('a file that none names is not published', async () => {
    const { code, said } = await assembled({ 'linux-x64': { patterns: ['dist/*.zip'], holds: { 'a.zip': 'a', 'install.sh': 'curl' } } });

    expect(code).toBe(1);
    expect(said).toEqual([
      "error: A file is not declared: No pattern of linux-x64 names 'install.sh', which is in its artifact. Declare it among the artifacts, or let nothing else upload under the name of this one.",
    ]);
  });
});

describe('a leg without an artifact', () => {
  test('stops everything, unless it may fail', async () => {
    expect(await assembled({ ...TWO, 'windows-x64': {} })).toMatchObject({
      code: 1,
      said: ['error: A platform left no files: The artifact of windows-x64 is not there, or holds nothing. Look at its job, and choose "Re-run failed jobs" when its cause is gone.'],
      files: [],
    });
  });

  test('that may fail is recorded as absent', async () => {
    const { code, said, set } = await assembled({ ...TWO, 'windows-x64': { allowedToFail: 'the signing server is down at times' } });

    expect(code).toBe(0);
    expect(said).toEqual(['notice: A platform is absent from the release: Nothing came of windows-x64, and the release is made without it. Why it may fail: the signing server is down at times']);
    expect(set?.absent).toEqual([{ job: 'build', platform: 'windows-x64', why: 'the signing server is down at times' }]);
  });

  test('that may fail is absent as a whole and not in parts', async () => {
    const { code, said } = await assembled({ ...TWO, 'windows-x64': { allowedToFail: 'x', patterns: ['dist/*.exe', 'dist/*.msi'], holds: { 'a.exe': 'a' } } });

    expect({ code, said }).toEqual({ code: 1, said: [expect.stringMatching(/No file of windows-x64 matches 'dist\/\*\.msi'/)] });
  });

  test('is one too many where there is no other', async () => {
    expect(await assembled({ 'windows-x64': { allowedToFail: 'x' } })).toMatchObject({ code: 1, said: [expect.stringContaining('No platform left a file')] });
  });
});

describe('names', () => {
  test('are out of what GitHub leaves alone; the record has both', async () => {
    const { files, set } = await assembled({ 'linux-x64': { holds: { 'Mëin App (x64) 1.0~beta.tar.gz': 'a', 'ok_1+2@3-4.zip': 'b' } } });

    expect(files.slice(0, 1)).toEqual(['Mein-App-x64-1.0-beta.tar.gz']);
    expect(set?.files.map(({ originalName }) => originalName)).toEqual(['Mëin App (x64) 1.0~beta.tar.gz', 'ok_1+2@3-4.zip']);
  });

  test('of several legs are told apart by the leg, all of them', async () => {
    const { files } = await assembled({
      'macos-arm64': { holds: { 'App.app.tar.gz': 'a', 'latest.yml': 'a' } },
      'macos-x64': { holds: { 'app.app.tar.gz': 'b', 'other.yml': 'b' } },
    });

    expect(files).toEqual(['App-macos-arm64.app.tar.gz', 'SHA256SUMS', 'app-macos-x64.app.tar.gz', 'build-manifest.json', 'latest.yml', 'other.yml']);
  });

  test('of one leg cannot be', async () => {
    const { code, said } = await assembled({ 'macos-x64': { holds: { 'a/App.zip': 'a', 'b/app.zip': 'b' } } });

    expect({ code, said }).toEqual({
      code: 1,
      said: ["error: Two files have one name: App.zip would be the name of 'a/App.zip' of macos-x64, 'b/app.zip' of macos-x64. Let the build name them apart, or set assetName, for instance '{name}-{platform}{ext}'."],
    });
  });

  test('follow the declaration', async () => {
    const { files } = await assembled(
      { one: { job: 'web', platform: 'linux-x64', holds: { '安装.exe.blockmap': 'a' } }, two: { job: 'app', platform: 'linux-x64', holds: { 'b.7z': 'b' } } },
      { assetName: 'x-{job}-{platform}-{version}-{tag}{ext}' },
      { TAG: 'app/v1.2.3' },
    );

    expect(files.slice(1, 3)).toEqual(['build-manifest.json', 'x-app-two-1.2.3-app-v1.2.3.7z']);
    expect(files[3]).toBe('x-web-one-1.2.3-app-v1.2.3.exe.blockmap');
  });

  test.each([
    ['安装.dmg', '', /Nothing of the name of '安装\.dmg' of linux-x64 can stand in a release/],
    ['SHA256SUMS', '', /'SHA256SUMS' of linux-x64 would be called SHA256SUMS, which is a name of a file that is made here/],
    ['Build-Manifest.json', '', /would be called Build-Manifest\.json, which is a name/],
    ['a.zip', 'sha256sums', /would be called sha256sums, which is a name/],
    [`${'a'.repeat(250)}.zip`, '{name}-{platform}{ext}', /would be called by 264 characters; allowed are 255/],
    ['a.zip', '..', /Nothing of the name of 'a\.zip'/],
  ])('%j by the rule %j cannot be', async (file, assetName, message) => {
    expect(await assembled({ 'linux-x64': { holds: { [file]: 'a' } } }, { assetName })).toMatchObject({ code: 1, said: [expect.stringMatching(message)], files: [] });
  });
});

describe('sizes', () => {
  test('nothing is empty or 2 GiB and more', async () => {
    const { code, said } = await assembled({ 'linux-x64': { holds: { 'empty.zip': '', 'large.zip': 2 * GIB } } });

    expect({ code, said }).toEqual({
      code: 1,
      said: [
        "error: A file is empty: 'empty.zip' of linux-x64 has 0 bytes, and GitHub takes no such file. Look at what the build did.",
        "error: A file is too large: 'large.zip' of linux-x64 has 2147483648 bytes, and GitHub takes at most 2147483647. Let the build split or compress it.",
      ],
    });
  });

  test('a release takes 1000 files, and two are ours', async () => {
    const { code, said } = await assembled({ 'linux-x64': { holds: manyFiles(999) } });

    expect(code).toBe(1);
    expect(said).toEqual(['error: There are too many files: There are 1001 files, 2 of them made here, and a release takes 1000. Narrow the patterns, or let the build pack files together.']);
  });

  test('the summary shows 200', async () => {
    const { summary } = await assembled({ 'linux-x64': { holds: manyFiles(201) } });

    expect(summary).toContain('\nAnd 1 files more.\n');
    expect(Array.from(summary.matchAll(/^\| \d+\.txt/gm))).toHaveLength(200);
  });
});

describe('an artifact is taken for hostile', () => {
  test.each<[string, (leg: string) => void, RegExp]>([
    ['a link to a file outside', (leg) => symlinkSync('/etc/hosts', join(leg, 'hosts')), /'hosts' of linux-x64 is a link, a pipe or a device/],
    ['a link to a directory outside', (leg) => symlinkSync('/etc', join(leg, 'etc')), /'etc' of linux-x64 is a link, a pipe or a device/],
    ['a name that is no UTF-8', (leg) => writeFileSync(Buffer.from(`${leg}/\xff.zip`, 'latin1'), 'x'), /'\ufffd\.zip' of linux-x64 is a link, a pipe or a device, or is not found by its name/],
    ['a name that begins a line of the log', (leg) => writeFileSync(join(leg, 'a\n::error::x.zip'), 'x'), /'a ::error::x\.zip' of linux-x64 is called by a name with control characters/],
  ])('%s', async (_, prepare, message) => {
    expect(await assembled({ 'linux-x64': { holds: { 'a.zip': 'a' }, prepare } })).toMatchObject({ code: 1, said: [expect.stringMatching(message)], files: [] });
  });

  test('its problems do not fill the summary', async () => {
    const holds = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`${'x'.repeat(200)}${index}`, '']));
    const { said, logged } = await assembled({ 'linux-x64': { holds } });

    expect(said).toHaveLength(100);
    expect(logged).toContain('And 50 problems more.');
  });

  test('what it is called does not fill the summary', async () => {
    const holds = { [`${'d'.repeat(200)}/${'e'.repeat(200)}/a b.zip`]: 'a' };
    const { summary } = await assembled({ 'linux-x64': { holds } });

    expect(summary).toContain(`| ${'d'.repeat(200)}/${'e'.repeat(99)}… |`);
  });

  test('names are names in the summary', async () => {
    const { summary } = await assembled({ 'linux-x64': { holds: { '<b>|`x`](y) _z_.zip': 'a' } } });

    expect(summary).toContain('| &lt;b&gt;\\|\\`x\\`\\](y) \\_z\\_.zip |');
  });
});

describe('what the guard hands on', () => {
  test('is the ref that it found', async () => {
    const repositories = [{ id: 'engine', name: 'acme/engine', ref: '' }];
    const { set } = await assembled(TWO, { repositories }, { REFS: 'app main\nengine refs/tags/v1.2.3\n' });

    expect(set?.repositories).toEqual([{ name: 'acme/engine', ref: 'refs/tags/v1.2.3', commit: 'b'.repeat(40) }]);
  });

  test.each<[string, Record<string, string>, RegExp, Partial<AssemblePlan>?]>([
    ['a version', { VERSION: '' }, /The guard handed on neither a version nor a name\./],
    ['a commit', { COMMITS: 'engine ' }, /The guard handed on no commit of acme\/engine, but ''\. Choose "Re-run all jobs"\./],
    ['a commit of each repository', { COMMITS: '' }, /no commit of acme\/engine/],
    ['a ref where it was found', { REFS: 'other v1' }, /The guard handed on no ref of acme\/engine\..* Choose "Re-run all jobs"\./, { repositories: [{ id: 'engine', name: 'acme/engine', ref: '' }] }],
    ['a plan', { PLAN: '{' }, /The variable PLAN of the step is no JSON/],
  ])('must be %s', async (_, environment, message, plan = {}) => {
    expect(await assembled(TWO, plan, environment)).toMatchObject({ code: 1, said: [expect.stringMatching(message)] });
  });
});
