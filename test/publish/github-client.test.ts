import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GitHub, Uncertain } from '../../src/publish/github/client';
import { refused } from '../../src/publish/github/refusals';
import { json, message, primaryRateLimit, type Reply, secondaryRateLimit, ssoRequired } from '../support/github-answers';

/** Answers one after another, and remembers who asked. */
let server: Server;
let answers: Array<Reply | 'cut'>;
let asked: Array<{ method: string; url: string; authorization: string | undefined }>;
let sleeps: number[];

beforeEach(async () => {
  [answers, asked, sleeps] = [[], [], []];
  server = createServer((request, response) => {
    asked.push({ method: request.method!, url: request.url!, authorization: request.headers.authorization });
    void answer(request).then((reply) => reply === 'cut' ? request.socket.destroy() : response.writeHead(reply.status, reply.headers).end(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(() => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

async function answer(request: IncomingMessage): Promise<Reply | 'cut'> {
  request.resume();
  return answers.shift() ?? json(200, { done: true });
}

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const NOW = Date.UTC(2026, 10, 25, 12);

/** Time goes by as fast as it is slept. */
function client(apiUrl = origin()): GitHub {
  const now = () => NOW + sleeps.reduce((sum, each) => sum + each, 0);
  return new GitHub({ apiUrl, token: 'ghs_secret', clock: { now, sleep: async (milliseconds) => { sleeps.push(milliseconds); } }, patience: 65 });
}

const failureOf = async (work: Promise<unknown>) => work.then(() => 'none', (error: Error) => error.message);

describe('it waits as long as GitHub asks', () => {
  test.each([
    { what: 'retry-after', replies: [secondaryRateLimit(7), message(429, 'Too many', { 'retry-after': '3' })], expected: [7000, 3000] },
    { what: 'none said: a minute, then twice as long', replies: [secondaryRateLimit(), secondaryRateLimit(), secondaryRateLimit()], expected: [60_000, 120_000, 240_000] },
    { what: 'until the limit is reset', replies: [primaryRateLimit(NOW / 1000 + 90)], expected: [91_000] },
    { what: 'a reset that has passed', replies: [primaryRateLimit(NOW / 1000 - 90)], expected: [1000] },
    { what: 'no time at all, again and again', replies: [secondaryRateLimit(0), secondaryRateLimit(0), primaryRateLimit(NOW / 1000 - 90), secondaryRateLimit(0)], expected: [1000, 2000, 4000, 8000] },
    { what: 'a text that is no number', replies: [message(429, 'Too many', { 'retry-after': 'soon' })], expected: [60_000] },
  ])('$what', async ({ replies, expected }) => {
    answers.push(...replies);

    expect((await client().ask('POST', '/repos/acme/app/releases', {})).status).toBe(200);

    expect(sleeps).toEqual(expected);
  });

  test('but not for longer than an hour altogether', async () => {
    answers.push(message(429, 'Too many', { 'retry-after': '3000' }), message(429, 'Too many', { 'retry-after': '3000' }));

    expect(await failureOf(client().ask('GET', '/x'))).toBe('GitHub asks to publish more slowly: GitHub asks to wait until 2026-11-25 13:40 UTC, and this job waits 65 minutes at most altogether. Choose "Re-run failed jobs" after that time.');
    expect(sleeps).toEqual([3_000_000]);
  });
});

describe('trouble', () => {
  test('is met again with what changes nothing when it is done twice, with longer pauses', async () => {
    answers.push(message(502, ''), 'cut', message(500, ''), message(503, ''));

    expect((await client().ask('DELETE', '/x')).status).toBe(200);

    expect(sleeps).toEqual([1000, 2000, 4000, 8000]);
  });

  test('ends after five times', async () => {
    answers.push(...Array.from({ length: 5 }, () => message(502, '')));

    expect(await failureOf(client().ask('GET', '/x'))).toMatch(/^GitHub has trouble while publishing: 127\.0\.0\.1:\d+ answered 502; see https:\/\/www\.githubstatus\.com\./);
    expect(asked).toHaveLength(5);
  });

  test.each(['POST', 'PATCH'] as const)('of a %s is told to whoever made it', async (method) => {
    answers.push(message(502, ''), 'cut');

    await expect(client().ask(method, '/x', {})).rejects.toThrow(Uncertain);
    await expect(client().ask(method, '/x', {})).rejects.toThrow(Uncertain);
    expect(asked).toHaveLength(2);
  });

  test('of a POST that never went out is met again', async () => {
    const nobody = origin();
    server.close();
    server.closeAllConnections();

    expect(await failureOf(client(nobody).ask('POST', '/x', {}))).toMatch(/^GitHub could not be reached to publish: No answer came from 127\.0\.0\.1:\d+ \(.*ECONNREFUSED/);
    expect(sleeps).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe('the token goes to GitHub alone', () => {
  test('a redirect is not followed', async () => {
    answers.push({ status: 307, headers: { location: `${origin()}/stolen` } });

    expect((await client().ask('POST', '/x', {})).status).toBe(307);
    expect(asked.map(({ url }) => url)).toEqual(['/x']);
  });

  test('pages are those of the API', async () => {
    answers.push(json(200, [1], { link: `<${origin()}/x?page=2>; rel="next", <${origin()}/x?page=9>; rel="last"` }), json(200, [2], { link: '<https://evil.example/x>; rel="next"' }));

    expect(await failureOf(client().all('/x', (reply) => refused(reply, 'list')))).toContain('the next page is at https://evil.example, which is not its API');
    expect(asked.map(({ url }) => url)).toEqual(['/x?per_page=100', '/x?page=2']);
  });

  test.each(['https://evil.example/x{?name,label}', 'http://uploads.127.0.0.1.evil.example/x{?name}', 'no address at all://{?name}'])('%s is no place for uploads', async (template) => {
    expect(await failureOf(client().upload(template, { name: 'a', path: __filename, size: 1 }))).toMatch(/^An answer of GitHub is not understood: /);
    expect(asked).toEqual([]);
  });

  test.each(['https://uploads.github.com/x{?name}', 'https://api.github.com/x'])('%s is one', async (template) => {
    jest.spyOn(GitHub.prototype as any, 'request').mockImplementation(async (...args: unknown[]) => String(args[1]));

    expect(await client('https://api.github.com').upload(template, { name: 'a+b.txt', path: __filename, size: 1 })).toBe(`${template.replace(/\{.*/, '')}?name=a%2Bb.txt`);
  });
});

test('nor for a year', async () => {
  answers.push(message(429, 'Too many', { 'retry-after': '31536000' }));

  expect(await failureOf(client().ask('GET', '/x'))).toContain('GitHub asks to wait until 2027-11-25 12:00 UTC, and this job waits 65 minutes at most');
  expect(sleeps).toEqual([]);
});

test.each([
  { reply: message(401, 'Bad credentials'), expected: 'The publishing token was rejected: GitHub rejected the token (401) when asked to do it: it is expired, revoked or mistyped. That of an App lasts an hour, and each run of the job makes a new one; any other store anew in its secret.' },
  { reply: message(403, 'Resource not accessible by integration', { 'x-accepted-github-permissions': 'contents=write' }), expected: 'The publishing token lacks a right: The token may not do it (403: "Resource not accessible by integration"). It needs: contents=write.' },
  { reply: ssoRequired('acme'), expected: 'The publishing token needs single sign-on: The organization admits only tokens that were authorized for single sign-on; this one may not do it. Authorize it: https://github.com/orgs/acme/sso?authorization_request=AB12.' },
  { reply: { status: 200, body: '<html>Sign in</html>' }, expected: 'An answer of GitHub is not understood: GitHub answered something that this version does not know: 200 when asked to do it.' },
  { reply: message(404, 'Not Found'), expected: 'The publishing token does not see it: GitHub found nothing (404) when asked to do it.' },
  { reply: message(301, 'Moved Permanently'), expected: 'The release repository has moved: GitHub says that the repository is elsewhere (301) when asked to do it.' },
  { reply: message(410, 'Gone\n::error::x'), expected: 'GitHub refused to publish: GitHub refused to do it (410: "Gone\n::error::x"). Mend what it says. Then choose "Re-run failed jobs".' },
])('an answer $reply.status is told apart', async ({ reply, expected }) => {
  answers.push(reply);

  const got = await client().ask('GET', '/x');

  expect(await failureOf((async () => { throw refused(got, 'do it'); })())).toContain(expected);
});

test.each([
  { what: 'HTML', reply: { status: 200, body: '<html>Sign in</html>' } },
  { what: 'another type', reply: json(200, '[]') },
  { what: 'brackets without end', reply: { status: 200, body: '['.repeat(2_000_000) } },
])('a list that is $what is none', async ({ reply }) => {
  answers.push(reply);

  expect(await failureOf(client().all('/x', (refusal) => refused(refusal, 'list')))).toContain('/x is no list of at most 100 pages');
});

test('a page may be longer than the stack', async () => {
  answers.push(json(200, Array.from({ length: 1_000_000 }, () => 0)));

  expect(await client().all('/x', (reply) => refused(reply, 'list'))).toHaveLength(1_000_000);
});

test('a list that has no end, or is none, is not read for ever', async () => {
  answers.push(json(200, { message: 'a list it is not' }));
  expect(await failureOf(client().all('/x', (reply) => refused(reply, 'list')))).toContain('/x is no list of at most 100 pages');

  answers.push(...Array.from({ length: 200 }, () => json(200, [], { link: `<${origin()}/x>; rel="next"` })));
  expect(await failureOf(client().all('/x', (reply) => refused(reply, 'list')))).toContain('/x is no list of at most 100 pages');
});
