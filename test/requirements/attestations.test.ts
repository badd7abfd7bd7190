import { githubRelease } from '../render/models';
import * as answers from '../support/github-answers';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const OWNER = OWN.split('/')[0];

const look = async (attest = true) => findingsOf('attestations', github(), { publish: [githubRelease({ attest })] });
const is = (fields: object) => github().on({ path: `/repos/${OWN}` }, answers.json(200, { full_name: OWN, owner: { login: OWNER, type: 'Organization' }, ...fields }));
const pays = (plan: object) => github().on({ path: `/orgs/${OWNER}` }, answers.json(200, { login: OWNER, ...plan }));

test('is required only of what attests', async () => {
  expect(await look(false)).toEqual([]);
});

test.each<[string, object, object, object]>([
  ['a public repository', { private: false, visibility: 'public' }, {}, { status: 'ok', detail: 'the repository is public' }],
  ['an internal one', { private: true, visibility: 'internal' }, {}, { status: 'ok', detail: 'the repository is internal' }],
  ["a user's private one", { private: true, visibility: 'private', owner: { login: OWNER, type: 'User' } }, {}, { status: 'missing', detail: 'a private repository cannot attest', fix: expect.stringContaining('Make the repository public') }],
  ['Enterprise Cloud', { private: true, visibility: 'private' }, { plan: { name: 'enterprise' } }, { status: 'ok', detail: `the repository is private, and ${OWNER} has GitHub Enterprise Cloud` }],
  ['another plan', { private: true, visibility: 'private' }, { plan: { name: 'team' } }, { status: 'missing', detail: `the repository is private, and ${OWNER} has the plan team, not Enterprise Cloud` }],
  ['a plan of which nothing is known', { private: true, visibility: 'private' }, { plan: { name: 'gold' } }, { status: 'unknown' }],
  ['a plan that GitHub does not tell', { private: true, visibility: 'private' }, {}, { status: 'unknown', detail: expect.stringContaining('GitHub does not tell you'), fix: expect.stringContaining('Settings, Billing') }],
])('%s', async (_, repository, organization, finding) => {
  is(repository);
  pays(organization);
  expect(await look()).toMatchObject([{ subject: 'attesting in this repository', ...finding }]);
});

test('an organization that cannot be seen is unknown', async () => {
  is({ private: true, visibility: 'private' });
  github().on({ path: `/orgs/${OWNER}` }, answers.notFound());
  expect(await look()).toMatchObject([{ status: 'unknown', detail: 'GitHub does not show it to you (404)' }]);
});
