import { Scene } from './scene';

const WORKFLOW = '/repos/acme/app/actions/workflows/deploy.yml';
const scene = new Scene();

beforeEach(() => scene.repository.addWorkflow('deploy.yml', { inputs: { tag: { required: true }, dry: {} } }));

test('a dispatch is answered with nothing, or with the run', async () => {
  const token = scene.as('workflow', 'actions:write');
  expect(await token.ask('POST', `${WORKFLOW}/dispatches`, { ref: 'main', inputs: { tag: 'v1' } })).toMatchObject({ status: 204, text: '' });
  expect(await token.ask('POST', `${WORKFLOW}/dispatches`, { ref: 'main', inputs: { tag: 'v1' }, return_run_details: true })).toMatchObject({
    status: 200, json: { workflow_run_id: expect.any(Number), html_url: expect.stringContaining('/acme/app/actions/runs/') },
  });
  const event = { event: 'workflow_dispatch', workflow: 'deploy.yml', ref: 'main', inputs: { tag: 'v1' }, startsWorkflows: true };
  expect(scene.repository.events).toEqual([event, event]);
});

test.each([
  [{ ref: 'main', inputs: { tag: 'v1', other: '' } }, 'Unexpected inputs provided: ["other"]'],
  [{ ref: 'main' }, 'Required input \'tag\' not provided'],
  [{ ref: 'nowhere', inputs: { tag: 'v1' } }, 'No ref found for: nowhere'],
  [{ ref: 'main', inputs: Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`i${index}`, ''])) }, 'No more than 25 properties are allowed; 26 were supplied.'],
])('%j is refused', async (body, refusal) => {
  expect(await scene.as('app', 'actions:write').ask('POST', `${WORKFLOW}/dispatches`, body)).toMatchObject({
    status: 422, json: { message: expect.stringContaining(refusal) },
  });
  expect(scene.repository.events).toEqual([]);
});

test('a workflow without the event, one that is disabled, none, and a token that may not', async () => {
  scene.repository.addWorkflow('push.yml', { dispatch: false });
  scene.repository.addWorkflow('off.yml', { disabled: true });
  const dispatch = async (file: string, ...permissions: string[]) =>
    scene.as('app', ...permissions).ask('POST', `/repos/acme/app/actions/workflows/${file}/dispatches`, { ref: 'main' });
  expect((await dispatch('push.yml', 'actions:write')).json.message).toBe('Workflow does not have \'workflow_dispatch\' trigger');
  expect((await dispatch('off.yml', 'actions:write')).status).toBe(422);
  expect((await dispatch('none.yml', 'actions:write')).status).toBe(404);
  expect((await dispatch('deploy.yml', 'contents:write', 'actions:read')).status).toBe(403);
});

test('a workflow is read by its file or its number', async () => {
  const { id } = (await scene.anonymous.ask('GET', WORKFLOW)).json;
  expect((await scene.anonymous.ask('GET', `/repos/acme/app/actions/workflows/${id}`)).json).toMatchObject({ path: '.github/workflows/deploy.yml', state: 'active' });
});

test('what GITHUB_TOKEN publishes starts no workflow, what others publish does', async () => {
  for (const [kind, tag] of [['workflow', 'v1.0.0'], ['app', 'v2.0.0-rc.1']] as const) {
    const { id } = scene.repository.addRelease({ tag, prerelease: kind === 'app' });
    await scene.as(kind, 'contents:write').ask('PATCH', `/repos/acme/app/releases/${id}`, { tag_name: tag, draft: false });
  }
  expect(scene.repository.events).toEqual([
    { event: 'create', ref: 'refs/tags/v1.0.0', startsWorkflows: false },
    { event: 'push', ref: 'refs/tags/v1.0.0', startsWorkflows: false },
    { event: 'release', action: 'published', startsWorkflows: false },
    { event: 'release', action: 'released', startsWorkflows: false },
    { event: 'create', ref: 'refs/tags/v2.0.0-rc.1', startsWorkflows: true },
    { event: 'push', ref: 'refs/tags/v2.0.0-rc.1', startsWorkflows: true },
    { event: 'release', action: 'published', startsWorkflows: true },
  ]);
});

test('a prerelease that was never a draft is prereleased', async () => {
  await scene.writer.ask('POST', '/repos/acme/app/releases', { tag_name: 'v1.0.0-rc.1', prerelease: true });
  expect(scene.repository.events.map(({ action }) => action)).toEqual([undefined, undefined, 'published', 'prereleased', 'created']);
});
