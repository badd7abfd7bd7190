import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { leaks, SigningScene } from './scene';

const REQUEST_TOKEN = 'request.token.of-the_job';

/** Answers as GitHub's token service does. */
class TokenService {
  readonly asked: { url: string; authorization?: string }[] = [];
  /** Status of answers that are no token, one a request. */
  failures: (number | undefined)[] = [];
  readonly #server: Server = createServer((request, response) => {
    this.asked.push({ url: request.url!, authorization: request.headers.authorization });
    const failure = this.failures.shift();
    response.writeHead(failure ?? 200, { 'content-type': 'application/json; charset=utf-8' }).end(failure ? '{"message":"no"}' : this.body(this.asked.length));
  });
  /** The answer to a request. */
  body = (count: number) => JSON.stringify({ count: 1234, value: `eyJh.eyJ${count}.c2ln-_` });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/token?api-version=2.0`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

let scene: SigningScene;
let service: TokenService;
let url: string;
beforeEach(async () => {
  scene = new SigningScene();
  service = new TokenService();
  url = await service.start();
});
afterEach(() => {
  service.stop();
  scene.remove();
});

const build = (commands: string, env: Record<string, string> = {}) => scene.run('azureToken', commands, {
  AZURE_CLIENT_ID: 'client', ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN, ...env,
});

it('lies in a file of which the build knows the path', async () => {
  const run = await build('cat "$AZURE_FEDERATED_TOKEN_FILE"; ls -l "$AZURE_FEDERATED_TOKEN_FILE" | cut -c 1-10');
  expect(run).toMatchObject({ code: 0, stderr: '', leftovers: [], stdout: 'eyJh.eyJ1.c2ln-_-rw-------\n' });
  expect(service.asked).toEqual([{ url: '/token?api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange', authorization: `Bearer ${REQUEST_TOKEN}` }]);
});

it('is all that the build has: it asks for none itself', async () => {
  expect(await build('env')).toMatchObject({ code: 0, stdout: expect.not.stringContaining('ACTIONS_ID_TOKEN_REQUEST') });
});

it('is made anew while the build runs, and no longer', async () => {
  scene.standIn('sleep', 'exec /bin/sleep "$@"');
  const run = await build('until grep -q eyJ3 "$AZURE_FEDERATED_TOKEN_FILE"; do sleep 0.1; done', { SIGNING_RENEWAL: '0.1' });
  const slept = scene.calls('sleep').length;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(run).toMatchObject({ code: 0, leftovers: [] });
  expect(scene.calls('sleep').length).toBeLessThanOrEqual(slept + 1);
});

it('stays where GitHub fails later', async () => {
  service.failures = [undefined, 500, 500, 500, 500, 500, 500];
  const run = await build('sleep 0.5; cat "$AZURE_FEDERATED_TOKEN_FILE"', { SIGNING_RENEWAL: '0.1' });
  expect(run).toMatchObject({ code: 0, stdout: 'eyJh.eyJ1.c2ln-_', stderr: '' });
});

it('is asked for again where GitHub fails for a moment', async () => {
  service.failures = [503];
  expect(await build('cat "$AZURE_FEDERATED_TOKEN_FILE"')).toMatchObject({ code: 0, stdout: 'eyJh.eyJ2.c2ln-_' });
});

it.each([
  ['the job may not ask', { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }, [], 'it needs the permission id-token: write'],
  ['GitHub refuses', {}, [403], '403'],
  ['GitHub cannot be reached', { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/token?x=1' }, [], 'curl: (7)'],
])('is missed with a sentence where %s', async (_, env, failures, text) => {
  service.failures = failures;
  const run = await build('echo built', env);
  expect(run).toMatchObject({ code: 1, stderr: '', leftovers: [], annotations: [{ title: 'GitHub gave no identity token', text: expect.stringContaining(text) }] });
});

it('is nothing else that was answered', async () => {
  service.body = () => '{"value":"$(touch pwned)"}';
  expect(await build('echo built')).toMatchObject({ code: 1, annotations: [{ title: 'GitHub gave no identity token', text: expect.stringContaining('gave none: its answer holds no token.') }] });
});

it('is not asked for where the secrets of an optional signing are absent', async () => {
  expect(await build('echo "${AZURE_FEDERATED_TOKEN_FILE-none}"', { AZURE_CLIENT_ID: '', OPTIONAL_SECRETS: 'AZURE_CLIENT_ID' })).toMatchObject({ code: 0, stdout: 'none\n' });
  expect(service.asked).toEqual([]);
});

it('is seen by no other process, nor what asks for it', async () => {
  const run = await build('until grep -q eyJ2 "$AZURE_FEDERATED_TOKEN_FILE"; do sleep 0.1; done', { SIGNING_RENEWAL: '0.1' });
  expect(scene.calls('curl').length).toBeGreaterThan(1);
  expect(leaks(scene, run, REQUEST_TOKEN, 'eyJh')).toEqual([]);
});
