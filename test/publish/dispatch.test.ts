import { ReleaseScene } from './support/release-scene';
import type { DispatchPlan } from '../../src/publish/contract';
import { message } from '../support/github-answers';

const PLAN: DispatchPlan = { repository: 'acme/site', workflow: 'release.yml', ref: '', inputs: { tag: '{tag}', note: 'App {version}, {other}' } };

let scene: ReleaseScene;

beforeEach(async () => {
  scene = await ReleaseScene.start({ elsewhere: 'acme/site', env: { TOKEN: 'ghs_starts' } });
  scene.github.addToken('ghs_starts', { kind: 'app', repositories: { 'acme/site': ['actions:write'] } });
  scene.repository.addWorkflow('release.yml', { inputs: { tag: { required: true }, note: {} } });
});

afterEach(async () => scene.close());

const dispatch = async (plan: Partial<DispatchPlan> = {}) => scene.runCommand(['dispatch'], { ...PLAN, ...plan });
const started = () => scene.repository.events.filter(({ event }) => event === 'workflow_dispatch');
const textOf = ({ errors }: Awaited<ReturnType<typeof dispatch>>) => errors.map(({ title, text }) => `${title}: ${text}`).join('\n');

test('a workflow is started on the default branch, with the inputs filled in, and its run is named', async () => {
  const { code, stdout, summary } = await dispatch();

  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(started()).toMatchObject([{ workflow: 'release.yml', ref: 'main', inputs: { tag: 'v1.0.0', note: 'App 1.0.0, {other}' } }]);
  expect(stdout).toMatch(/^Started release\.yml of acme\/site on main: http:\/\/127\.0\.0\.1:\d+\/acme\/site\/actions\/runs\/\d+$/m);
  expect(summary).toContain('Started release.yml of acme/site on main: <http://127.0.0.1');
});

test('a ref that is declared is taken', async () => {
  scene.repository.addCommit({ branch: 'next' });

  expect(await dispatch({ ref: 'next' })).toMatchObject({ code: 0 });

  expect(started()).toMatchObject([{ ref: 'next' }]);
});

test('where GitHub names no run, the page of the workflow is named', async () => {
  scene.github.inject({ method: 'POST' }, { effect: 'all', answer: { status: 204 } });

  expect((await dispatch()).stdout).toContain(`on main: ${scene.github.url}/acme/site/actions/workflows/release.yml\n`);
});

test.each([
  { what: 'no such workflow', plan: { workflow: 'other.yml' }, expected: 'A workflow could not be started: GitHub found nothing (404) when asked to start other.yml of acme/site on main: there is no such workflow' },
  { what: 'inputs of other names', plan: { inputs: { tags: 'x' } }, expected: 'A workflow could not be started: GitHub refused to start release.yml of acme/site on main (422: "Unexpected inputs provided: ["tags"]").' },
  { what: 'no such ref', plan: { ref: 'nowhere' }, expected: '(422: "No ref found for: nowhere")' },
])('$what', async ({ plan, expected }) => {
  const run = await dispatch(plan);

  expect(run.code).toBe(1);
  expect(textOf(run)).toContain(expected);
  expect(started()).toEqual([]);
});

test('it waits no longer than its job lasts', async () => {
  scene.github.inject({ method: 'POST' }, { answer: message(429, 'Too many', { 'retry-after': '1000' }) });

  expect(textOf(await dispatch())).toContain('and this job waits 15 minutes at most altogether. Choose "Re-run failed jobs" after that time.');
});

test('a token that may not', async () => {
  scene.github.addToken('ghs_starts', { kind: 'app', repositories: { 'acme/site': ['contents:read'] } });

  expect(textOf(await dispatch())).toContain('The publishing token lacks a right: The token may not start release.yml of acme/site on main (403: "Resource not accessible by integration"). It needs: actions=write.');
});

test.each([
  { what: 'trouble', answer: message(502, 'Bad Gateway') },
  { what: 'a connection that is cut', answer: 'cut' as const },
])('after $what nothing is started twice', async ({ answer }) => {
  scene.github.inject({ method: 'POST' }, { effect: 'all', answer });

  const run = await dispatch();

  expect(run.code).toBe(1);
  expect(textOf(run)).toMatch(/^A workflow may have started: .* It may run all the same: see http.*\/acme\/site\/actions\/workflows\/release\.yml\. Choose "Re-run failed jobs" only if it does not\.$/);
  expect(started()).toHaveLength(1);
});

test('a rehearsal starts nothing', async () => {
  await scene.close();
  scene = await ReleaseScene.start({ elsewhere: 'acme/site', env: { REAL: 'false' } });

  expect((await dispatch()).errors).toMatchObject([{ title: 'The publish script was called wrongly' }]);
  expect(scene.github.log).toEqual([]);
});
