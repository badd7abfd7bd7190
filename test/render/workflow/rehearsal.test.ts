import type { RehearseModel } from '../../../src/model/model';
import { workflowsOf, type WorkflowKind } from '../../../src/model/workflows';
import { loadScripts } from '../../../src/outside/scripts';
import { commentsOf, renderOne } from '../../../src/render/workflow/workflows';
import { buildJob, githubRelease, model, type Overrides, platform, repository, secret, usedBy } from '../models';

const scripts = loadScripts();
const REHEARSE: RehearseModel = { pullRequests: false, branches: [], schedule: '', legs: [{ job: 'build', platform: 'linux-x64' }], watch: '', watchIssue: false };

function rendered(kind: WorkflowKind, rehearse: Partial<RehearseModel>, overrides: Overrides = {}) {
  const workflow = workflowsOf(model({ rehearse: { ...REHEARSE, ...rehearse }, ...overrides })).find((one) => one.kind === kind)!;
  return { ...renderOne(workflow, scripts), comments: commentsOf(workflow) };
}

const needy: Overrides = {
  repositories: [repository(), repository({ id: 'engine', name: 'acme/engine', path: 'engine', credential: { kind: 'token', secret: 'ENGINE_TOKEN' } })],
  secrets: [secret({ title: 'ENGINE_TOKEN', names: ['ENGINE_TOKEN'], env: {}, usedBy: usedBy({ repositories: ['acme/engine'] }) })],
};

test.each<[Partial<RehearseModel>, object]>([
  [{ pullRequests: true }, { pull_request: {} }],
  [{ branches: ['main', '!x'] }, { push: { branches: ['main', '!x'] } }],
  [{ schedule: '1 2 * * 3' }, { schedule: [{ cron: '1 2 * * 3' }] }],
])('%j is started by %j', (rehearse, on) => {
  expect(rendered('rehearsal', rehearse).on).toEqual(on);
});

test('only the run of a pull request is ended by the next one', () => {
  expect(rendered('rehearsal', { pullRequests: true }).concurrency).toEqual({
    'group': 'installers-rehearsal-${{ github.ref }}', 'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
  });
  expect(rendered('rehearsal', { branches: ['main'] }).concurrency['cancel-in-progress']).toBe(false);
});

test('where secrets are always there, or none is needed, no step asks whether it runs', () => {
  for (const [rehearse, more] of [[{ branches: ['main'] }, needy], [{ pullRequests: true }, {}]] as const) {
    const { jobs } = rendered('rehearsal', rehearse, { ...more, publish: [githubRelease()] });
    expect(jobs.build.steps.map((step) => step.if).filter(Boolean)).toEqual([]);
    expect([jobs.guard.outputs, jobs.assemble.if, jobs.build.steps[0].env]).not.toContainEqual(expect.stringContaining('unrehearsed'));
  }
});

test('a job of which no leg is left out is as ever', () => {
  const docs = buildJob({ id: 'docs', repositories: ['self'], platforms: [platform()] });
  const build = { ...model(needy), jobs: [...model(needy).jobs, docs] };
  const legs = [{ job: 'build', platform: 'linux-x64' }, { job: 'docs', platform: 'linux-x64' }];
  const [, { model: further }] = workflowsOf({ ...build, rehearse: { ...REHEARSE, pullRequests: true, legs } });
  const { jobs } = renderOne({ kind: 'rehearsal', model: further }, scripts);
  expect(Object.entries(jobs).map(([id, { steps }]) => [id, JSON.stringify(steps).includes(".rehearsed != 'false'")])).toEqual([['guard', false], ['build', true], ['docs', false]]);
});

test('the guard of a pull request has its part in front of its own, and of a branch it is as ever', () => {
  const run = (rehearse: Partial<RehearseModel>) => rendered('rehearsal', rehearse).jobs.guard.steps[0].run;
  expect(run({ branches: ['main'] })).toBe([scripts.say, scripts.report, scripts.secrets, scripts.requests, scripts.answers, scripts.guard].join('\n'));
  expect(run({ pullRequests: true })).toBe([scripts.say, scripts.report, scripts.secrets, scripts.requests, scripts.answers, scripts.rehearsal, scripts.guard].join('\n'));
});

test('the guard of a pull request knows what all that is read is read with, also what is fetched', () => {
  const credential = { kind: 'token', secret: 'LIB_TOKEN' } as const;
  const { jobs } = rendered('rehearsal', { pullRequests: true }, {
    ...needy,
    dependencies: [
      { kind: 'github', id: 'acme-lib', declaredAt: 'dependencies[0]', name: 'acme/lib', credential },
      { kind: 'cargo-registry', id: 'cargo-acme-dev', declaredAt: 'dependencies[1]', name: 'acme', index: 'sparse+https://cargo.acme.dev/', secret: 'CARGO_TOKEN' },
      { kind: 'github', id: 'acme-open', declaredAt: 'dependencies[2]', name: 'acme/open', credential: { kind: 'workflow-token' } },
    ],
  });
  expect(jobs.guard.steps.at(-1)!.env!.READ_WITH).toBe('engine ENGINE_TOKEN\nacme-lib LIB_TOKEN\ncargo-acme-dev CARGO_TOKEN');
});

test('the guard of a pull request knows what dependencies, and refs in files, are read with', () => {
  const registry = { kind: 'cargo-registry', id: 'registry', declaredAt: '', name: 'acme', index: 'sparse+https://cargo.acme.dev/', secret: 'CARGO_TOKEN' } as const;
  const [main, engine] = needy.repositories!;
  const { jobs } = rendered('rehearsal', { pullRequests: true }, {
    ...needy,
    repositories: [{ ...engine, path: '' }, { ...main, path: 'app' }, repository({ id: 'open', name: 'acme/open', path: 'open', refFile: 'open.ref' })],
    dependencies: [registry],
  });
  expect(jobs.guard.steps.at(-1)!.env!.READ_WITH).toBe('engine ENGINE_TOKEN\nopen ENGINE_TOKEN\nregistry CARGO_TOKEN');
});

test('nothing in it can write, and the guard asks for no right to publish', () => {
  const { jobs } = rendered('rehearsal', { branches: ['main'] }, {
    publish: [githubRelease({ attest: true }), githubRelease({ id: 'other', repository: 'acme/releases', credential: { kind: 'token', secret: 'RELEASE_TOKEN' } })],
    secrets: [secret({ title: 'RELEASE_TOKEN', names: ['RELEASE_TOKEN'], env: {}, usedBy: usedBy({ targets: ['other'] }) })],
  });
  expect(Object.entries(jobs).map(([id, { permissions }]) => [id, permissions])).toEqual([
    ['guard', {}], ['build', { contents: 'read' }], ['assemble', { contents: 'read' }],
  ]);
  expect(Object.keys(jobs.guard.steps.at(-1)!.env!)).toEqual(['TAG_FILTERS', 'WORKFLOW_PATH', 'REPOSITORIES', 'WORKFLOW_TOKEN', 'DOC_URL']);
  expect(JSON.stringify(jobs)).not.toContain('secrets.RELEASE_TOKEN');
});

test('a step of a leg that is left out does not run, whatever its own condition says, and each of parallel ones', () => {
  const steps = [{ id: 'clean', if: '${{ always() }}', run: 'clean' }, { parallel: [{ run: 'a' }, { run: 'b', if: 'failure()' }] }, { wait: ['clean'] }];
  const { jobs } = rendered('rehearsal', { pullRequests: true }, { ...needy, platforms: [platform({ postBuildSteps: steps })] });
  const left = "steps.check-outputs.outputs.rehearsed != 'false'";
  const at = jobs.build.steps.findIndex(({ id }) => id === 'clean');
  expect(jobs.build.steps.slice(at, at + 3)).toEqual([
    { id: 'clean', run: 'clean', if: `(${left}) && (always())` },
    { parallel: [{ run: 'a', if: left }, { run: 'b', if: `(${left}) && (failure())` }] },
    { wait: ['clean'], id: expect.any(String) },
  ]);
});

test('the watch has a job for an issue only where one is wanted', () => {
  expect(Object.keys(rendered('watch', { watch: '1 2 * * *' }).jobs)).toEqual(['guard']);
  expect(rendered('watch', { watch: '1 2 * * *' }).jobs.guard.outputs).toBeUndefined();
  const { jobs, comments } = rendered('watch', { watch: '1 2 * * *', watchIssue: true });
  expect(Object.keys(jobs.guard.outputs!)).toEqual(['findings']);
  expect([Object.keys(jobs), jobs.issue.permissions, comments['jobs.issue.permissions.issues']]).toEqual([
    ['guard', 'issue'], { issues: 'write' }, ' to open, change and close the one issue that holds what is found',
  ]);
  expect(JSON.stringify(jobs.issue)).not.toContain('secrets.');
});

test('the watch knows the runners that go away, each once, and those of groups are not among them', () => {
  const lines = (overrides: Overrides) => rendered('watch', { watch: '1 2 * * *' }, overrides).jobs.guard.steps.at(-1)!.env!.RUNNERS;
  expect(lines({})).toBeUndefined();
  expect(lines({
    guard: { runsOn: ['ubuntu-22.04'], runnerGroup: '' },
    platforms: [platform({ runsOn: ['ubuntu-22.04'] }), platform({ name: 'arm', runsOn: ['ubuntu-22.04-arm'] }), platform({ name: 'own', runsOn: ['ubuntu-22.04'], runnerGroup: 'ours' })],
  })).toBe('ubuntu-22.04 2026-07-19 2026-09-17 2027-04-17 ubuntu-24.04\nubuntu-22.04-arm 2026-07-19 2026-09-17 2027-04-17 ubuntu-24.04-arm');
});
