import { apiKey } from './keys';
import { leaks, SigningScene } from './scene';

let scene: SigningScene;
beforeEach(() => {
  scene = new SigningScene();
});
afterEach(() => scene.remove());

const key = apiKey();
const FILES = 'APPLE_API_KEY MY_KEY key AuthKey.p8\nWINDOWS_CERTIFICATE_FILE WINDOWS_CERTIFICATE_FILE base64 certificate.pfx';

it('runs what is built once, even if it empties the directory of the runner', async () => {
  const run = await scene.run('secretFiles', 'rm -rf "$RUNNER_TEMP"/*; echo built; exit 4', { SIGNING_FILES: FILES });
  expect(run).toMatchObject({ code: 4, stdout: 'built\n' });
});

describe('a secret that a tool reads as a file', () => {
  const build = (env: Record<string, string>) =>
    scene.run('secretFiles', 'ls -l "$APPLE_API_KEY" | cut -c 1-10; [[ $APPLE_API_KEY == /* ]]; echo "$APPLE_API_KEY"; cat "$APPLE_API_KEY"', { SIGNING_FILES: FILES, ...env });

  it('is in a file that nobody else reads, and is gone behind the build', async () => {
    const run = await build({ APPLE_API_KEY: key });
    const [mode, path, ...text] = run.stdout.split('\n');
    expect(run).toMatchObject({ code: 0, stderr: '', leftovers: [] });
    expect(mode).toBe('-rw-------');
    expect(path).toMatch(/\/AuthKey\.p8$/);
    expect(text.join('\n').trim()).toBe(key.trim());
  });

  it.each([
    ['as it is, without its last line break', key.trimEnd()],
    ['with the line breaks of Windows', key.replaceAll('\n', '\r\n')],
    ['in base64', Buffer.from(key).toString('base64')],
    ['in base64 with line breaks', Buffer.from(key).toString('base64').replace(/.{64}/g, '$&\n')],
  ])('holds a key that was pasted %s', async (_, pasted) => {
    const run = await build({ APPLE_API_KEY: pasted });
    expect(run).toMatchObject({ code: 0, annotations: [] });
    expect(run.stdout).toContain(`\n${key}`);
  });

  it.each([
    ['the id of the key', 'ABCDE12345'],
    ['a key whose line breaks are lost', key.replaceAll('\n', ' ')],
    ['a key that is cut off', key.slice(0, 80)],
    ['a key of another form', key.replaceAll('PRIVATE KEY', 'EC PRIVATE KEY')],
    ['a path', '/Users/me/AuthKey.p8'],
    ['the base64 of something else', Buffer.from('-----BEGIN CERTIFICATE-----').toString('base64')],
  ])('is no key where it is %s, and nothing is built', async (_, pasted) => {
    const run = await build({ APPLE_API_KEY: pasted });
    expect(run).toMatchObject({ code: 1, leftovers: [], annotations: [{ level: 'error', title: 'An API key is not a private key' }] });
    expect(run.annotations[0].text).toContain('Secret MY_KEY is not the text of a .p8 file');
    expect(run.annotations[0].text).toContain('See https://example.org/doc#an-api-key-is-not-a-private-key');
    expect(run.stdout.split('\n')).toHaveLength(2);
    expect(leaks(scene, run, pasted)).toEqual([]);
  });

  it('is decoded byte by byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
    const run = await scene.run('secretFiles', 'base64 <"$WINDOWS_CERTIFICATE_FILE"', { SIGNING_FILES: FILES, WINDOWS_CERTIFICATE_FILE: `${bytes.toString('base64')}\n` });
    expect(Buffer.from(run.stdout, 'base64')).toEqual(bytes);
  });

  it.each(['not base64!', 'QUJD\u00e4', 'QUJ'])('must be base64: %s', async (text) => {
    const run = await build({ APPLE_API_KEY: key, WINDOWS_CERTIFICATE_FILE: text });
    expect(run).toMatchObject({ code: 1, annotations: [{ title: 'A secret is not base64' }] });
    expect(leaks(scene, run, text, key.split('\n')[1])).toEqual([]);
  });

  it('is said to be wrong together with what else is wrong', async () => {
    const run = await build({ APPLE_API_KEY: 'x', WINDOWS_CERTIFICATE_FILE: '-' });
    expect(run.annotations.map(({ title }) => title)).toEqual(['An API key is not a private key', 'A secret is not base64']);
  });

  it('is none where it is optional and absent', async () => {
    const run = await scene.run('secretFiles', 'echo "${APPLE_API_KEY-unset}"', { SIGNING_FILES: FILES, OPTIONAL_SECRETS: 'APPLE_API_KEY', APPLE_API_KEY: '' });
    expect(run).toMatchObject({ code: 0, stdout: 'unset\n', stderr: '' });
  });

  it('has a path that programs of Windows take', async () => {
    scene.standIn('cygpath', '[ "$1" = -w ] && printf \'C:%s\\n\' "${2//\\//\\\\}"');
    const run = await scene.run('secretFiles', 'echo "$APPLE_API_KEY"', { SIGNING_FILES: FILES, APPLE_API_KEY: key });
    expect(run.stdout).toMatch(/^C:\\.*\\AuthKey\.p8\n$/);
  });
});

describe('the commands of the build', () => {
  const commands = (text: string, env: Record<string, string> = {}) => scene.run('secretFiles', text, { SIGNING_FILES: FILES, APPLE_API_KEY: key, ...env });

  it.each([
    ['exit 3', 3],
    ['false\necho goes on', 1],
    ['false | cat\necho goes on', 1],
    ['exec sh -c "exit 4"', 4],
    ['trap "echo mine" EXIT\nexit 5', 5],
    ['(exit 6)', 6],
    ['kill -TERM $$', 143],
    ['true # and nothing else', 0],
    ['cat <<END\n)\nEND', 0],
  ])('%j ends with their own status, and all is undone', async (text, code) => {
    const run = await commands(text);
    expect(run).toMatchObject({ code, leftovers: [], stderr: expect.not.stringContaining('goes on') });
    expect(run.stdout).not.toContain('goes on');
  });

  it('see nothing of ours', async () => {
    const run = await commands('declare -F; compgen -v SIGNING; compgen -v | grep -x signing || echo "$LC_ALL $(umask) $X"', { LC_ALL: 'C.UTF-8', X: '$(x)' });
    expect(run).toMatchObject({ code: 0, stdout: 'SIGNING_WAITS\nC.UTF-8 0022 $(x)\n' });
  });

  it('have no locale where none was given', async () => {
    expect(await commands('echo "${LC_ALL-none}"')).toMatchObject({ stdout: 'none\n' });
  });

  it('run where the step runs, and read its input', async () => {
    expect((await commands('pwd -P; cat')).stdout).toBe(`${scene.workspace}\n`);
  });
});
