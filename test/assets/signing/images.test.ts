import { mkdirSync, writeFileSync } from 'node:fs';
import { answerWith, PASSING, verdict, XCRUN } from './apple';
import { SigningScene } from './scene';

let scene: SigningScene;
beforeEach(() => {
  scene = new SigningScene();
  scene.standIn('xcrun', XCRUN);
  mkdirSync(`${scene.workspace}/out/more`, { recursive: true });
  for (const name of ['My App.dmg', 'App.pkg', 'App.zip', 'more/Other.dmg']) writeFileSync(`${scene.workspace}/out/${name}`, '');
  answerWith(scene, 'validate My App.dmg', { code: 65 });
  answerWith(scene, 'validate App.pkg', { code: 0 });
  answerWith(scene, 'submit', verdict('Accepted'));
  answerWith(scene, 'staple My App.dmg', { out: 'The staple and validate action worked!' });
});
afterEach(() => scene.remove());

const KEY = { SIGNING_NOTARY: 'key KEY_PATH\nkey-id KEY\nissuer ISSUER', KEY_PATH: '/k.p8', KEY: 'ID', ISSUER: 'I' };

const build = (commands: string, env: Record<string, string> = KEY) => scene.run('images', commands, { SIGNING_ARTIFACTS: 'out/*.dmg\nout/*.pkg\nout/*.zip', ...env });

const asked = (word: string) => scene.calls('xcrun').filter((call) => call.includes(` ${word} `));

it('are notarized and stapled behind the build, except those that are already', async () => {
  const run = await build(`echo built; [[ $(<'${scene.file('calls')}') != *xcrun* ]]`);
  expect(run).toMatchObject({ code: 0, stderr: '', annotations: [], leftovers: [], stdout: 'built\nNotarizing out/My App.dmg\n' });
  expect(asked('submit')).toEqual(['xcrun notarytool submit out/My App.dmg --key /k.p8 --key-id ID --issuer I --wait --output-format json']);
  expect(asked('staple')).toEqual(['xcrun stapler staple out/My App.dmg']);
});

it('are asked for with an account in its own words', async () => {
  await build('true', { SIGNING_NOTARY: 'apple-id APPLE_ID\npassword APPLE_PASSWORD\nteam-id TEAM', APPLE_ID: 'me@example.org', APPLE_PASSWORD: 'abcd-efgh', TEAM: 'ABCDE12345' });
  expect(asked('submit')).toEqual(['xcrun notarytool submit out/My App.dmg --apple-id me@example.org --password abcd-efgh --team-id ABCDE12345 --wait --output-format json']);
});

it('are stapled as soon as Apple has the ticket', async () => {
  answerWith(scene, 'staple My App.dmg', { out: 'CloudKit query for My App.dmg (2/d812) failed due to "Record not found".\nThe staple and validate action failed! Error 65.', code: 65 }, { code: 65 }, {});
  expect(await build('true')).toMatchObject({ code: 0, annotations: [] });
  expect(asked('staple')).toHaveLength(3);
});

it('are asked for again where the network fails', async () => {
  answerWith(scene, 'submit', { err: PASSING[0], code: 1 }, verdict('Accepted'));
  expect(await build('true')).toMatchObject({ code: 0, annotations: [{ level: 'notice' }] });
  expect(asked('staple')).toHaveLength(1);
});

it('fail the build where they cannot be stapled', async () => {
  answerWith(scene, 'staple My App.dmg', { out: 'The staple and validate action failed! Error 65.', code: 65 });
  expect(await build('true')).toMatchObject({
    code: 1, leftovers: [], annotations: [{ title: 'A file could not be stapled', text: expect.stringContaining('Apple notarized out/My App.dmg, but its ticket could not be stapled to it: The staple and validate action failed! Error 65.') }],
  });
});

it.each([
  ['does not notarize them', verdict('Invalid'), 'Apple did not notarize a file'],
  ['refuses', { err: 'Error: HTTP status code: 401. Unauthenticated.', code: 1 }, 'Apple refused to notarize'],
])('fail the build where Apple %s', async (_, answer, title) => {
  answerWith(scene, 'submit', answer);
  const run = await build('true');
  expect(run).toMatchObject({ code: 1, annotations: [{ title }] });
  expect(asked('staple')).toEqual([]);
});

it('are left alone where the build failed, with its own status', async () => {
  expect(await build('exit 9')).toMatchObject({ code: 9 });
  expect(scene.calls('xcrun')).toEqual([]);
});

it('are left alone where the secrets of an optional signing are absent', async () => {
  expect(await build('true', { ...KEY, KEY: '', OPTIONAL_SECRETS: 'KEY' })).toMatchObject({ code: 0, stderr: '' });
  expect(scene.calls('xcrun')).toEqual([]);
});

it('lie in the workspace, wherever the build runs', async () => {
  const run = await scene.run('images', 'true', { ...KEY, SIGNING_ARTIFACTS: 'out/**' });
  expect(run.code).toBe(1); // nobody told about the one in out/more
  expect(asked('validate')).toContain('xcrun stapler validate -q out/more/Other.dmg');
});
