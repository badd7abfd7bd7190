import { expiry, oneRepository, SHA } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose } from '../support/run-script';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

const watch = (env: Record<string, string> = {}) => runGuard(github, {
  ...oneRepository(), GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch', ...env,
}, { script: compose('watch') });
const errors = ({ annotations }: { annotations: readonly { level: string; title: string }[] }) => annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
const day = (days: number) => new Date(Date.now() + days * 86400_000).toISOString().slice(0, 10);

it('ends well where nothing is found, and says so', async () => {
  github.on({}, answers.commit(SHA, expiry(24 * 20)));
  const result = await watch();
  expect(result).toMatchObject({ code: 0, stderr: '', leftovers: [] });
  expect(result.outputs).toMatchObject({ 'findings': '', 'commit-server': SHA });
});

it('fails of a token that expires in two weeks, of which a tag would only be warned', async () => {
  github.on({}, answers.commit(SHA, expiry(24 * 10)));
  const result = await watch();
  expect(result.code).toBe(1);
  expect(errors(result)).toEqual(['A token expires soon']);
  expect(result.summary).toContain('## Guard: failed');
  expect(result.outputs.findings).toMatch(/^error\tA token expires soon\tSecret READ_TOKEN expires on .*$/);
});

it('fails of what a tag would fail of, and hands on each finding once', async () => {
  github.on({}, answers.message(401, 'Bad credentials'));
  const result = await watch({ REPOSITORIES: 'a acme/server HEAD token:READ_TOKEN a\nb acme/server HEAD token:READ_TOKEN b', SECRETS: 'required x OTHER %0A::error::x' });
  expect(result.code).toBe(1);
  expect(result.outputs.findings.split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual([['error', 'A secret is not set'], ['error', 'A token was rejected']]);
});

it.each([
  ['on the day from which it is time to say so', day(0), ['A runner goes away']],
  ['later', day(-30), ['A runner goes away']],
  ['and not before', day(1), []],
])('fails of a runner that goes away %s', async (_, from, titles) => {
  github.on({}, answers.commit(SHA));
  const result = await watch({ RUNNERS: `ubuntu-22.04 ${from} 2026-09-17 2027-04-17 ubuntu-24.04` });
  expect(errors(result)).toEqual(titles);
  expect(result.code).toBe(titles.length);
});

it('names the label that follows, and none where there is none', async () => {
  github.on({}, answers.commit(SHA));
  const text = (await watch({ RUNNERS: `a ${day(0)} 2026-09-17 2027-04-17 b\nc ${day(0)} 2026-09-17 2027-04-17` })).outputs.findings;
  expect(text.split('\n').map((line) => line.split('\t')[2].trim())).toEqual([
    'GitHub takes the runner a away on 2027-04-17, and jobs may fail from 2026-09-17 on. Use b in the declaration.',
    'GitHub takes the runner c away on 2027-04-17, and jobs may fail from 2026-09-17 on.',
  ]);
});

it('does not fail of what is so for good', async () => {
  github.on({}, answers.commit(SHA));
  const result = await watch({ ATTESTER: 'private/Organization' });
  expect(result).toMatchObject({ code: 0, outputs: { findings: '' } });
  expect(result.annotations.map(({ title }) => title)).toContain('Attestation needs GitHub Enterprise Cloud');
});

it('says on a tag what the guard of the tag says', async () => {
  github.on({}, answers.commit(SHA, expiry(24 * 10)));
  const result = await watch({ GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1.2.3', RUNNERS: `ubuntu-22.04 ${day(-1)} ${day(1)} ${day(9)} ubuntu-24.04` });
  expect(result.code).toBe(0);
  expect(result.annotations.map(({ title }) => title)).toEqual(['A token expires soon']);
  expect(result.outputs).not.toHaveProperty('findings');
});
