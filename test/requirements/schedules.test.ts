import { addRepository, addSettings } from '../support/fake-github-doctor';
import { json, notAccessible, notFound } from '../support/github-answers';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const FILE = `/repos/${OWN}/actions/workflows/installers-watch.yml`;
const rehearse = { pullRequests: false, branches: [], schedule: '', legs: [], watch: '7 7 * * *', watchIssue: false };
const look = (more: Partial<typeof rehearse> = {}, env = {}) => findingsOf('schedules', github(), { rehearse: { ...rehearse, ...more } }, { env });

beforeEach(() => {
  addRepository(github(), OWN);
  addSettings(github(), OWN);
});

test.each([
  ['active', 'ok', 'is switched on', ''],
  ['disabled_inactivity', 'missing', 'since nothing happened in the repository for 60 days', 'Switch it on: gh workflow enable installers-watch.yml --repo acme/app'],
  ['disabled_manually', 'missing', 'somebody has switched it off', 'Switch it on: gh workflow enable installers-watch.yml --repo acme/app'],
  ['disabled_fork', 'missing', 'since the repository is a fork', 'Switch it on: gh workflow enable installers-watch.yml --repo acme/app'],
  ['deleted', 'unknown', "its state is 'deleted'", 'See it under Actions of acme/app.'],
])('one that is %s is %s', async (state, status, detail, fix) => {
  github().on({ path: FILE }, json(200, { state }));
  expect(await look()).toMatchObject([{ subject: 'installers-watch.yml', status, detail: expect.stringContaining(detail), fix }]);
});

test('one that GitHub does not know is missing; unknown to who does not see the repository, or is not logged in', async () => {
  expect(await look()).toMatchObject([{ status: 'missing', fix: 'Push it to the default branch: schedules are those of its files.' }]);
  expect(await look({}, { GH_TOKEN: '' })).toMatchObject([{ status: 'unknown' }]);
  github().on({ path: FILE }, notAccessible('actions=read'));
  expect(await look()).toMatchObject([{ status: 'unknown' }]);
  github().on({ path: FILE }, notFound());
  github().on({ path: `/repos/${OWN}` }, notFound());
  expect(await look()).toMatchObject([{ status: 'unknown' }]);
});

test('only what runs by schedule is asked about', async () => {
  expect(await look({ watch: '', pullRequests: true })).toEqual([]);
  expect((await look({ pullRequests: true })).map(({ subject }) => subject)).toEqual(['installers-watch.yml']);
  expect((await look({ schedule: '8 8 * * *' })).map(({ subject }) => subject)).toEqual(['installers-rehearsal.yml', 'installers-watch.yml']);
});

test('each file must be in the lock file of actions, with what it uses itself', async () => {
  const legs = [{ job: 'build', platform: 'linux-x64' }];
  const lock = 'workflows:\n  .github/workflows/installers-watch.yml: []\n';
  const found = await findingsOf('action-locks', github(), { rehearse: { ...rehearse, pullRequests: true, legs } }, { files: { '.github/workflows/actions.lock': lock } });
  expect(found.map(({ subject, status }) => [subject, status])).toEqual([
    ['.github/workflows/installers.yml', 'missing'], ['.github/workflows/installers-rehearsal.yml', 'missing'], ['.github/workflows/installers-watch.yml', 'ok'],
  ]);
});
