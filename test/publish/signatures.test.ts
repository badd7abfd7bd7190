import { assembled, type Legs } from './assemble-run';
import type { PlannedSigning } from '../../src/publish/contract';

const apple: PlannedSigning = { title: 'Apple signing', without: 'The dmg is unsigned; Gatekeeper warns.' };
const updates: PlannedSigning = { title: 'Signing of updates', without: '' };

const SIGNED: Legs = {
  'linux-x64': { holds: { 'App.deb': 'linux' } },
  'macos-arm64': { holds: { 'App.dmg': 'mac' }, signings: [apple, updates] },
  'windows-x64': { holds: { 'App.exe': 'windows' }, signings: [updates] },
};

/** With what the jobs handed on. */
const assemble = (...lines: string[]) => assembled(SIGNED, {}, { SIGNED: lines.join('\n') });

test('what was proven is in the record and in the summary', async () => {
  const { code, said, set, summary, read } = await assemble('build macos-arm64 proven proven', 'build windows-x64 proven');

  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(set?.signatures).toEqual([
    { job: 'build', platform: 'macos-arm64', signing: 'Apple signing', state: 'proven', without: '' },
    { job: 'build', platform: 'macos-arm64', signing: 'Signing of updates', state: 'proven', without: '' },
    { job: 'build', platform: 'windows-x64', signing: 'Signing of updates', state: 'proven', without: '' },
  ]);
  expect(JSON.parse(read('files/build-manifest.json')).signatures).toEqual(set?.signatures);
  expect(summary).toContain('\nSignatures:\n\n- build macos-arm64: Apple signing, proven\n- build macos-arm64: Signing of updates, proven\n- build windows-x64: Signing of updates, proven\n\nTo be published:');
});

test('what may be absent is said with what that means', async () => {
  const { code, set, summary } = await assemble('build macos-arm64 absent proven', 'build windows-x64 proven');

  expect(code).toBe(0);
  expect(set?.signatures[0]).toEqual({ job: 'build', platform: 'macos-arm64', signing: 'Apple signing', state: 'absent', without: 'The dmg is unsigned; Gatekeeper warns.' });
  expect(summary).toContain('- build macos-arm64: Apple signing, **not signed**: The dmg is unsigned; Gatekeeper warns.');
});

test('what is required must not be absent', async () => {
  expect(await assemble('build macos-arm64 proven absent', 'build windows-x64 absent')).toMatchObject({
    code: 1,
    files: [],
    said: [
      'error: A required signature is missing: macos-arm64 was built without Signing of updates, which is required. Set its secrets, and choose "Re-run all jobs".',
      'error: A required signature is missing: windows-x64 was built without Signing of updates, which is required. Set its secrets, and choose "Re-run all jobs".',
    ],
  });
});

test.each([
  ['nothing', 'build macos-arm64 ', /The job of macos-arm64 handed on nothing of its signatures \(Apple signing, Signing of updates\), though its files are there\. GitHub empties an output that holds the value of a secret, such as "proven"; .*"Re-run all jobs"\./],
  ['no line', '', /The job of macos-arm64 handed on nothing of its signatures/],
  ['that of another job', 'web macos-arm64 proven proven', /The job of macos-arm64 handed on nothing/],
  ['too little', 'build macos-arm64 proven', /The job of macos-arm64 says 'proven' of its signatures; expected is proven or absent for each of: Apple signing, Signing of updates\./],
  ['too much', 'build macos-arm64 proven proven proven', /says 'proven proven proven'/],
  ['another word', 'build macos-arm64 proven yes', /says 'proven yes'/],
])('%s is no proof', async (_, line, message) => {
  expect(await assemble(line, 'build windows-x64 proven')).toMatchObject({ code: 1, files: [], said: [expect.stringMatching(message)] });
});

test('a platform that may be absent, and is, needs none', async () => {
  const legs: Legs = { ...SIGNED, 'windows-x64': { signings: [updates], allowedToFail: 'it is new' } };
  const { code, set } = await assembled(legs, {}, { SIGNED: 'build macos-arm64 proven proven\nbuild windows-x64 ' });

  expect(code).toBe(0);
  expect(set?.signatures.map(({ platform }) => platform)).toEqual(['macos-arm64', 'macos-arm64']);
});

test('all problems are said at once', async () => {
  const legs: Legs = { ...SIGNED, 'linux-x64': { holds: { 'App.deb': '' } } };
  const { said } = await assembled(legs, {}, { SIGNED: 'build macos-arm64 proven absent\nbuild windows-x64' });

  expect(said.map((line) => line.split(': ')[1])).toEqual(['A file is empty', 'A required signature is missing', 'A proof of signing did not arrive']);
});
