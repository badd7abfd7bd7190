import { OTHER_SHA, SHA, TOKEN } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose, runScript } from '../support/run-script';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

const SECRETS = [
  'required license LICENSE_KEY unlocks the packager', 'required read-token READ_TOKEN reads acme/server',
  'optional apple CSC_LINK,CSC_PASSWORD signs', 'required app-key READER_KEY reads acme/tools',
].join('\n');

/** A pull request of the repository itself, with all secrets. */
const OWN = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_REF_NAME: '12/merge',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_HEAD_REF: 'feature/`x`',
  GITHUB_BASE_REF: 'main',
  GITHUB_ACTOR: 'octocat',
  HEAD_REPOSITORY: 'acme/app',
  LEGS: 'app/mac LICENSE_KEY\napp/linux READ_TOKEN,READER_KEY',
  READ_WITH: 'server READ_TOKEN\ntools READER_KEY',
  REPOSITORIES: 'app self - - .\nserver acme/server HEAD token:READ_TOKEN server\ntools acme/tools HEAD app:READER tools\nopen acme/open HEAD - open',
  SECRETS,
  SET_LICENSE_KEY: 'true',
  SET_READ_TOKEN: 'true',
  SET_READER_KEY: 'true',
  TOKEN_READ_TOKEN: TOKEN,
  TOKEN_READER: 'ghs_1_minted',
};
/** The same without them. */
const BARE = { ...OWN, SET_LICENSE_KEY: 'false', SET_READ_TOKEN: 'false', SET_READER_KEY: 'false', TOKEN_READ_TOKEN: '', TOKEN_READER: '' };
const FORK = { ...BARE, HEAD_REPOSITORY: 'mallory/app' };

const run = (env: Record<string, string>) => {
  github.on({}, answers.commit(SHA));
  github.on({ path: '/repos/acme/open/commits/HEAD' }, answers.commit(OTHER_SHA));
  return runGuard(github, env, { script: compose('rehearsal') });
};
const titles = ({ annotations }: { annotations: readonly { level: string; title: string }[] }) => annotations.map(({ level, title }) => `${level}: ${title}`);

it('rehearses all of a pull request of the repository itself, under a name that a file can have', async () => {
  const result = await run(OWN);
  expect(result).toMatchObject({ code: 0, stderr: '', leftovers: [] });
  expect(titles(result)).toEqual(['notice: A rehearsal']);
  expect(result.outputs).toEqual({
    'unrehearsed': 'none',
    'real': 'false',
    'tag': '',
    'name': 'pr-12',
    'version': '',
    'prerelease': 'false',
    'commit-app': 'a'.repeat(40),
    'commit-server': SHA,
    'commit-tools': SHA,
    'commit-open': OTHER_SHA,
  });
  expect(result.summary).toMatch(/^## Rehearsal of pull request 12\n\nBranch feature\/\\`x\\` of acme\/app into main\n\n## Guard: passed\n/);
});

it.each([
  ['of a fork', FORK, 'pull requests of forks'],
  ['of a fork that is gone', { ...FORK, HEAD_REPOSITORY: '' }, 'pull requests of forks'],
  ['of Dependabot', { ...BARE, GITHUB_ACTOR: 'dependabot[bot]' }, 'Dependabot'],
])('asks for no secret in a pull request %s, and says what it leaves out', async (_, env, whose) => {
  const result = await run(env);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(titles(result)).toEqual(['notice: A leg is not rehearsed', 'notice: A leg is not rehearsed', 'notice: A rehearsal']);
  expect(result.outputs).toEqual({
    'unrehearsed': 'app/mac app/linux',
    'real': 'false',
    'tag': '',
    'name': 'pr-12',
    'version': '',
    'prerelease': 'false',
    'commit-app': 'a'.repeat(40),
    'commit-open': OTHER_SHA,
  });
  expect(github.requests.map(({ path }) => path)).toEqual(['/repos/acme/open/commits/HEAD']);
  expect(result.summary).toContain(`app/linux needs READ\\_TOKEN, READER\\_KEY, and GitHub hands no secrets on to ${whose}.`);
});

it('asks for nothing that is fetched, either', async () => {
  const fetched = '\nlib acme/lib HEAD token:READ_TOKEN\nnpm-acme-dev npm.acme.dev https://npm.acme.dev/lib npm:NPM_READ';
  const result = await run({ ...FORK, REPOSITORIES: `${FORK.REPOSITORIES}${fetched}`, READ_WITH: `${FORK.READ_WITH}\nlib READ_TOKEN\nnpm-acme-dev NPM_READ` });
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(github.requests.map(({ path }) => path)).toEqual(['/repos/acme/open/commits/HEAD']);
});

it('leaves out only what a secret is missing for, where Dependabot has some', async () => {
  const result = await run({ ...BARE, GITHUB_ACTOR: 'dependabot[bot]', SET_LICENSE_KEY: 'true', SET_READ_TOKEN: 'true', TOKEN_READ_TOKEN: TOKEN });
  expect(result.code).toBe(0);
  expect(result.outputs).toMatchObject({ 'unrehearsed': 'app/linux', 'commit-server': SHA });
  expect(result.outputs).not.toHaveProperty('commit-tools');
});

it('is as strict as ever where secrets should be there', async () => {
  const result = await run(BARE);
  expect(result.code).toBe(1);
  expect(titles(result)).toContain('error: A secret is not set');
  expect(result.outputs).toEqual({ unrehearsed: 'none' });
});

it('leaves the same out of a branch that Dependabot pushed', async () => {
  const result = await run({ ...FORK, GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'dependabot/npm/x', HEAD_REPOSITORY: '', GITHUB_ACTOR: 'dependabot[bot]' });
  expect(result).toMatchObject({ code: 0, outputs: { unrehearsed: 'app/mac app/linux', name: 'dependabot-npm-x' } });
  expect(result.summary).not.toContain('pull request');
});

it('is as strict as ever on a branch that anybody else pushed', async () => {
  const result = await run({ ...FORK, GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main', HEAD_REPOSITORY: '' });
  expect(result.code).toBe(1);
  expect(titles(result)).toContain('error: A secret is not set');
});

it('does not let half a group of optional secrets pass', async () => {
  expect(titles(await run({ ...FORK, SET_CSC_LINK: 'true' }))).toContain('error: A group of secrets is incomplete');
});

it('hands on no list where no leg needs a secret', async () => {
  const { LEGS: _, READ_WITH: __, ...env } = { ...FORK, SECRETS: '', REPOSITORIES: 'app self - - .' };
  expect((await run(env)).outputs).not.toHaveProperty('unrehearsed');
});

describe('a leg', () => {
  const leg = (unrehearsed: string, more = {}) => runScript(compose('rehearsedLeg'), {
    UNREHEARSED: unrehearsed,
    LEG: 'app/linux',
    DOC_URL: 'https://doc',
    GITHUB_REPOSITORY: 'acme/app',
    REQUIRED_OUTPUTS: 'real=false\ntag=\nname=pr-12\nversion=\nprerelease=false\ncommit-server=',
    ...more,
  });

  it('that is left out ends well, though what it needs has not arrived', async () => {
    const result = await leg('app/mac app/linux');
    expect(result).toMatchObject({ code: 0, stderr: '', outputs: { rehearsed: 'false' } });
    expect(result.summary).toContain('**notice: A leg is not rehearsed.** app/linux needs a secret');
  });

  it.each(['none', 'app/linux-arm64 other-app/linux', ''])('that is not among %j is checked as ever', async (unrehearsed) => {
    expect(await leg(unrehearsed)).toMatchObject({ code: 1, outputs: {} });
    expect(await leg(unrehearsed, { REQUIRED_OUTPUTS: 'real=false\nname=pr-12' })).toMatchObject({ code: 0, stdout: '', outputs: {} });
  });
});
