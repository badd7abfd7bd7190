import { platform, repository, secret } from '../render/models';
import { addList, addRepository, addSettings } from '../support/fake-github-doctor';
import { notAccessible, notFound } from '../support/github-answers';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const SECRETS = `/repos/${OWN}/actions/secrets`;
const ORGANIZATION = `/repos/${OWN}/actions/organization-secrets`;

beforeEach(() => {
  addRepository(github(), OWN);
  addSettings(github(), OWN);
});

const token = secret({ title: 'READ_TOKEN', names: ['READ_TOKEN'], required: true, purpose: 'reading acme/server' });
const apple = secret({ title: 'Apple', names: ['CSC_LINK', 'CSC_KEY_PASSWORD'], required: false, without: 'The dmg is unsigned.' });

function stored(name: string, day: string) {
  return { name, created_at: '2020-01-01T00:00:00Z', updated_at: `${day}T12:00:00Z` };
}

async function look(overrides: Parameters<typeof findingsOf>[2]) {
  return findingsOf('secrets', github(), overrides);
}

test('a secret of the repository is ok, with its age', async () => {
  addList(github(), SECRETS, 'secrets', [stored('READ_TOKEN', '2026-11-12')]);

  expect(await look({ secrets: [token] })).toMatchObject([{ subject: 'READ_TOKEN', status: 'ok', detail: 'set, 10 days ago', fix: '' }]);
});

test('a token that was set more than a year ago may have expired', async () => {
  addList(github(), SECRETS, 'secrets', [stored('READ_TOKEN', '2025-11-20')]);
  const repositories = [repository({ name: 'acme/server', path: 'server', credential: { kind: 'token', secret: 'READ_TOKEN' } })];

  expect(await look({ secrets: [token], repositories })).toMatchObject([{ status: 'ok', detail: 'set, 367 days ago: a token may have expired since' }]);
  expect(await look({ secrets: [token] })).toMatchObject([{ detail: 'set, 367 days ago' }]);
});

test('a secret that the organization shares is ok, on whatever page it stands', async () => {
  const many = Array.from({ length: 100 }, (_, index) => stored(`A${index}`, '2026-11-01'));
  addList(github(), ORGANIZATION, 'secrets', many);
  github().on({ path: `${ORGANIZATION}?per_page=100&page=2` }, { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ secrets: [stored('read_token', '2026-11-01')] }) });

  expect(await look({ secrets: [token] })).toMatchObject([{ status: 'ok' }]);
});

test('GitHub keeps names in upper case, however they are declared', async () => {
  addList(github(), SECRETS, 'secrets', [stored('READ_TOKEN', '2026-11-12')]);

  expect(await look({ secrets: [{ ...token, names: ['Read_Token'] }] })).toMatchObject([{ status: 'ok' }]);
});

test('a required secret that is nowhere is missing, with the command that sets it', async () => {
  expect(await look({ secrets: [token] })).toMatchObject([{
    status: 'missing',
    detail: 'not set. What for: reading acme/server',
    fix: 'Set it: gh secret set READ_TOKEN --repo acme/app.',
    guard: ['a-secret-is-not-set', 'a-group-of-secrets-is-incomplete'],
  }]);
});

test('an optional group is ok whole or not at all, and missing in part', async () => {
  expect(await look({ secrets: [apple] })).toMatchObject([{ status: 'ok', detail: 'not set, and optional. The dmg is unsigned.' }]);

  addList(github(), SECRETS, 'secrets', [stored('CSC_LINK', '2026-11-01')]);
  expect(await look({ secrets: [apple] })).toMatchObject([{
    status: 'missing',
    detail: '1 is set, but not CSC_KEY_PASSWORD; it is all or none',
    fix: 'Set it: gh secret set CSC_KEY_PASSWORD --repo acme/app. Or delete the others.',
  }]);

  addList(github(), SECRETS, 'secrets', [stored('CSC_LINK', '2026-11-01'), stored('CSC_KEY_PASSWORD', '2026-11-20')]);
  expect(await look({ secrets: [apple] })).toMatchObject([{ status: 'ok', detail: 'all 2 are set, the oldest 21 days ago' }]);
});

test.each([
  ['403', notAccessible('secrets=read'), 'GitHub does not show it to you (403: Resource not accessible by personal access token)'],
  ['404', notFound(), 'GitHub does not show it to you (404)'],
])('what GitHub does not show is unknown, never missing: %s', async (_, answer, detail) => {
  github().on({ path: `${SECRETS}?per_page=100` }, answer);

  expect(await look({ secrets: [token] })).toMatchObject([{ status: 'unknown', detail, fix: expect.stringContaining('Secrets: read') }]);
});

test('it is unknown as well where only the organization keeps its list to itself', async () => {
  github().on({ path: `${ORGANIZATION}?per_page=100` }, notFound());

  expect(await look({ secrets: [token] })).toMatchObject([{ status: 'unknown' }]);
});

test('a repository of a user has no organization to ask', async () => {
  addRepository(github(), OWN, { owner: 'User' });
  github().on({ path: `${ORGANIZATION}?per_page=100` }, notFound());

  expect(await look({ secrets: [token] })).toMatchObject([{ status: 'missing' }]);
});

test('a secret of an environment is looked up there, and above it', async () => {
  const platforms = [platform({ secrets: ['Apple'], environment: 'release/mac' })];
  const path = `/repos/${OWN}/environments/release%2Fmac/secrets`;
  const signing = { ...apple, required: true, environments: ['release/mac'] };
  addList(github(), path, 'secrets', [stored('CSC_LINK', '2026-11-01')]);

  expect(await look({ secrets: [signing], platforms })).toMatchObject([{
    subject: 'Apple in the environment release/mac',
    status: 'missing',
    fix: 'Set it: gh secret set CSC_KEY_PASSWORD --repo acme/app --env release/mac.',
  }]);

  addList(github(), SECRETS, 'secrets', [stored('CSC_KEY_PASSWORD', '2026-11-01')]);
  expect(await look({ secrets: [signing], platforms })).toMatchObject([{ status: 'ok' }]);
});

test('a required group that is nowhere names what it is made of', async () => {
  expect(await look({ secrets: [{ ...apple, required: true, purpose: 'signing' }] })).toMatchObject([{
    status: 'missing',
    detail: 'none of CSC_LINK and CSC_KEY_PASSWORD is set. What for: signing',
    fix: 'Set each of them: gh secret set NAME --repo acme/app.',
  }]);
});
