import { parse } from 'yaml';
import { BuildJob, Credential, Dependency, Platform, Repository, Secret, type TagBuildOptions } from '../../../src';
import { Expressions } from '../../../src/github/expression-evaluator';
import { legsOf } from '../../../src/model/jobs';
import type { Model, StepModel } from '../../../src/model/model';
import { MODEL_FILE, type ModelFile } from '../../../src/model/model-file';
import { workflowsOf } from '../../../src/model/workflows';
import { normalise } from '../../../src/normalise/normalise';
import { loadScripts } from '../../../src/outside/scripts';
import { CHECK, UNREHEARSED } from '../../../src/render/workflow/rehearsal';
import type { WorkflowFile } from '../../../src/render/workflow/workflow-file';
import { commentsOf, renderOne } from '../../../src/render/workflow/workflows';
import { workflowText } from '../../../src/render/workflow/yaml';
import type { Case } from '../../cases/case';
import * as credentials from '../../cases/credentials/declaration';
import { filesOf } from '../../cases/harness';
import * as kitchenSink from '../../cases/kitchen-sink/declaration';
import * as matchingTags from '../../cases/matching-tags/declaration';
import * as privateDependencies from '../../cases/private-dependencies/declaration';
import * as reference from '../../cases/reference/declaration';
import * as rehearsed from '../../cases/rehearsed/declaration';
import * as releaseElsewhere from '../../cases/release-elsewhere/declaration';
import * as signed from '../../cases/signed/declaration';
import * as stamped from '../../cases/stamped/declaration';
import * as tauriUpdates from '../../cases/tauri-updates/declaration';
import * as webHandedOn from '../../cases/web-handed-on/declaration';
import { engine } from '../../support/engine';
import { FakeGitHub } from '../../support/fake-github';
import * as answers from '../../support/github-answers';
import { runScript, type ScriptRun } from '../../support/run-script';

/** A pull request of a fork, which GitHub hands no secret: the guard passes, and each leg that begins needs none. */

const SHA = 'a'.repeat(40);
const scripts = loadScripts();
let github: FakeGitHub;

beforeAll(async () => { github = await FakeGitHub.start(); });
beforeEach(() => github.reset());
afterAll(() => github.stop());

const self = Repository.self();
const on = { run: ['make'], artifacts: ['dist/*'] };
const app = Credential.githubApp({ clientId: { secret: 'APP_ID' }, privateKey: { secret: 'APP_KEY' } });
const token = Credential.token({ secret: 'ENGINE_TOKEN' });
const both = [Platform.linuxX64(on), Platform.macosArm64(on)];
const core = BuildJob.of('core', { repositories: [self], platforms: both });

const DECLARED: Record<string, TagBuildOptions> = {
  'a repository that only some platforms check out': { repositories: [self, Repository.github('acme/engine', { credential: token, platforms: ['linux-x64'] })], platforms: both },
  'the same, read by an App': { repositories: [self, Repository.github('acme/engine', { credential: app, platforms: ['linux-x64'] })], platforms: both },
  'commits of all repositories for own steps': { repositories: [self, Repository.github('acme/engine', { credential: token })], jobs: [core, BuildJob.of('app', { platforms: both })], version: { env: true } },
  'a dependency that is read by the token of another job': { repositories: [self], jobs: [core, BuildJob.of('app', { prepare: [{ run: 'npm ci' }], dependencies: [Dependency.github('acme/lib', { credential: token })], platforms: both })] },
  'a registry': { repositories: [self], dependencies: [Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'NPM', package: '@acme/ui' })], prepare: [{ run: 'npm ci' }], platforms: both },
  'a ref in a file of a private repository': {
    repositories: [Repository.github('acme/main', { credential: token }), Repository.github('acme/open', { refFile: 'engine.ref' }), self],
    jobs: [BuildJob.of('core', { repositories: [self, Repository.github('acme/open', { refFile: 'engine.ref' })], platforms: both, workingDirectory: '.' }), BuildJob.of('app', { platforms: both })],
  },
  'an environment': { platforms: [Platform.linuxX64({ ...on, environment: 'sign', secrets: [Secret.required({ secret: 'LICENSE', purpose: 'unlocks' })] }), Platform.macosArm64(on)] },
};

const CASES: Record<string, Case> = {
  credentials, kitchenSink, matchingTags, privateDependencies, reference, rehearsed, releaseElsewhere, signed, stamped, tauriUpdates, webHandedOn,
};

const declared = Object.entries(DECLARED).map(([name, options]): [string, Model] => [name, normalise('app', options, { projectName: 'tool', directory: '', marker: '' })]);
const models = Object.entries(CASES).flatMap(([name, one]) => (JSON.parse(filesOf(one)[MODEL_FILE]) as ModelFile).builds.map(({ model }): [string, Model] => [`case ${name} ${model.id}`, model]));

test.each([...declared, ...models])('%s', async (_name, model) => {
  const legs = legsOf(model).map(({ job, platform }) => ({ job: job.id, platform: platform.name }));
  const workflow = workflowsOf({ ...model, rehearse: { pullRequests: true, branches: [], schedule: '', legs, watch: '', watchIssue: false } })[1];
  const { jobs }: WorkflowFile = parse(workflowText(renderOne(workflow, scripts), '', commentsOf(workflow)));
  workflow.model.repositories.filter(({ credential }) => credential.kind === 'workflow-token')
    .forEach(({ name }) => github.on({ path: new RegExp(`^/repos/${name}/commits/`) }, answers.commit(SHA)));
  github.on({ path: /\/contents\// }, { status: 200, body: 'main\n' });
  const guard = await start(jobs.guard.steps.at(-1)!, {});
  expect(errorsOf(guard)).toEqual([]);
  const outputs = Object.fromEntries(Object.keys(jobs.guard.outputs!).map((name) => [name, guard.outputs[name] ?? '']));
  const required = workflow.model.secrets.filter((secret) => secret.required).flatMap(({ names }) => names);
  for (const { job, platform } of legsOf(workflow.model)) {
    const [first, ...later] = jobs[job.id].steps;
    const matrix = jobs[job.id].strategy!.matrix.include.find((entry) => entry.platform === platform.name) as Record<string, string>;
    const contexts = { needs: { guard: { outputs } }, matrix };
    const begun = await start(first, contexts);
    expect(errorsOf(begun)).toEqual([]);
    const running = later.filter((step) => runs(step, { ...contexts, steps: { [CHECK]: { outputs: begun.outputs } } }));
    expect(running.filter((step) => required.some((name) => JSON.stringify(step).includes(`secrets.${name} `)))).toEqual([]);
    expect(running.filter((step) => step.with?.repository && !shown(String(step.with.ref), contexts))).toEqual([]);
    expect(running.length > 0).toBe(!outputs[UNREHEARSED]?.split(' ').includes(`${job.id}/${platform.name}`));
  }
});

function errorsOf({ annotations, code }: ScriptRun): unknown[] {
  return [...annotations.filter(({ level }) => level === 'error'), ...code === 0 ? [] : [code]];
}

const CONTEXTS = {
  secrets: {},
  vars: {},
  env: {},
  runner: { environment: 'github-hosted' },
  github: {
    token: 'ghs_1_workflow',
    server_url: 'https://github',
    repository: 'acme/app',
    repository_owner: 'acme',
    sha: SHA,
    event: { pull_request: { head: { repo: { full_name: 'mallory/app' } } }, repository: { name: 'app' } },
  },
};

type Contexts = ConstructorParameters<typeof Expressions>[1];

function shown(text: string, contexts: Contexts): string {
  return new Expressions(engine, { ...CONTEXTS, ...contexts }).show(text);
}

function runs(step: StepModel, contexts: Contexts): boolean {
  const outcome = new Expressions(engine, { ...CONTEXTS, ...contexts }).condition(step.if ?? 'true');
  return 'unknown' in outcome || outcome.value;
}

async function start(step: StepModel, contexts: Contexts): Promise<ScriptRun> {
  const env = Object.entries(step.env!).map(([name, text]) => [name, shown(String(text), contexts)]);
  return runScript(step.run!, {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF_NAME: '12/merge',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: SHA,
    GITHUB_HEAD_REF: 'feature',
    GITHUB_BASE_REF: 'main',
    GITHUB_ACTOR: 'mallory',
    TIME_LIMIT: '8',
    ...Object.fromEntries(env),
  });
}
