import type { FakeRun } from '../runs';
import { jobsOfBuild, type RunScript } from '../scripted-run';
import { Scene } from './scene';

const RUNS = '/repos/acme/app/actions/runs';
const scene = new Scene();

function start(...scripts: readonly RunScript[]): FakeRun {
  scene.repository.script('desktop.yml', ...scripts);
  return scene.repository.startRun('desktop.yml', 'push', 'v1.0.0', scene.repository.head!);
}

async function ask(path: string): Promise<any> {
  return (await scene.as('classic', 'actions:read', 'checks:read').ask('GET', path)).json;
}

/** One moment after the other, how each job is. */
async function moments({ id }: FakeRun, most = 20): Promise<string[]> {
  const seen: string[] = [];
  for (let moment = 0; moment < most; moment++) {
    const run = await ask(`${RUNS}/${id}`);
    const { jobs } = await ask(`${RUNS}/${id}/jobs`);
    seen.push(`${run.conclusion ?? run.status}: ${jobs.map((job: any) => `${job.name} ${job.conclusion ?? job.status}`).join(', ')}`);
    if (run.status === 'completed') break;
  }
  return seen;
}

test('a run goes on by being asked, and a job is there once what it needs is done', async () => {
  expect(await moments(start({ attempts: [jobsOfBuild(['linux-x64'])] }))).toEqual([
    'queued: Guard queued',
    'in_progress: Guard in_progress',
    'in_progress: Guard success, Build linux-x64 queued',
    'in_progress: Guard success, Build linux-x64 in_progress',
    'in_progress: Guard success, Build linux-x64 success, Assemble queued',
    'in_progress: Guard success, Build linux-x64 success, Assemble in_progress',
    'in_progress: Guard success, Build linux-x64 success, Assemble success, Publish queued',
    'in_progress: Guard success, Build linux-x64 success, Assemble success, Publish in_progress',
    'success: Guard success, Build linux-x64 success, Assemble success, Publish success',
  ]);
});

test('a guard that fails says why, and goes on when it is run again', async () => {
  const failing = jobsOfBuild(['linux-x64'], { Guard: { conclusion: 'failure', annotations: [{ level: 'failure', title: 'Secret is not set', message: 'Secret A is not set.' }] } });
  const run = start({ attempts: [failing, jobsOfBuild(['linux-x64'])] });
  expect((await moments(run)).at(-1)).toBe('failure: Guard failure, Build linux-x64 skipped, Assemble skipped, Publish skipped');
  const [guard] = (await ask(`${RUNS}/${run.id}/jobs`)).jobs;
  expect(guard.steps.map(({ name, conclusion }: any) => [name, conclusion])).toEqual([['Set up job', 'success'], ['Check secrets and repositories', 'failure'], ['Complete job', 'success']]);
  expect(await ask(`/repos/acme/app/check-runs/${guard.id}/annotations`)).toEqual([expect.objectContaining({ annotation_level: 'failure', title: 'Secret is not set', message: 'Secret A is not set.' })]);
  const writer = scene.as('classic', 'actions:write');
  expect((await writer.ask('POST', `${RUNS}/${run.id}/rerun`)).status).toBe(201);
  expect((await writer.ask('POST', `${RUNS}/${run.id}/rerun`)).json.message).toBe('This workflow is already running');
  expect((await moments(run)).at(-1)).toMatch(/^success: /);
  expect(await ask(`${RUNS}/${run.id}`)).toMatchObject({ run_attempt: 2, conclusion: 'success' });
  expect((await ask(`${RUNS}/${run.id}/jobs?filter=all`)).total_count).toBe(8);
  expect(await ask(`${RUNS}/${run.id}/attempts/1`)).toMatchObject({ run_attempt: 1, conclusion: 'failure' });
});

test('where only failed jobs run again, the others stay as they were', async () => {
  const run = start({ attempts: [jobsOfBuild(['linux-x64', 'macos-arm64'], { 'Build macos-arm64': { conclusion: 'failure' } }), jobsOfBuild(['linux-x64', 'macos-arm64'])] });
  expect((await moments(run)).at(-1)).toContain('failure: Guard success, Build linux-x64 success, Build macos-arm64 failure');
  await scene.as('classic', 'actions:write').ask('POST', `${RUNS}/${run.id}/rerun-failed-jobs`);
  const [first, , , , , last] = await moments(run);
  expect(first).toBe('in_progress: Guard success, Build linux-x64 success, Build macos-arm64 queued');
  expect(last).toBeDefined();
});

test('a run that is cancelled, and one that is done', async () => {
  const run = start({ attempts: [jobsOfBuild(['linux-x64'], { Guard: { waits: Infinity } })] });
  expect(await moments(run, 3)).toEqual(Array.from({ length: 3 }, () => 'queued: Guard queued'));
  const writer = scene.as('classic', 'actions:write');
  expect((await writer.ask('POST', `${RUNS}/${run.id}/cancel`)).status).toBe(202);
  expect(await moments(run)).toEqual(['cancelled: Guard cancelled, Build linux-x64 skipped, Assemble skipped, Publish skipped']);
  expect((await writer.ask('POST', `${RUNS}/${run.id}/cancel`)).status).toBe(409);
  expect((await ask(`${RUNS}/${run.id}/jobs`)).jobs[0].steps).toEqual([]);
});

test('an environment waits until somebody approves', async () => {
  const run = start({ attempts: [[{ name: 'Publish', environment: 'release' }]] });
  expect(await moments(run, 2)).toEqual(['waiting: Publish waiting', 'waiting: Publish waiting']);
  expect(await ask(`${RUNS}/${run.id}/pending_deployments`)).toEqual([expect.objectContaining({ environment: expect.objectContaining({ name: 'release' }) })]);
  run.approve('release');
  expect((await moments(run)).at(-1)).toBe('success: Publish success');
  expect(await ask(`${RUNS}/${run.id}/pending_deployments`)).toEqual([]);
});

test('one that GitHub could not begin has no jobs', async () => {
  expect(await moments(start({ attempts: [[]] }))).toEqual(['startup_failure: ']);
});

test('a job that succeeds does what it is told, once', async () => {
  let published = 0;
  const run = start({ attempts: [[{ name: 'Publish', then: () => { published++; } }]] });
  await moments(run);
  await moments(run);
  expect(published).toBe(1);
});

test('a list shows a run after a while, the newest first, as far as it is asked for', async () => {
  const first = start({ attempts: [[]], hiddenFor: 2 });
  const list = async (query = '') => (await ask(`${RUNS}${query}`)).workflow_runs.map(({ id }: any) => id);
  expect([await list(), await list(), await list()]).toEqual([[], [], [first.id]]);
  const second = scene.repository.startRun('other.yml', 'schedule', 'main', scene.repository.head!);
  await list();
  await list();
  expect(await list()).toEqual([second.id, first.id]);
  expect([await list('?branch=v1.0.0'), await list('?event=schedule'), await list('?head_sha=0'), await list('?status=failure')]).toEqual([[first.id], [second.id], [], []]);
  expect((await ask('/repos/acme/app/actions/workflows/other.yml/runs')).workflow_runs.map(({ id }: any) => id)).toEqual([second.id]);
});

describe('a log', () => {
  const logOf = async (token: string | undefined, id: number) => fetch(`${scene.github.url}/repos/acme/app/actions/jobs/${id}/logs`, { ...token && { headers: { authorization: `Bearer ${token}` } } });

  test('lies on another host, once the job is done, and has the times of its lines', async () => {
    const run = start({ attempts: [[{ name: 'Guard', log: ['##[group]Run', 'hello'] }, { name: 'Old', log: 'expired' }]] });
    await moments(run, 1);
    const [guard, old] = (await ask(`${RUNS}/${run.id}/jobs`)).jobs;
    scene.github.addToken('mine', { kind: 'classic', repositories: { 'acme/app': ['actions:read'] } });
    const early = await logOf('mine', guard.id);
    expect([early.status, early.url, await early.text()]).toEqual([404, expect.stringMatching(/^http:\/\/localhost:/), expect.stringContaining('BlobNotFound')]);
    await moments(run);
    expect(await (await logOf('mine', guard.id)).text()).toMatch(/^(\ufeff)?20\S+Z ##\[group\]Run\r\n20\S+Z hello\r\n$/);
    expect((await logOf('mine', old.id)).status).toBe(410);
    expect((await logOf(undefined, guard.id)).status).toBe(403);
  });
});
