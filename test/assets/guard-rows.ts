import { generateKeyPairSync } from 'node:crypto';
import { type AppState, APP_KEY, CLIENT_ID, fakeApp } from '../support/fake-app';
import { type FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { type PrivateHosts } from '../support/private-hosts';
import { type SshFixture } from '../support/ssh-fixture';

export const SHA = '0123456789abcdef0123456789abcdef01234567';
export const OTHER_SHA = 'fedcba9876543210fedcba9876543210fedcba98';
export const TOKEN = 'ghp_5rXq0TestTokenOfNobody';

/** All that the guard calls, where there is no deploy key, no version in a file and no token of a GitHub App to explain. */
export const PROGRAMS = ['awk', 'cat', 'curl', 'cut', 'date', 'grep', 'head', 'mkdir', 'rm', 'sed', 'sleep', 'tr', 'wc'];

/** One answer of GitHub, or one state of a secret, and what breaks when the script no longer knows it. */
export interface GuardRow {
  readonly id: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly answers?: (github: FakeGitHub) => void;
  /** For a deploy key: what the environment looks like. */
  readonly ssh?: (ssh: SshFixture) => Record<string, string>;
  /** The only programs that the runner has. */
  readonly programs?: readonly string[];
  /** For https: the same. */
  readonly tls?: (hosts: PrivateHosts) => Record<string, string>;
  /** A case of the script, and what stands there instead once it is dropped. */
  readonly drop: readonly [string, string];
}

const COMMIT = '/repos/acme/server/commits/HEAD';
const GIT = '/acme/server.git/info/refs?service=git-upload-pack';

function onCommit(...replies: answers.Reply[]): Pick<GuardRow, 'answers'> {
  return { answers: (github) => github.on({ path: COMMIT }, ...replies) };
}

function onGit(reply: answers.Reply): Pick<GuardRow, 'answers'> {
  return { answers: (github) => github.on({ path: GIT }, reply) };
}

/** As GitHub writes it, this many hours from now. */
export function expiry(hours: number, zone: 'UTC' | '-0700' = 'UTC'): Record<string, string> {
  const shift = zone === 'UTC' ? 0 : -7;
  const iso = new Date(Date.now() + (hours + shift) * 3600_000).toISOString();
  return { 'github-authentication-token-expiration': `${iso.slice(0, 10)} ${iso.slice(11, 19)} ${zone}` };
}

/** The environment for one private repository, read with the secret READ_TOKEN. */
export function oneRepository(): Record<string, string> {
  return {
    REPOSITORIES: 'server acme/server HEAD token:READ_TOKEN server',
    SECRETS: 'required read-token READ_TOKEN reads acme/server',
    SET_READ_TOKEN: 'true',
    TOKEN_READ_TOKEN: TOKEN,
  };
}

const workflowToken = { REPOSITORIES: 'server acme/server HEAD - server', SECRETS: '', WORKFLOW_TOKEN: 'ghs_1_workflow' };
const app = { REPOSITORIES: 'server acme/server HEAD app:READER server', SECRETS: '', TOKEN_READER: 'ghs_1_minted' };
/** For which the step before has made no token. */
export const appWithoutToken = { ...app, TOKEN_READER: '', APP_READER: 'READER_KEY variable READER_ID contents=read', CLIENT_ID_READER: CLIENT_ID, PRIVATE_KEY_READER: APP_KEY };

function onApp(state: AppState, env: Readonly<Record<string, string>> = {}): Pick<GuardRow, 'env' | 'answers'> {
  return { env: { ...appWithoutToken, ...env }, answers: (github) => fakeApp(github, state) };
}

/** For a key that nothing is asked with. */
function appKey(key: string): Pick<GuardRow, 'env'> {
  return { env: { ...appWithoutToken, PRIVATE_KEY_READER: key } };
}

const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a passphrase' } });
const writing = { permissions: { contents: 'write', discussions: 'write' }, installedOn: ['acme/releases', 'acme/app'] };
/** An App that writes to another repository and to its own. */
const appToWrite = {
  REPOSITORIES: 'app self - - .',
  TARGETS: 'release acme/releases release app:RELEASER\nhere self release app:RELEASER',
  APP_RELEASER: 'RELEASER_KEY secret RELEASER_ID contents=write,discussions=write',
  CLIENT_ID_RELEASER: CLIENT_ID,
  PRIVATE_KEY_RELEASER: APP_KEY,
};

/** Publishing to acme/releases by a token in the secret RELEASE_TOKEN, and starting a workflow in acme/site. */
export function toPublish(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    REPOSITORIES: 'app self - - .',
    SECRETS: 'required release-token RELEASE_TOKEN publishing to acme/releases',
    SET_RELEASE_TOKEN: 'true',
    TOKEN_RELEASE_TOKEN: TOKEN,
    TARGETS: 'release acme/releases release token:RELEASE_TOKEN',
    ...more,
  };
}

const PINNED = { REPOSITORIES: 'app self - - .\nserver acme/server file:versions/server - server', SECRETS: '' };

/** GitHub by its name, behind the proxy that the fake one can play. */
const behindProxy = { GITHUB_API_URL: 'https://api.github.test', https_proxy: 'http://me:secret@127.0.0.1:1' };

function onProxy(status: number): Pick<GuardRow, 'env' | 'answers'> {
  return { env: { ...behindProxy, https_proxy: REGISTRY }, answers: (github) => github.on({ method: 'CONNECT' }, { status }) };
}

/** The file with the ref, in the commit that is built. */
function onRefFile(reply: answers.Reply): Pick<GuardRow, 'env' | 'answers'> {
  return { env: PINNED, answers: (github) => github.on({ path: `/repos/acme/app/contents/versions/server?ref=${'a'.repeat(40)}` }, reply) };
}

/** Stands for the address of the fake GitHub, which plays a registry, too. */
export const REGISTRY = 'https://npm.acme.dev';

/** A private registry of npm or Cargo, read by the token in READ_TOKEN. */
export function oneRegistry(kind: 'npm' | 'cargo' = 'npm'): Record<string, string> {
  return { ...oneRepository(), REPOSITORIES: `registry npm.acme.dev ${REGISTRY}${PACKAGE} ${kind}:READ_TOKEN` };
}

const PACKAGE = '/@acme%2fui';

function onRegistry(reply: answers.Reply): Pick<GuardRow, 'env' | 'answers'> {
  return { env: oneRegistry(), answers: (github) => github.on({ path: PACKAGE }, reply) };
}

const VERSIONED = { REPOSITORIES: 'app self - - .', SECRETS: '', VERSION_FILES: 'package.json' };

/** The file with the version, in the commit that is built. */
function onVersionFile(reply: answers.Reply, env: Readonly<Record<string, string>> = {}): Pick<GuardRow, 'env' | 'answers'> {
  return { env: { ...VERSIONED, ...env }, answers: (github) => github.on({ path: `/repos/acme/app/contents/package.json?ref=${'a'.repeat(40)}` }, reply) };
}

const attesting = { REPOSITORIES: 'app self - - .', SECRETS: '' };

const RELEASES = '/repos/acme/releases';
const SITE = '/repos/acme/site';
const toStart = toPublish({ TARGETS: 'site acme/site workflow token:RELEASE_TOKEN release.yml' });

/** Where nothing is in the way; what comes later counts first. */
export function allowPublishing(github: FakeGitHub): void {
  github.on({ path: `${RELEASES}/commits/HEAD` }, answers.commit(SHA));
  github.on({ path: RELEASES }, answers.repository('acme/releases'));
  github.on({ method: 'POST', path: `${RELEASES}/releases/generate-notes` }, answers.json(200, { name: 'x', body: 'y' }));
  github.on({ path: `${RELEASES}/rulesets?targets=tag&includes_parents=true&per_page=100` }, answers.json(200, [{ id: 7, name: 'tags', target: 'tag', enforcement: 'active', node_id: 'x1' }]));
  github.on({ path: SITE }, answers.repository('acme/site'));
  github.on({ path: `${SITE}/actions/workflows/release.yml` }, answers.json(200, { id: 1, path: '.github/workflows/release.yml', state: 'active' }));
}

function toReleases(path: string, reply: answers.Reply, method = 'GET'): Pick<GuardRow, 'env' | 'answers'> {
  return { env: toPublish(), answers: (github) => { allowPublishing(github); github.on({ method, path: `${RELEASES}${path}` }, reply); } };
}

function toSite(path: string, reply: answers.Reply): Pick<GuardRow, 'env' | 'answers'> {
  return { env: toStart, answers: (github) => { allowPublishing(github); github.on({ path: `${SITE}${path}` }, reply); } };
}

const published = (immutable: boolean) => answers.json(200, { id: 1, tag_name: 'v1.2.3', draft: false, immutable, body: 'x "immutable": true', assets: [] });

/** As ssh writes it. */
const CHANGED_HOST = [
  '@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@',
  '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @',
  '@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@',
  'IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!',
  'Someone could be eavesdropping on you right now (man-in-the-middle attack)!',
  'It is also possible that a host key has just been changed.',
  'The fingerprint for the ED25519 key sent by the remote host is',
  'SHA256:kHE9FDuXvvaDAYhKQWCzhnsaCmSnmBHuXoEHjYkwXQY.',
  'Please contact your system administrator.',
  'Host key verification failed.',
].join('\n');

export const guardRows: readonly GuardRow[] = [
  { id: 'G01 not set', env: { SET_READ_TOKEN: 'false', TOKEN_READ_TOKEN: '' }, drop: ['required) check_required', 'required) true'] },
  { id: 'G02 line break', env: { TOKEN_READ_TOKEN: `${TOKEN}\n` }, drop: ['*[![:graph:]]*)', '-)'] },
  { id: 'G03 private key', env: { TOKEN_READ_TOKEN: '-----BEGIN RSA PRIVATE KEY-----\nabc\n' }, drop: ['-----BEGIN*)', '-)'] },
  { id: 'G04 unreachable', env: { GITHUB_API_URL: 'http://127.0.0.1:1/api/v3' }, drop: ['    7/*) if', '    -) if'] },
  { id: 'G30 unknown name', env: { GITHUB_API_URL: 'http://no-such-host.invalid/api/v3' }, drop: ['    6/*) echo', '    -) echo'] },
  { id: 'G31 silence', env: { TIME_LIMIT: '5' }, ...onCommit(answers.hang), drop: ['28/*) echo', '-) echo'] },
  { id: 'G32 cut off', ...onCommit(answers.cut), drop: ['| 5[256]/* | 92/*) echo', ') echo'] },
  { id: 'G33 unknown certificate', tls: (hosts) => ({ GITHUB_API_URL: behindProxy.GITHUB_API_URL, https_proxy: hosts.env.https_proxy }), drop: ['51/* | 60/*)', '51/*)'] },
  { id: 'G34 proxy wants a login', ...onProxy(407), drop: ["*/*'e 407'*) report_proxy_login", '-) report_proxy_login'] },
  { id: 'G34 proxy wants a login, without TLS', ...onCommit({ ...answers.page(407) }), drop: ['407) report_proxy_login', '-) report_proxy_login'] },
  { id: 'G35 proxy refuses', ...onProxy(403), drop: ['*/*CONNECT*)', '-)'] },
  { id: 'G36 unknown proxy', env: { ...behindProxy, https_proxy: 'http://me:secret@proxy.invalid' }, drop: ['    5/*) echo', '    -) echo'] },
  { id: 'G38 proxy that is no address', env: { ...behindProxy, https_proxy: 'http://me:a secret@127.0.0.1:1' }, drop: ["*'Unsupported proxy'*)", '-)'] },
  { id: 'G39 dead proxy', env: behindProxy, drop: ['else echo " $proxy is not', 'else : " $proxy is not'] },
  { id: 'G40 proxy without a way', ...onProxy(503), drop: ['*/*CONNECT*\\ 50[0-9]* |', ''] },
  { id: 'G41 no certificates', tls: (hosts) => ({ GITHUB_API_URL: behindProxy.GITHUB_API_URL, https_proxy: hosts.env.https_proxy, CURL_CA_BUNDLE: '/no/such/file' }), drop: ['77/*) cure=', '-) cure='] },
  { id: 'G42 no directory', env: { RUNNER_TEMP: '/no/such/directory' }, drop: ["say error 'The guard broke off'", "true 'The guard broke off'"] },
  { id: 'G37 too much', ...onCommit({ status: 200, body: 'x'.repeat(5_000_000) }), drop: ['23/* | 63/* |', '-/*|'] },
  { id: 'G37 too much, as announced', ...onCommit({ status: 200, headers: { 'content-length': '5000000' }, body: 'x'.repeat(5_000_000) }), drop: ['23/* | 63/* |', '-/*|'] },
  { id: 'G05 rejected', ...onCommit(answers.badCredentials()), drop: ['401)', '-)'] },
  { id: 'G05 rejected, workflow token', env: workflowToken, ...onCommit(answers.badCredentials()), drop: ['401)', '-)'] },
  { id: 'G06 primary rate limit', ...onCommit(answers.primaryRateLimit(4102444800)), drop: ["*'rate limit'*", "*'no such words'*"] },
  { id: 'G06 secondary rate limit', ...onCommit(answers.secondaryRateLimit()), drop: ["*'rate limit'*", "*'no such words'*"] },
  { id: 'G06 too many requests', ...onCommit({ status: 429 }), drop: ['429) true', '-) true'] },
  { id: 'G06 abuse limit', ...onCommit(answers.abuseLimit(3600)), drop: ['[ -n "$(header retry-after)" ]', 'false'] },
  { id: 'G07 single sign-on', ...onCommit(answers.ssoRequired('acme')), drop: ["required* | *'SAML enforcement'*)", '-)'] },
  { id: 'G07 single sign-on, seen by git only', ...onGit(answers.gitSsoRequired('acme')), drop: ["'SAML SSO'", "'no such words'"] },
  { id: 'G08 IP allow list', ...onCommit(answers.ipAllowList('acme')), drop: ["*'IP allow list'*)", '-)'] },
  { id: 'G09 classic token', ...onCommit(answers.classicForbidden('acme')), drop: ["*'personal access token (classic)'*)", '-)'] },
  {
    id: 'G10 lifetime',
    answers: (github) => github.on({ path: COMMIT }, answers.lifetimeForbidden('acme', `${github.serverUrl}/settings/personal-access-tokens/42`)),
    drop: ['*lifetime*)', '-)'],
  },
  { id: 'G11 permission', ...onCommit(answers.notAccessible('contents=read')), drop: ["*'Resource not accessible'*)", '-)'] },
  { id: 'G12 other refusal', ...onCommit(answers.message(403, 'Request forbidden by administrative rules.')), drop: ["problem 'GitHub refused a token'", "true 'GitHub refused a token'"] },
  { id: 'G22 locked out', ...onCommit(answers.lockedOut()), drop: ["*'login attempts'*) report_shut_out", '-) report_shut_out'] },
  { id: 'G23 blocked by law', ...onCommit(answers.blocked(451, 'dmca')), drop: ['451)', '-)'] },
  { id: 'G23 blocked', ...onCommit(answers.blocked(403, 'tos')), drop: ["*'access blocked'*)", '-)'] },
  { id: 'G24 suspended', ...onCommit(answers.suspended()), drop: ['*suspended*)', '-)'] },
  { id: 'G25 OAuth App', env: { TOKEN_READ_TOKEN: 'gho_opaque' }, ...onCommit(answers.oauthRestricted('acme')), drop: ["*'OAuth App access'*)", '-)'] },
  { id: 'G26 page of a network', ...onCommit(answers.page(200)), drop: ['! is_foreign || { report_stranger; return 1; }', ''] },
  { id: 'G26 page of a network, elsewhere', ...onCommit(answers.page(302, { location: 'https://hotel.example/login' })), drop: ['! is_foreign || { report_stranger; return 1; }', ''] },
  { id: 'G27 firewall', ...onCommit(answers.page(403)), drop: ['! is_foreign || { report_stranger; return 1; }', ''] },
  { id: 'G26 page of a network, where git asks', ...onGit(answers.page(200)), drop: ['! is_foreign || { report_stranger; return 1; }', ''] },
  { id: 'G13 classic token', ...onGit(answers.gitNoWriteAccess()), drop: ['ghp_*)', '-)'] },
  { id: 'G13 fine-grained token', env: { TOKEN_READ_TOKEN: 'github_pat_11TEST' }, drop: ['github_pat_*)', '-)'] },
  { id: 'G13 app', env: app, drop: ['ghs_*)', '-)'] },
  { id: 'G13 any token', env: { TOKEN_READ_TOKEN: 'gho_opaque' }, drop: ['404) explain_not_found', '404) report_private'] },
  { id: 'G13 no credential', env: workflowToken, drop: ['[ "$credential" != - ]', 'true'] },
  { id: 'G14 empty', ...onCommit(answers.emptyRepository()), drop: ['409)', '-)'] },
  { id: 'G15 unknown ref', ...onCommit(answers.noCommit('HEAD')), drop: ['422)', '-)'] },
  { id: 'G15 unknown ref, told by git', env: { REPOSITORIES: 'server acme/server v9 token:READ_TOKEN server' }, ...onGit(answers.gitRefs()), drop: ['200) report_unknown_ref', '-) report_unknown_ref'] },
  {
    id: 'G16 renamed',
    answers: (github) => {
      github.on({ path: COMMIT }, answers.movedTo(`${github.apiUrl}/repositories/7/commits/HEAD`));
      github.on({ path: '/repositories/7/commits/HEAD' }, answers.commit(SHA));
      github.on({ path: '/repositories/7' }, answers.json(200, { id: 7, name: 'backend', full_name: 'acme/backend' }));
    },
    drop: ['[ "$moved" -eq 0 ]', 'true'],
  },
  { id: 'G17 trouble', ...onCommit({ status: 502, body: '<html>Unicorn</html>' }), drop: ['5??) is_github', '-) is_github'] },
  { id: 'G17 trouble of a proxy', ...onCommit(answers.page(503)), drop: ['5??) is_github ||', '5??) true ||'] },
  { id: 'G18 expires soon', answers: (github) => github.on({ path: COMMIT }, answers.commit(SHA, expiry(9 * 24 + 1))), drop: ['-le 1209600', '-le 0'] },
  { id: 'G18 expires within hours', answers: (github) => github.on({ path: COMMIT }, answers.commit(SHA, expiry(5, '-0700'))), drop: ['-lt 21600', '-lt 0'] },
  {
    id: 'G19 incomplete group',
    env: { SECRETS: 'optional apple CSC_LINK,CSC_KEY_PASSWORD,APPLE_ID Apple signing', SET_CSC_LINK: 'true', SET_APPLE_ID: 'true', SET_CSC_KEY_PASSWORD: 'false' },
    ...onCommit(answers.commit(SHA)),
    drop: ['optional) check_all_or_none', 'optional) true'],
  },
  { id: 'P01 key not set', ...appKey(''), drop: ['is_stored "$key" && is_client_id', 'is_client_id'] },
  { id: 'P02 client id not set', env: { ...appWithoutToken, CLIENT_ID_READER: '' }, drop: ["'') if [", '-) if ['] },
  { id: 'P02 client id not set, a secret', env: { ...appWithoutToken, CLIENT_ID_READER: '', APP_READER: 'READER_KEY secret READER_ID contents=read' }, drop: ['"$kind" = secret', '"$kind" = none'] },
  { id: 'P03 client id is none', env: { ...appWithoutToken, CLIENT_ID_READER: `${CLIENT_ID}\nreader` }, drop: ['*[!A-Za-z0-9._-]*)', '-)'] },
  { id: 'P04 client id of no App', ...onApp({}, { CLIENT_ID_READER: 'Iv23liGone' }), drop: ['404*) report_no_client_id', '-) report_no_client_id'] },
  { id: 'P05 public key', ...appKey(OTHER_KEY.publicKey), drop: ["*'PUBLIC KEY'* | ssh-*) report_no_app", '-) report_no_app'] },
  { id: 'P06 passphrase', ...appKey(OTHER_KEY.privateKey), drop: ['*[\\ ,]ENCRYPTED*)', '-)'] },
  { id: 'P07 key for ssh', ...appKey('-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n'), drop: ["*'BEGIN OPENSSH'*)", '-)'] },
  { id: 'P08 lost line breaks', ...appKey(APP_KEY.replaceAll('\n', ' ')), drop: ["*'PRIVATE KEY-----'*) report", '-) report'] },
  { id: 'P09 no key', ...appKey('0123456789abcdef0123456789abcdef01234567'), drop: ['*) report_no_app_key', '-) report_no_app_key'] },
  { id: 'P10 damaged key', ...onApp({}, { PRIVATE_KEY_READER: APP_KEY.replace(/\n.{40}/, '\n') }), drop: ["report_no_app_key 'cannot be read'; return 1", 'true'] },
  { id: 'P11 another key', ...onApp({ key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString() }), drop: ["401*) problem 'A GitHub App", "-) problem 'A GitHub App"] },
  { id: 'P12 clock ahead', ...onApp({ ahead: -600 }), drop: ["*\"'Issued at'\"*", '-'] },
  { id: 'P12 clock behind', ...onApp({ ahead: 600 }), drop: ["*\"'Expiration time'\"*", '-'] },
  { id: 'P13 not installed', ...onApp({ installedOn: [] }), drop: ["404) problem 'A GitHub App", "-) problem 'A GitHub App"] },
  { id: 'P14 not on this repository', ...onApp({ installedOn: ['acme/other'] }), drop: ['404) absent+=', '000) absent+='] },
  { id: 'P15 suspended', ...onApp({ suspended: true }), drop: ['[ -z "$(json suspended_at)" ]', 'true'] },
  { id: 'P16 lacks a permission', ...onApp({ permissions: { metadata: 'read' } }), drop: ['[ -z "$lacking" ]', 'true'] },
  { id: 'P17 permission not accepted', ...onApp({ accepted: { metadata: 'read' } }), drop: ['[ -z "$asked" ]', 'true'] },
  {
    id: 'P18 renamed',
    env: appWithoutToken,
    answers: (github) => { fakeApp(github); github.on({ path: '/repos/acme/server/installation' }, answers.movedTo(`${github.apiUrl}/repositories/7/installation`)); },
    drop: ['30[1278]) problem', '-) problem'],
  },
  {
    id: 'G08 IP allow list, an App',
    env: appWithoutToken,
    answers: (github) => { fakeApp(github); github.on({ path: '/repos/acme/server/installation' }, answers.ipAllowList('acme')); },
    drop: ["*'IP allow list'*)", '-)'],
  },
  { id: 'P19 trouble has passed', ...onApp({}), drop: ["report_no_app_token 'The App is installed", "true 'The App is installed"] },
  { id: 'P20 no openssl', env: appWithoutToken, programs: PROGRAMS, drop: ['command -v openssl >/dev/null', 'true'] },
  { id: 'P21 may not write', ...onApp({ ...writing, accepted: { contents: 'read', discussions: 'write' } }, appToWrite), drop: ['write=* |', ''] },
  { id: 'R01 rejected', ...onRegistry(answers.badCredentials()), drop: ['npm/* | cargo/*) problem', '-) problem'] },
  { id: 'R02 refused', ...onRegistry(answers.message(403, 'No')), drop: ["403) problem 'A registry", "000) problem 'A registry"] },
  { id: 'R03 not shown', ...onRegistry(answers.notFound()), drop: ["404) problem 'A registry", "000) problem 'A registry"] },
  { id: 'R04 trouble', ...onRegistry(answers.message(503, 'No server is available')), drop: ["blameless 'A registry did", ": 'A registry did"] },
  { id: 'R04 elsewhere', ...onRegistry({ status: 302, headers: { location: 'https://evil.example' } }), drop: ["blameless 'A registry did", ": 'A registry did"] },
  { id: 'R05 unreachable', env: { ...oneRegistry(), REPOSITORIES: 'registry npm.acme.dev http://127.0.0.1:1/ npm:READ_TOKEN' }, drop: ["'A registry did not answer' \"The registry $repo\"", ''] },
  { id: 'R06 unset', env: { ...oneRegistry(), TOKEN_READ_TOKEN: '', SECRETS: '' }, drop: ['take_token || return\n  : >', 'take_token\n  : >'] },
  { id: 'G21 no key', ssh: (ssh) => ssh.env({ KEY_DEPLOY: 'not a key' }), drop: ['*) report_no_key', '-) report_no_key'] },
  { id: 'G21 a part of a key', ssh: (ssh) => ssh.env({ KEY_DEPLOY: ssh.key.split('\n').slice(0, 4).join('\n') }), drop: ["$'\\n'*) report_no_key", '-) report_no_key'] },
  { id: 'K01 passphrase', ssh: (ssh) => ssh.env({ KEY_DEPLOY: ssh.encryptedKey() }), drop: ["*'incorrect passphrase'*)", '-)'] },
  { id: 'K02 public key', ssh: (ssh) => ssh.env({ KEY_DEPLOY: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl tag build' }), drop: ['*:ssh-* |', ''] },
  { id: 'K02 public key, in PEM', ssh: (ssh) => ssh.env({ KEY_DEPLOY: OTHER_KEY.publicKey }), drop: [" | *'PUBLIC KEY'*) problem", ') problem'] },
  { id: 'K03 CRLF', ssh: (ssh) => ssh.env({ KEY_DEPLOY: ssh.key.replaceAll('\n', '\r\n') }), drop: ["$'\\r'*)", '-)'] },
  { id: 'K04 lost line breaks', ssh: (ssh) => ssh.env({ KEY_DEPLOY: ssh.key.replaceAll('\n', ' ') }), drop: ['*:-----BEGIN*) problem', '-) problem'] },
  { id: 'G21 not registered', ssh: (ssh) => ssh.env({ SSH_SAYS: 'git@github.com: Permission denied (publickey).' }), drop: ["*'Permission denied'*)", '-)'] },
  { id: 'G21 of another repository', ssh: (ssh) => ssh.env({ SSH_SAYS: 'ERROR: Repository not found.' }), drop: ["*'Repository not found'*)", '-)'] },
  { id: 'G21 unreachable', ssh: (ssh) => ssh.env({ SSH_SAYS: 'ssh: connect to host github.com port 22: Connection timed out' }), drop: ["'connect to host'", "'no such words'"] },
  { id: 'G21 unknown host', ssh: (ssh) => ssh.env({ SSH_SAYS: 'ssh: Could not resolve hostname github.com: Temporary failure in name resolution' }), drop: ["'Could not resolve'", "'no such words'"] },
  { id: 'K05 another host key', ssh: (ssh) => ssh.env({ SSH_SAYS: CHANGED_HOST }), drop: ["*'Host key verification failed'* | *'IDENTIFICATION HAS CHANGED'*)", '-)'] },
  { id: 'K06 no such commit', ssh: (ssh) => { ssh.commit('main'); return ssh.env({ REPOSITORIES: `server acme/server ${SHA} key:DEPLOY server` }); }, drop: ["'not our ref'", "'no such words'"] },
  { id: 'K07 abbreviated commit', ssh: (ssh) => { ssh.commit('main'); return ssh.env({ REPOSITORIES: 'server acme/server 0123456 key:DEPLOY server' }); }, drop: ["written='write all", "why='write all"] },
  { id: 'G21 anything else', ssh: (ssh) => ssh.env({ SSH_SAYS: 'kex_exchange_identification: read: Connection reset by peer' }), drop: ["*) problem 'A deploy key could not", "*) true 'A deploy key could not"] },
  { id: 'unexpected answer', ...onCommit({ status: 200, body: '<html>Sign in to the network</html>' }), drop: ['[[ $commit =~ $sha ]]', 'true'] },
  { id: 'unexpected status', ...onCommit(answers.message(418, 'I am a teapot')), drop: ['*) report_unexpected', '-) report_unexpected'] },
  { id: 'unexpected conflict', ...onCommit(answers.message(409, 'The repository is being moved.')), drop: ['[[ $message == *empty* ]]', 'true'] },
  { id: 'moved to another host', ...onCommit(answers.movedTo('https://elsewhere.example/api/v3/repositories/7')), drop: ['*) report_unexpected ;;\n  esac\n}\n\nreport_new_name', 'esac\n}\n\nreport_new_name'] },
  { id: 'R01 no file', ...onRefFile(answers.notFound()), drop: ["404) problem 'A file", "-) problem 'A file"] },
  { id: 'R02 no ref', ...onRefFile({ status: 200, body: 'main branch\n' }), drop: ['is_ref "$found" && return', 'return'] },
  { id: 'R03 only comments', ...onRefFile({ status: 200, body: '# soon\n' }), drop: ["'' | @", '@'] },
  { id: 'R04 file may not be read', ...onRefFile(answers.notAccessible('contents=read')), drop: ["*'Resource not accessible'*)", '-)'] },
  {
    id: 'R05 ref of a file does not exist',
    env: PINNED,
    answers: (github) => { onRefFile({ status: 200, body: 'v9\n' }).answers!(github); github.on({ path: '/repos/acme/server/commits/v9' }, answers.noCommit('v9')); },
    drop: ['written="correct', 'why="correct'],
  },
  { id: 'T01 rejected', ...toReleases('/commits/HEAD', answers.badCredentials()), drop: ['401)', '-)'] },
  { id: 'T02 empty', ...toReleases('/commits/HEAD', answers.emptyRepository()), drop: ['409)', '-)'] },
  { id: 'T03 archived', ...toReleases('', answers.repository('acme/releases', { archived: true })), drop: ['$(flag archived)', 'false'] },
  { id: 'T04 owner only reads', ...toReleases('', answers.repository('acme/releases', { push: false })), drop: ['$(flag push)', 'true'] },
  { id: 'T05 token only reads', ...toReleases('/releases/generate-notes', answers.notAccessible('contents=write'), 'POST'), drop: ['*) explain; return 1', '*) return 1'] },
  { id: 'T05 token only reads, a classic one', ...toReleases('/releases/generate-notes', answers.notFound(), 'POST'), drop: ["404) problem 'A token", "404) true 'A token"] },
  { id: 'T06 immutable', ...toReleases('/releases/tags/v1.2.3', published(true)), drop: ['$(flag immutable)', 'false'] },
  { id: 'T07 public', ...toReleases('/releases/tags/v1.2.3', published(false)), drop: ["warning 'A release has", "true 'A release has"] },
  { id: 'T08 ruleset', ...toReleases('/rulesets/7?includes_parents=true', answers.tagRuleset({})), drop: ['! refuses_tag', 'true'] },
  {
    id: 'T09 here, immutable',
    env: toPublish({ TARGETS: 'release self release -', SECRETS: '' }),
    answers: (github) => github.on({ path: '/repos/acme/app/releases/tags/v1.2.3', token: 'ghs_1_workflow' }, published(true)),
    drop: ['[ "$repo" != self ] ||', 'true ||'],
  },
  {
    id: 'V01 no version',
    env: { REPOSITORIES: 'app self - - .', SECRETS: '', GITHUB_REF_NAME: 'release-2026-w12', MARKED_BY: 'version' },
    drop: ["warning 'A tag holds", "true 'A tag holds"],
  },
  { id: 'A01 private, of a user', env: { ...attesting, ATTESTER: 'private/User' }, drop: ['private/User)', '-)'] },
  { id: 'A02 private, of an organization', env: { ...attesting, ATTESTER: 'private/Organization' }, drop: ['private/*)', '-)'] },
  { id: 'T10 no workflow', ...toSite('/actions/workflows/release.yml', answers.notFound()), drop: ["404) problem 'A workflow", "-) problem 'A workflow"] },
  { id: 'T11 switched off', ...toSite('/actions/workflows/release.yml', answers.json(200, { state: 'disabled_inactivity' })), drop: ['[[ $state != disabled* ]]', 'true'] },
  { id: 'T12 may not start it', ...toSite('/actions/workflows/release.yml', answers.notAccessible('actions=read')), drop: ["right='Actions: write'", "right='Actions: read'"] },
  { id: 'T13 not seen', ...toSite('', answers.notFound()), drop: ['*) explain ;;\n  esac\n  return 1', 'esac\n  return 1'] },
  {
    id: 'T15 renamed',
    env: toPublish(),
    answers: (github) => {
      allowPublishing(github);
      github.on({ path: `${RELEASES}/commits/HEAD` }, answers.movedTo(`${github.apiUrl}/repositories/7/commits/HEAD`));
      github.on({ path: '/repositories/7/commits/HEAD' }, answers.commit(SHA));
      github.on({ path: RELEASES }, answers.movedTo(`${github.apiUrl}/repositories/7`));
      github.on({ path: '/repositories/7' }, answers.repository('acme/downloads'));
    },
    drop: ['|| level=problem', ''],
  },
  { id: 'T14 app', ...onApp(writing, appToWrite), drop: ['<<<"$REPOSITORIES"$\'\\n\'"${TARGETS-}"', '<<<"$REPOSITORIES"'] },
  { id: 'V01 no file', ...onVersionFile(answers.notFound()), drop: ["404) problem 'A file with the version", "-) problem 'A file with the version"] },
  { id: 'V02 another version', ...onVersionFile({ status: 200, body: '{"version": "1.2.4"}' }), drop: ['200) if [ "${VERSION_MODE-}" = stamp ]', '200) if true'] },
  { id: 'V03 no room for a version', ...onVersionFile({ status: 200, body: '{}' }, { VERSION_MODE: 'stamp' }), drop: ['= stamp ]; then check_stamp', '= no ]; then check_stamp'] },
  { id: 'out of time', ssh: (ssh) => ssh.env({ SSH_HANGS: '3', TIME_LIMIT: '1' }), drop: ['[ ! -s "$base.done" ]', 'false'] },
];
