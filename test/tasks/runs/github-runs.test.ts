import { PATH, RunsScene } from './scene';
import { NoAnswer } from '../../../src/tasks/runs/run';
import { jobsOfBuild } from '../../support/fake-github/scripted-run';
import { json, message, primaryRateLimit } from '../../support/github-answers';
import { loadBundledOctokit } from '../../support/octokit';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new RunsScene();
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

test('the runs of a workflow, the newest first, as far as they are asked for', async () => {
  const first = scene.start({ attempts: [[]], hiddenFor: 0 });
  const second = scene.start({ attempts: [jobsOfBuild(['linux-x64'])], hiddenFor: 0 }, 'v1.1.0');
  scene.repository.startRun('other.yml', 'push', 'v1.1.0', scene.repository.head!);
  const [newest, oldest, ...others] = await scene.runs.list(PATH, {});
  expect(others).toEqual([]);
  expect(newest).toEqual({
    id: second.id,
    path: PATH,
    event: 'push',
    ref: 'v1.1.0',
    commit: scene.repository.head,
    attempt: 1,
    status: 'waiting',
    conclusion: '',
    createdAt: expect.stringMatching(TIME),
    startedAt: expect.stringMatching(TIME),
    updatedAt: expect.stringMatching(TIME),
    url: `${scene.github.url}/acme/app/actions/runs/${second.id}`,
  });
  expect(oldest).toMatchObject({ id: first.id, status: 'done', conclusion: 'startup_failure' });
  const found = async (filter: Parameters<typeof scene.runs.list>[1]) => (await scene.runs.list(PATH, filter)).map(({ id }) => id);
  expect([await found({ ref: 'v1.0.0' }), await found({ commit: 'a'.repeat(40) }), await found({ event: 'push', ref: 'v1.1.0', commit: scene.repository.head })])
    .toEqual([[first.id], [], [second.id]]);
});

test('a workflow that GitHub does not know yet has no runs; of a repository that is not shown nothing is said', async () => {
  scene.repository.workflows.clear();
  scene.github.inject({ path: '/runs?' }, { answer: message(404, 'Not Found') });
  expect(await scene.runs.list(PATH, {})).toEqual([]);
  scene.github.addToken('other', { kind: 'classic', repositories: {} });
  await expect(scene.by('other').read(1)).rejects.toThrow('GitHub does not show run 1 of acme/app (404): Not Found. The token must see the repository, and may need "Actions: read".');
  scene.github.inject({ path: '/runs?' }, { answer: message(404, 'Not Found') });
  await expect(scene.by('other').list(PATH, {})).rejects.toThrow('GitHub does not show the repository of acme/app (404)');
});

test('jobs, page by page, with their steps; one that waits has not begun', async () => {
  const many = Array.from({ length: 130 }, (_, index) => ({ name: `Build ${index}`, needs: ['Guard'] }));
  const run = scene.start({ attempts: [[{ name: 'Guard' }, ...many]] });
  const jobs = async () => scene.runs.jobs(await scene.runs.read(run.id));
  expect(await jobs()).toEqual([expect.objectContaining({ name: 'Guard', status: 'waiting', conclusion: '', startedAt: '', completedAt: '', steps: [] })]);
  expect(await jobs()).toEqual([expect.objectContaining({
    name: 'Guard',
    status: 'running',
    startedAt: expect.stringMatching(TIME),
    completedAt: '',
    steps: [
      { number: 1, name: 'Set up job', status: 'running', conclusion: '' },
      { number: 2, name: 'Guard', status: 'waiting', conclusion: '' },
      { number: 3, name: 'Complete job', status: 'waiting', conclusion: '' },
    ],
  })]);
  const all = await jobs();
  expect(all.map(({ name }) => name)).toEqual(['Guard', ...many.map(({ name }) => name)]);
  expect(all[0]).toMatchObject({ status: 'done', conclusion: 'success', completedAt: expect.stringMatching(TIME) });
});

describe('of a guard that failed', () => {
  const log = ['##[group]Run', '::error title=Secret::A is not set', '', 'the end'];
  const guard = { name: 'Guard', conclusion: 'failure' as const, log, annotations: [{ level: 'failure' as const, title: 'Secret', message: 'A is not set' }, { level: 'warning' as const, message: 'B' }] };

  async function failed(runs = scene.runs) {
    const run = scene.start({ attempts: [[{ ...guard, waits: 0, lasts: 0.5 }, { name: 'Old', waits: 0, lasts: 0.5, log: 'expired' }, { name: 'Slow', waits: 9 }]] });
    await scene.runs.jobs(await scene.runs.read(run.id));
    return runs.jobs(await scene.runs.read(run.id));
  }

  test('what it said, and its log without times, from another host that is not told the token', async () => {
    const [job] = await failed();
    expect(await scene.runs.annotations(job)).toEqual([
      { job: job.id, level: 'failure', title: 'Secret', message: 'A is not set' }, { job: job.id, level: 'warning', title: '', message: 'B' },
    ]);
    expect(await scene.runs.log(job)).toEqual(log);
    expect(scene.github.log.at(-1)).toMatchObject({ part: 'blobs', token: 'none', status: 200 });
  });

  test('of a huge log the end, and whole lines', async () => {
    const huge = Array.from({ length: 10_000 }, (_, index) => `line ${index} ${'x'.repeat(1000)}`);
    const run = scene.start({ attempts: [[{ ...guard, log: huge, waits: 0, lasts: 0.5 }]] });
    await scene.runs.jobs(await scene.runs.read(run.id));
    const [job] = await scene.runs.jobs(await scene.runs.read(run.id));
    const lines = await scene.runs.log(job);

    expect(lines).toEqual(huge.slice(-lines!.length));
    expect(lines!.length).toBeGreaterThan(7_500);
    expect(lines!.length).toBeLessThan(8_500);
    expect(scene.github.log.at(-1)).toMatchObject({ part: 'blobs', headers: { range: expect.stringMatching(/^bytes=\d{6,}-$/) }, status: 206 });
  });

  test('a log that is gone, or not there yet', async () => {
    const [, old, slow] = await failed();
    expect([await scene.runs.log(old), await scene.runs.log(slow)]).toEqual([undefined, undefined]);
  });

  test.each(['/nowhere', 'http://['])('a log that is said to be at %s is none', async (location) => {
    const [job] = await failed();
    scene.github.inject({ path: '/logs' }, { answer: { status: 302, headers: { location } } });
    expect(await scene.runs.log(job)).toBeUndefined();
  });

  test('a token that may not read checks is told nothing of them', async () => {
    const runs = scene.as('fine-grained', 'actions:read');
    const [job] = await failed(runs);
    expect(await runs.annotations(job)).toEqual([]);
    expect(scene.github.log.at(-1)).toMatchObject({ status: 403 });
    expect(await runs.log(job)).toEqual(log);
  });
});

test('what a run waits for', async () => {
  const run = await scene.runs.read(scene.start({ attempts: [[{ name: 'Publish', environment: 'release' }]] }).id);
  expect(await scene.runs.awaited(run)).toEqual(['release']);
  expect(await scene.as('fine-grained', 'contents:read').awaited(run)).toEqual([]);
});

test('a workflow is started by hand, and the run is told', async () => {
  const id = await scene.runs.start(PATH, 'main', { guard_only: 'true' });
  expect(scene.repository.runs).toEqual([expect.objectContaining({ id, event: 'workflow_dispatch', ref: 'main' })]);
  expect(scene.repository.events).toEqual([expect.objectContaining({ inputs: { guard_only: 'true' } })]);
  await expect(scene.runs.start(PATH, 'none', {})).rejects.toThrow('GitHub refused to start desktop.yml on none (422): No ref found for: none.');
  await expect(scene.as('fine-grained', 'actions:read').start(PATH, 'main', {}))
    .rejects.toThrow('GitHub refused to start desktop.yml on main (403): Resource not accessible by personal access token. The token must see the repository, and may need "Actions: write".');
});

test('an order is given once, whatever becomes of the answer', async () => {
  scene.github.inject({ method: 'POST' }, { effect: 'all', answer: 'cut' });
  await expect(scene.runs.start(PATH, 'main', {})).rejects.toThrow('whether GitHub has begun to start desktop.yml on main is not known: GitHub could not be reached');
  expect(scene.repository.runs).toHaveLength(1);
});

test('a run is run again, all of it or what failed', async () => {
  const fake = scene.start({ attempts: [[{ name: 'Guard', waits: 0, lasts: 0 }, { name: 'Build', waits: 0, lasts: 0, conclusion: 'failure' }]] });
  const run = await scene.runs.read(fake.id);
  await scene.runs.rerun(run, 'failed');
  expect(fake.last).toMatchObject({ number: 2 });
  await scene.runs.rerun(run, 'all');
  expect(fake.last).toMatchObject({ number: 3 });
  scene.repository.script('desktop.yml', { attempts: [[{ name: 'Guard' }]] });
  const busy = await scene.runs.read(scene.repository.startRun('desktop.yml', 'push', 'v1', 'a').id);
  await expect(scene.runs.rerun(busy, 'all')).rejects.toThrow(`GitHub refused to run ${busy.id} again (403): This workflow is already running.`);
});

test('each question is asked anew, and what GitHub may answer later is told apart', async () => {
  const { id } = scene.start({ attempts: [[]] });
  await scene.runs.read(id);
  await scene.runs.read(id);
  expect(scene.github.log).toHaveLength(2);
  scene.github.inject({ times: 2 }, { answer: message(502, 'Bad gateway') });
  await expect(scene.runs.read(id)).rejects.toThrow(new NoAnswer('GitHub has trouble of its own (502)', 'See https://www.githubstatus.com, and try again later.'));
  scene.github.inject({}, { answer: primaryRateLimit(Date.UTC(2037, 0, 1, 12, 34) / 1000) });
  await expect(scene.runs.read(id)).rejects.toThrow(new NoAnswer('GitHub limits the rate of requests', 'Try again after 12:34 UTC.'));
  scene.github.inject({}, { answer: message(401, 'Bad credentials') });
  await expect(scene.runs.read(id)).rejects.not.toBeInstanceOf(NoAnswer);
});

test('an answer is whatever it is', async () => {
  const hostile = { id: 7, name: 1, head_branch: {}, path: 'a@refs/heads/x', status: [], run_attempt: 'x', html_url: null, steps: 'x' };
  scene.github.inject({}, { answer: json(200, hostile) });
  expect(await scene.runs.read(7)).toEqual({
    id: 7, path: 'a', event: '', ref: '', commit: '', attempt: 1, status: 'waiting', conclusion: '', createdAt: '', startedAt: '', updatedAt: '', url: '',
  });
  const run = await scene.runs.read(scene.start({ attempts: [[]] }).id);
  scene.github.inject({ path: '/jobs' }, { answer: json(200, { jobs: [null, 'x', { ...hostile, name: 'a' }] }) });
  expect(await scene.runs.jobs(run)).toEqual([{ id: 7, name: 'a', status: 'waiting', conclusion: '', startedAt: '', completedAt: '', url: '', steps: [] }]);
  for (const answer of [json(200, []), json(200, { id: '7' }), json(200, { id: -1 })]) {
    scene.github.inject({}, { answer });
    await expect(scene.runs.read(7)).rejects.toThrow('GitHub gave an answer that is no run');
  }
});
