import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { type FakeGitHub, type LoggedRequest } from './fake-github';
import * as answers from './github-answers';

/** As GitHub hands it out. */
export const APP_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
export const CLIENT_ID = 'Iv23liTestAppOfNobody';

export interface AppState {
  /** Of the App that GitHub knows; another one than that of APP_KEY. */
  readonly key?: string;
  readonly clientId?: string;
  /** What it asks for. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Those that it is installed on; none, where it is installed nowhere. */
  readonly installedOn?: readonly string[];
  /** What was accepted there; all that it asks for when omitted. */
  readonly accepted?: Readonly<Record<string, string>>;
  readonly suspended?: boolean;
  /** Seconds by which GitHub's clock is ahead of ours. */
  readonly ahead?: number;
}

const SHORT = /^[A-Za-z0-9_-]+$/;

/** A GitHub App, as GitHub shows it to whoever signs in as it. Only a true JWT is one: its signature, its times and its issuer are looked at. */
export function fakeApp(github: FakeGitHub, state: AppState = {}): void {
  const { permissions = { contents: 'read', metadata: 'read' }, installedOn = ['acme/server'] } = state;
  const owners = new Set(installedOn.map((name) => name.split('/')[0]));
  const answer = (reply: (request: LoggedRequest) => answers.Reply) => (request: LoggedRequest) => refusal(request.token, state) ?? reply(request);
  const installation = (name: string) => answers.json(200, {
    id: 7,
    account: { login: name, id: 1, type: 'Organization' },
    repository_selection: 'selected',
    access_tokens_url: `${github.apiUrl}/app/installations/7/access_tokens`,
    html_url: `${github.serverUrl}/organizations/${name}/settings/installations/7`,
    app_id: 3,
    app_slug: 'reader',
    permissions: state.accepted ?? permissions,
    events: [],
    suspended_by: null,
    suspended_at: state.suspended ? '2026-01-02T03:04:05Z' : null,
  });
  github.on({ path: '/app' }, answer(() => answers.json(200, {
    id: 3, slug: 'reader', client_id: CLIENT_ID, owner: { login: 'acme', id: 1 }, name: 'Reader', description: 'its "permissions": {"contents": "admin"}', permissions, events: [],
  })));
  github.on({ path: /^\/repos\/[^/]+\/[^/]+\/installation$/ }, answer(({ path }) => {
    const [, , owner, name] = path.split('/');
    return installedOn.includes(`${owner}/${name}`) ? installation(owner) : answers.notFound();
  }));
  github.on({ path: /^\/users\/[^/]+\/installation$/ }, answer(({ path }) => {
    const owner = path.split('/')[2];
    return owners.has(owner) ? installation(owner) : answers.notFound();
  }));
}

/** Why GitHub does not let it in. */
function refusal(jwt: string, { key = APP_KEY, clientId = CLIENT_ID, ahead = 0 }: AppState): answers.Reply | undefined {
  const now = Math.floor(Date.now() / 1000) + ahead;
  const no = (text: string) => answers.message(401, text, { date: new Date(now * 1000).toUTCString() });
  const [header = '', claims = '', signature = '', ...more] = jwt.split('.');
  if (more.length || ![header, claims, signature].every((part) => SHORT.test(part))) return no('A JSON web token could not be decoded');
  const { iat, exp, iss } = decoded(claims);
  if (iss !== clientId) return answers.message(404, 'Integration not found');
  const publicKey = createPublicKey(createPrivateKey(key));
  if (decoded(header).alg !== 'RS256' || !verify('RSA-SHA256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))) return no('A JSON web token could not be decoded');
  if (!Number.isInteger(iat) || Number(iat) > now) return no("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  if (!Number.isInteger(exp) || Number(exp) <= now) return no("'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires");
  return Number(exp) > now + 600 ? no("'Expiration time' claim ('exp') is too far in the future") : undefined;
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
