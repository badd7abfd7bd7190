import { RunsScene } from './scene';
import { liveLines } from '../../../src/tasks/live';
import { follow, LostRun } from '../../../src/tasks/runs/follow';
import type { Patience } from '../../../src/tasks/runs/patience';
import type { FakeRun } from '../../support/fake-github/runs';
import { jobsOfBuild } from '../../support/fake-github/scripted-run';
import { message } from '../../support/github-answers';
import { loadBundledOctokit } from '../../support/octokit';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new RunsScene();

/** What is printed into a pipe, or what stands there at each look, and what came of it. */
async function followed(run: FakeRun, { redraws = false, patience = {} as Partial<Patience>, look = () => {} } = {}) {
  let printed: string[] = [];
  const screens: string[] = [];
  const live = liveLines((text) => printed.push(text), () => { printed = []; }, { redraws, width: 100, colours: false });
  const watched = { ...live, update: (lines: readonly string[]) => { live.update(lines); screens.push(printed.join('')); look(); } };
  const begun = await scene.runs.read(run.id);
  const outcome = await follow(scene.runs, begun, watched, { ...scene.patience, ...patience }).catch((error: unknown) => error);
  return { printed: printed.join(''), screens, outcome };
}

test('in a pipe a line when a job begins, and one when it ends', async () => {
  const run = scene.start({ attempts: [jobsOfBuild(['linux-x64', 'macos-arm64'], { 'Build macos-arm64': { lasts: 31 } })] });
  const { printed, outcome } = await followed(run);
  expect(printed).toBe(`  ● Guard  has begun
  ✓ Guard  10 s
  ● Build linux-x64  has begun
  ● Build macos-arm64  has begun
  ✓ Build linux-x64  10 s
  ✓ Build macos-arm64  5 min 10 s
  ● Assemble  has begun
  ✓ Assemble  10 s
  ● Publish  has begun
  ✓ Publish  10 s
`);
  expect(outcome).toMatchObject({ run: { status: 'done', conclusion: 'success' }, jobs: [{ name: 'Guard' }, { name: 'Build linux-x64' }, { name: 'Build macos-arm64' }, { name: 'Assemble' }, { name: 'Publish' }] });
});

test('on a terminal all jobs that are there, as they are now, one below the other', async () => {
  const run = scene.start({ attempts: [jobsOfBuild(['linux-x64'], { 'Build linux-x64': { lasts: 4 } })] });
  const { screens } = await followed(run, { redraws: true, patience: { now: () => (run.createdAt + 75 + 20) * 1000 } });
  expect(screens[0]).toMatch(/^ {2}● Guard {2}1 min \d+ s {2}Set up job\n$/);
  expect(screens[1]).toBe('  ✓ Guard            10 s\n  ○ Build linux-x64\n');
  expect(screens[4]).toMatch(/^ {2}✓ Guard {12}10 s\n {2}● Build linux-x64 {2}1 min \d+ s {2}Collect the artifacts\n$/);
  expect(screens.at(-1)).toBe('  ✓ Guard            10 s\n  ✓ Build linux-x64  40 s\n  ✓ Assemble         10 s\n  ✓ Publish          10 s\n');
});

test('what failed, what was left out, and what was cancelled', async () => {
  const failing = { conclusion: 'failure' as const, fails: 'Build' };
  const { printed, outcome } = await followed(scene.start({ attempts: [jobsOfBuild(['linux-x64'], { 'Build linux-x64': failing })] }));
  expect(printed).toContain('  ✗ Build linux-x64  10 s  failure in step "Build"\n  – Assemble  skipped\n  – Publish  skipped\n');
  expect(outcome).toMatchObject({ run: { conclusion: 'failure' } });

  const run = scene.start({ attempts: [jobsOfBuild(['linux-x64'], { Guard: { lasts: 9 } })] });
  const cancelled = await followed(run, { look: () => run.last.moment === 3 && run.cancel() });
  expect(cancelled.printed).toMatch(/^ {2}● Guard {2}has begun\n {2}✗ Guard {2}20 s {2}cancelled in step "Guard|^ {2}● Guard {2}has begun\n {2}✗ Guard {2}20 s {2}cancelled/);
  expect(cancelled.outcome).toMatchObject({ run: { conclusion: 'cancelled' } });
});

test('a run that GitHub could not begin is over at once', async () => {
  expect(await followed(scene.start({ attempts: [[]] }))).toMatchObject({ printed: '', outcome: { run: { conclusion: 'startup_failure' }, jobs: [] } });
});

test('a run that is run again in the middle is followed on', async () => {
  const guard = { name: 'Guard' };
  const run = scene.start({ attempts: [[guard, { name: 'Build', waits: 5 }], [guard]] });
  const { printed, outcome } = await followed(run, { patience: { idle: 99 }, look: () => run.last.moment === 3 && run.rerun('all') });
  expect(printed).toBe('  ● Guard  has begun\n  ✓ Guard  10 s\n  ● Guard (attempt 2)  has begun\n  ✓ Guard (attempt 2)  10 s\n');
  expect(outcome).toMatchObject({ run: { attempt: 2, conclusion: 'success' } });
});

describe('of a run that does not go on', () => {
  test('it says that a runner is missing, once it is worth a word', async () => {
    const run = scene.start({ attempts: [[{ name: 'Build', waits: 8 }]] });
    const { screens, printed } = await followed(run, { redraws: true });
    expect(screens.slice(0, 3)).toEqual(['  ○ Build\n', '  ○ Build\n', '  ○ Build  waits for a runner\n']);
    expect(printed).toBe('  ✓ Build  10 s\n');
    expect((await followed(scene.start({ attempts: [[{ name: 'Build', waits: 8 }]] }))).printed).toBe('  ○ Build  waits for a runner\n  ● Build  has begun\n  ✓ Build  10 s\n');
  });

  test('it says that there is no job yet, and waits for one', async () => {
    const run = scene.start({ attempts: [[{ name: 'Build' }]], pending: 4 });
    expect((await followed(run)).printed).toBe('  ○ No job is there yet: the run waits for another one of its group, or for GitHub\n  ● Build  has begun\n  ✓ Build  10 s\n');
  });

  test('it names the environment that somebody must approve', async () => {
    const run = scene.start({ attempts: [[{ name: 'Publish', environment: 'release' }]] });
    const { printed } = await followed(run, { look: () => run.last.moment === 6 && run.approve('release') });
    expect(printed).toBe(`  ○ Somebody must approve environment release: ${scene.github.url}/acme/app/actions/runs/${run.id}\n  ● Publish  has begun\n  ✓ Publish  10 s\n`);
  });
});

describe('where GitHub gives no answer', () => {
  const DOWN = { answer: message(503, 'Service unavailable') };

  test('it is asked again after growing pauses, says so, and goes on', async () => {
    const run = scene.start({ attempts: [[{ name: 'Build', lasts: 5 }]] });
    scene.github.inject({ path: '/jobs', nth: 3, times: 4 }, DOWN);
    const { printed } = await followed(run, { patience: { between: 600 } });
    expect(printed).toBe(`  ● Build  has begun
  ? GitHub has trouble of its own (503); asking again in 1 s
  ? GitHub has trouble of its own (503); asking again in 2 s
  ✓ Build  50 s
`);
  });

  test('until patience ends; the run is left alone, and how to come back is said', async () => {
    const run = scene.start({ attempts: [[{ name: 'Build', waits: 9 }]] });
    scene.github.inject({ path: '/jobs', nth: 2, times: 9 }, DOWN);
    const { outcome, printed } = await followed(run);
    const url = `${scene.github.url}/acme/app/actions/runs/${run.id}`;
    expect(outcome).toBeInstanceOf(LostRun);
    expect((outcome as LostRun).message).toBe(`run ${run.id} goes on, but is no longer followed: GitHub has trouble of its own (503). See https://www.githubstatus.com, and try again later.
See ${url}, or follow it by "gh run watch ${run.id}".`);
    expect(printed.match(/asking again/g)).toHaveLength(1);
  });

  test('a refusal is final', async () => {
    const run = scene.start({ attempts: [[{ name: 'Build', waits: 9 }]] });
    scene.github.inject({ path: `/runs/${run.id}`, nth: 4 }, { answer: message(404, 'Not Found') });
    const { outcome } = await followed(run);
    expect((outcome as LostRun).message).toMatch(/^run \d+ goes on, but is no longer followed: GitHub does not show run \d+ of acme\/app \(404\)/);
  });
});

test('whoever waits no longer ends it at once', async () => {
  const end = new AbortController();
  const run = scene.start({ attempts: [[{ name: 'Build', waits: Infinity }]] });
  const { outcome } = await followed(run, { patience: { between: 1e6, signal: end.signal }, look: () => setImmediate(() => end.abort()) });
  expect((outcome as LostRun).message).toMatch(/^run \d+ goes on, but is no longer followed: it was interrupted here\nSee http/);
  expect(run.last.cancelledAt).toBeUndefined();
});

test('names of jobs and steps are one line each', async () => {
  const name = 'a\n✓ b\r\u2028c';
  expect((await followed(scene.start({ attempts: [[{ name, steps: [name], conclusion: 'failure' }]] }))).printed).toBe('  ● a ✓ b c  has begun\n  ✗ a ✓ b c  10 s  failure in step "a ✓ b c"\n');
});
