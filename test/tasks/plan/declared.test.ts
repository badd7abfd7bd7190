import { parse, stringify } from 'yaml';
import { OWN, planOf, push } from './plan-of';
import type { Model } from '../../../src/model/model';
import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow, workflowComments } from '../../../src/render/workflow/workflow';
import { workflowText } from '../../../src/render/workflow/yaml';
import type { WorkflowPlan } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';
import { buildJob, model as makeModel, platform, repository, secret } from '../../render/models';

const LICENCE = '${{ secrets.LICENCE }}';

/** The web part is built once, and handed on; the apps are built with it. */
const model = makeModel({
  repositories: [repository(), repository({ id: 'engine', name: 'acme/engine', path: 'engine', credential: { kind: 'token', secret: 'ENGINE_TOKEN' } })],
  jobs: [
    buildJob({
      id: 'web',
      title: 'Web',
      artifacts: 'handed-on',
      platforms: [platform({ run: ['npm run build:web', 'npm publish --access public'], artifacts: ['web/dist/**'], artifactRoot: 'web/dist', artifactName: 'installers-web-linux-x64' })],
    }),
    buildJob({
      id: 'apps',
      title: 'Apps',
      needs: [{ job: 'web', path: 'app/web/dist', platforms: ['linux-x64'], merge: true }],
      repositories: ['self', 'engine'],
      workingDirectory: 'app',
      prepare: [{ name: 'Unlock', run: './unlock.sh', env: { LICENCE } }],
      platforms: [
        platform({ run: ['make deb'], artifactName: 'installers-apps-linux-x64' }),
        platform({ name: 'macos-arm64', runsOn: ['macos-15'], run: ['make dmg'], artifactName: 'installers-apps-macos-arm64', secrets: ['Apple'] }),
      ],
    }),
  ],
  secrets: [secret({ title: 'Apple', names: ['CSC_LINK', 'CSC_PASSWORD'], env: { CSC_LINK: 'CSC_LINK', CSC_KEY_PASSWORD: 'CSC_PASSWORD' } })],
});

const GENERATED = workflowText(renderWorkflow(model, loadScripts()), model.marker, workflowComments(model));

interface Changeable {
  readonly jobs: Record<string, Record<string, unknown> & { readonly steps: Record<string, unknown>[] }>;
}

/** The plan of the workflow after somebody has laid hands on it. */
function planOfChanged(change: (workflow: Changeable) => void = () => {}, planned: Model = model): WorkflowPlan {
  const workflow = parse(GENERATED) as Changeable;
  change(workflow);
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': stringify(workflow) }, { models: [planned] }).builds;
  return build;
}

function job(build: WorkflowPlan, id: string) {
  return build.jobs.find((one) => one.id === id)!;
}

function step(build: WorkflowPlan, id: string, name: string) {
  return job(build, id).legs[0].steps.find((one) => one.name === name)!;
}

const text = printPlan(planOf(push('v1.2.3'), { 'installers.yml': GENERATED }, { models: [model] }), 100);

test('jobs stand in the order of needs, with what each is handed and hands on, and results apart', () => {
  expect(text).toContain(`
├─ ✓ job web, 1 leg, after guard
│  ├─ if: !inputs.guard_only
│  ├─ Web linux-x64 on ubuntu-24.04, at most 60 minutes
│  ├─ Check what the guard handed on (say.sh, leg.sh)
│  ├─ check out acme/app at v1.2.3 into .
│  ├─ run: Build
│  │  ├─ npm run build:web
│  │  └─ npm publish --access public
│  ├─ Collect the artifacts, and pack them for the jobs that need them (say.sh, artifacts.sh,
│  │     collect.sh, handed-on.sh, pack.sh)
│  └─ hand on to apps: artifact installers-web-linux-x64-v1.2.3-handed-on from web/dist/**, kept
│        for 1 day
├─ ✓ job apps, 2 legs, after guard, web
`);
  expect(text).toContain(`
│  ├─ download artifact installers-web-linux-x64-v1.2.3-handed-on into .handed-on/web/linux-x64
│  ├─ Unpack what was handed on (say.sh, report.sh, handed-on.sh, unpack.sh)
│  │  └─ what web built on linux-x64, into app/web/dist
`);
  expect(text).toContain(`
├─ results
│  ├─ artifact installers-apps-linux-x64-v1.2.3 of Apps linux-x64, from app/dist/*
│  └─ artifact installers-apps-macos-arm64-v1.2.3 of Apps macos-arm64, from app/dist/*
`);
  expect(planOfChanged().results).toEqual([
    { job: 'apps', leg: 'Apps linux-x64', name: 'installers-apps-linux-x64-v1.2.3', path: ['app/dist/*'] },
    { job: 'apps', leg: 'Apps macos-arm64', name: 'installers-apps-macos-arm64-v1.2.3', path: ['app/dist/*'] },
  ]);
});

test('what is as declared bears no mark, whoever wrote the same YAML', () => {
  const build = planOfChanged();
  expect(build.jobs.map(({ id, origin }) => [id, origin])).toEqual([['guard', 'declared'], ['web', 'declared'], ['apps', 'declared']]);
  expect(build.jobs.flatMap(({ legs }) => legs).flatMap(({ steps }) => steps).filter(({ origin }) => origin !== 'declared')).toEqual([]);
  expect(text).not.toMatch(/changed|added/);
});

test('secrets are the model\'s: of credentials, of the build step of each leg, and in an own step those that it names', () => {
  const build = planOfChanged();
  expect(job(build, 'guard').legs[0].secrets).toEqual([{ name: 'ENGINE_TOKEN', steps: ['Check secrets and repositories'] }]);
  expect(job(build, 'web').legs[0].secrets).toEqual([]);
  const [linux, mac] = job(build, 'apps').legs;
  expect(linux.secrets).toEqual([{ name: 'ENGINE_TOKEN', steps: ['Check out acme/engine'] }, { name: 'LICENCE', steps: ['Unlock'] }]);
  expect(mac.secrets).toEqual([...linux.secrets, { name: 'CSC_LINK', steps: ['Build'] }, { name: 'CSC_PASSWORD', steps: ['Build'] }]);
});

test('secrets in what passes through a generated step are read', () => {
  const passing = makeModel({
    repositories: [repository({ with: { 'ssh-known-hosts': '${{ secrets.HOSTS }}' } })],
    platforms: [platform({ env: { NPM_TOKEN: '${{ secrets.NPM_TOKEN }}' } }), platform({ name: 'other' })],
  });
  const generated = workflowText(renderWorkflow(passing, loadScripts()), passing.marker, workflowComments(passing));
  const { jobs: [, { legs }] } = planOf(push('v1.2.3'), { 'installers.yml': generated }, { models: [passing] }).builds[0];
  const hosts = { name: 'HOSTS', steps: ['Check out this repository'] };
  expect(legs.map(({ secrets }) => secrets)).toEqual([[hosts, { name: 'NPM_TOKEN', steps: ['Build'] }], [hosts]]);
});

test('of a generated step, the commands of the user may publish', () => {
  expect(planOfChanged().publishing).toEqual(["Job web, 'Build', seems to publish to a package registry."]);
});

test('a job that was added is read, and its condition is told by the guard, whose step is as declared', () => {
  const build = planOfChanged(({ jobs }) => {
    jobs.guard['timeout-minutes'] = 9;
    jobs.publish = {
      'needs': ['guard', 'apps'],
      'if': "needs.guard.outputs.real == 'true' && needs.guard.outputs.version == '1.2.3'",
      'runs-on': 'ubuntu-24.04',
      'steps': [{ run: `gh release create --notes ${LICENCE}` }],
    };
  });
  expect(job(build, 'guard').origin).toBe('changed');
  expect(job(build, 'publish')).toMatchObject({ origin: 'added', runs: 'yes', legs: [{ secrets: [{ name: 'LICENCE' }], steps: [{ origin: 'added' }] }] });
  expect(build.publishing[1]).toBe("Job publish, 'gh release create --notes ${{ secrets.LICENCE }}', seems to publish to a GitHub release.");
});

test('nothing is known of a guard that was changed', () => {
  const build = planOfChanged(({ jobs }) => {
    jobs.guard.steps[0].env = { TAG_FILTERS: '+ ^v.*$' };
    jobs.publish = { 'needs': 'guard', 'if': "needs.guard.outputs.real == 'true'", 'runs-on': 'ubuntu-24.04', 'steps': [{ run: 'make' }] };
  });
  expect(step(build, 'guard', 'Check secrets and repositories')).toMatchObject({ origin: 'changed', scripts: expect.arrayContaining(['guard.sh']) });
  expect(job(build, 'publish')).toMatchObject({ runs: 'unknown', why: 'needs.guard.outputs.real is known in the run only' });
});

test('a step that was changed is read, and says so', () => {
  const build = planOfChanged(({ jobs }) => {
    const unpack = jobs.apps.steps.find(({ id }) => id === 'unpack-handed-on')!;
    unpack['timeout-minutes'] = 3;
    jobs.apps.steps.push({ name: 'Sign', run: 'sign', env: { KEY: '${{ secrets.CSC_LINK }}' } });
    delete jobs.web.steps.find(({ id }) => id === 'upload-handed-on')!.with;
  });
  expect(step(build, 'apps', 'Unpack what was handed on')).toMatchObject({ origin: 'changed', unpacks: [], scripts: ['say.sh', 'report.sh', 'handed-on.sh', 'unpack.sh'] });
  expect(job(build, 'apps').legs[0].secrets).toContainEqual({ name: 'CSC_LINK', steps: ['Sign'] });
  expect(step(build, 'web', 'Upload what is handed on').artifact).toMatchObject({ handedTo: [], path: [] });
  const printed = printPlan({ ...planOf(push('v1.2.3'), {}), builds: [build] }, 100);
  expect(printed).toContain('├─ ✓ job apps, 2 legs, after guard, web, changed\n');
  expect(printed).toContain('│  ├─ Unpack what was handed on (say.sh, report.sh, handed-on.sh, unpack.sh) (changed)\n');
  expect(printed).toContain('│  ├─ run: sign (added)\n');
});

test('a job of the model\'s that is gone is not planned', () => {
  const build = planOfChanged(({ jobs }) => {
    delete jobs.web;
    jobs.apps.needs = 'guard';
  });
  expect(build.jobs.map(({ id }) => id)).toEqual(['guard', 'apps']);
  expect(OWN).toBe(build.path);
});

test('a build that is tried again is told from one that is not, and what tries the app from both', () => {
  const again = { attempts: 2, pauseSeconds: 0, reason: 'It is away.' };
  const planned = makeModel({
    platforms: [
      platform({ run: ['make'], retry: again, smokeTest: { run: 'app --version', timeoutSeconds: 60 } }),
      platform({ name: 'macos-arm64', run: ['make', 'make dmg'], retry: again }),
    ],
  });
  const generated = workflowText(renderWorkflow(planned, loadScripts()), planned.marker, workflowComments(planned));
  const printed = printPlan(planOf(push('v1.2.3'), { 'installers.yml': generated }, { models: [planned] }), 100);
  expect(printed).toContain('] run: make (again where it fails)\n');
  expect(printed).toContain('] run: Build (again where it fails)\n');
  expect(printed).toContain('] run: Smoke test\n│  │  └─ app --version\n');
});
