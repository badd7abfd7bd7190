import { answerWith, ID, LOG, PASSING, verdict, XCRUN } from './apple';
import { SigningScene } from './scene';

let scene: SigningScene;
beforeEach(() => {
  scene = new SigningScene();
  scene.standIn('xcrun', XCRUN);
  scene.write('App.zip', 'zip');
});
afterEach(() => scene.remove());

const NOTARY = 'key APPLE_API_KEY\nkey-id APPLE_API_KEY_ID\nissuer APPLE_API_ISSUER';
const SUBMIT = 'xcrun notarytool submit /tmp/x/App.zip --key /k.p8 --key-id ID --issuer ISSUER --wait --output-format json';

const build = (commands: string, env: Record<string, string> = {}) =>
  scene.run('notarytool', commands, { SIGNING_NOTARY: NOTARY, APPLE_API_KEY: '/k.p8', APPLE_API_KEY_ID: 'ID', APPLE_API_ISSUER: 'ISSUER', ...env });

const submissions = () => scene.calls('xcrun').filter((call) => call.startsWith('xcrun notarytool submit'));

it('hands on what Apple answers, byte by byte', async () => {
  answerWith(scene, 'submit', { ...verdict('Accepted'), err: 'a warning\n' });
  const run = await build(`${SUBMIT} 2>err; cat err; rm err`);
  expect(run).toMatchObject({ code: 0, stdout: `${verdict('Accepted').out}a warning\n`, stderr: '', leftovers: [], annotations: [] });
  expect(submissions()).toEqual([SUBMIT]);
});

it.each(PASSING)('asks again after: %s', async (err) => {
  answerWith(scene, 'submit', { err: `${err}\n`, code: 1 }, { err: `${err}\n`, code: 69 }, verdict('Accepted'));
  const run = await build(SUBMIT);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout.split('\n')[0]).toBe(verdict('Accepted').out!.trim());
  expect(run.annotations).toEqual([{ level: 'notice', title: 'Notarizing is tried again', text: expect.stringContaining('App.zip: Error: ') }]);
  expect(submissions()).toHaveLength(3);
});

it('staples as soon as there is a ticket, and hands on the answer', async () => {
  answerWith(scene, 'staple App.app', { out: 'CloudKit query failed due to "Record not found".\n', err: 'first\n', code: 65 }, { out: 'The staple and validate action worked!\n', err: 'second\n' });
  const run = await build('xcrun stapler staple -v App.app');
  expect(run).toMatchObject({ code: 0, stdout: 'The staple and validate action worked!\n', stderr: 'second\n', annotations: [], leftovers: [] });
});

it('staples nothing that has no ticket after three times', async () => {
  answerWith(scene, 'staple App.app', { out: 'The staple and validate action failed! Error 65.\n', code: 65 });
  expect(await build('xcrun stapler staple -v App.app')).toMatchObject({ code: 65, stdout: 'The staple and validate action failed! Error 65.\n' });
  expect(scene.calls('xcrun')).toHaveLength(3);
});

it('gives up after three times, with the last answer, and says that nobody here is to blame', async () => {
  answerWith(scene, 'submit', { err: `${PASSING[0]}\n`, code: 1 });
  const run = await build(SUBMIT);
  expect(run).toMatchObject({ code: 1, stderr: `${PASSING[0]}\n`, leftovers: [] });
  expect(run.annotations.at(-1)).toMatchObject({ level: 'error', title: 'Apple did not answer', text: expect.stringContaining('The notary service failed for App.zip') });
  expect(submissions()).toHaveLength(3);
});

it('waits longer each time', async () => {
  scene.standIn('sleep', ':');
  answerWith(scene, 'submit', { err: 'Error: HTTPClientError.connectTimeout', code: 1 });
  await build(SUBMIT, { SIGNING_WAITS: '' });
  expect(scene.calls('sleep')).toEqual(['sleep 30', 'sleep 120']);
});

it.each([
  ['Error: HTTP status code: 401. Invalid credentials. Username or password is incorrect. Use the app-specific password generated at appleid.apple.com.', 'Apple refused to notarize'],
  ['Error: HTTP status code: 403. Invalid or inaccessible developer team ID for the provided Apple ID. Please try again.', 'Apple refused to notarize'],
  ['Error: HTTP status code: 403. A required agreement is missing or has expired. This request requires an in-effect agreement.', 'Apple refused to notarize'],
  ['Error: /tmp/x/App.zip must be a zip archive (.zip), flat installer package (.pkg), or UDIF disk image (.dmg)', 'Notarizing failed'],
])('asks once where the reason stays: %s', async (err, title) => {
  answerWith(scene, 'submit', { err: `${err}\n`, code: 1 });
  const run = await build(SUBMIT);
  expect(run).toMatchObject({ code: 1, stderr: `${err}\n`, annotations: [{ level: 'error', title, text: expect.stringContaining(err) }] });
  expect(run.annotations[0].text).toContain(`See https://example.org/doc#${title.toLowerCase().replaceAll(' ', '-')}`);
  expect(submissions()).toHaveLength(1);
});

it.each([
  ['JSON', verdict('Invalid').out!],
  ['text', `Submission ID received\n  id: ${ID}\nWaiting for processing to complete.\nCurrent status: Invalid.......\n  id: ${ID}\n  status: Invalid\n`],
])('shows what Apple has against the app, told in %s', async (_, out) => {
  answerWith(scene, 'submit', { out });
  answerWith(scene, 'log', { out: LOG });
  const run = await build(SUBMIT);
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining(out) });
  expect(run.annotations).toEqual([{
    level: 'error',
    title: 'Apple did not notarize a file',
    text: `Apple did not notarize App.zip (submission ${ID}): Archive contains critical validation errors. `
      + 'The signature of the binary is invalid. (App.zip/App.app/Contents/MacOS/App) '
      + 'The executable does not have the hardened runtime enabled. (App.zip/App.app/Contents/Helpers/a "b")'
      + ' See https://example.org/doc#apple-did-not-notarize-a-file',
  }]);
  expect(run.summary).toContain('The signature of the binary is invalid.');
  expect(scene.calls('xcrun').at(-1)).toBe(`xcrun notarytool log ${ID} --key /k.p8 --key-id ID --issuer ISSUER`);
});

it('waits for the log, and does without where there is none', async () => {
  answerWith(scene, 'submit', verdict('Rejected'));
  answerWith(scene, 'log', { out: `{"id": "${ID}", "message": "Submission log is not yet available or submissionId does not exist"}`, code: 1 });
  const run = await build(SUBMIT);
  expect(run.annotations).toMatchObject([{ title: 'Apple did not notarize a file', text: expect.stringContaining(`(submission ${ID}). Submission log is not yet available`) }]);
  expect(scene.calls('xcrun').filter((call) => call.includes(' log '))).toHaveLength(3);
});

it('lets nothing in an answer begin a line of its own', async () => {
  answerWith(scene, 'submit', { err: 'Error: x\n::error title=Pwned::y\n', code: 1 });
  const run = await build(`${SUBMIT} 2>/dev/null`);
  expect(run.annotations.map(({ title }) => title)).toEqual(['Notarizing failed']);
});

it.each(['xcrun notarytool history --key /k.p8', 'xcrun stapler validate App.app', 'xcrun --find notarytool'])('leaves everything else to xcrun itself: %s', async (command) => {
  answerWith(scene, command.split(' ')[2] === 'validate' ? 'validate App.app' : command.split(' ')[2], { out: 'out', err: 'err', code: 65 });
  expect(await build(command)).toMatchObject({ code: 65, stdout: 'out', stderr: 'err', annotations: [] });
  expect(scene.calls('xcrun')).toEqual([command]);
});

it('is out of the way where the secrets of an optional signing are absent', async () => {
  const run = await build('command -v xcrun', { OPTIONAL_SECRETS: 'APPLE_API_KEY', APPLE_API_KEY: '' });
  expect(run.stdout).toBe(`${scene.file('bin/xcrun')}\n`);
});
