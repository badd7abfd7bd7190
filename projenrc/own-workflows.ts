import type { cdk, github } from 'projen';
import { pinned } from '../src/github/pins';
import { rewriteWorkflow } from '../src/project/workflow';

type Json = Record<string, any>;

/** Why a job of projen's workflows may write. */
const COMMENTS = {
  'permissions': ' none; each job has the least that it needs',
  'jobs.release_github.permissions.contents': ' to create the release and its tag',
  'jobs.release_npm.permissions.id-token': ' to prove to npm where the package was built',
  'jobs.release_pypi.permissions.id-token': ' to prove to PyPI where the package was built',
};

/** What projen's jobs set up in steps without a name. */
const TOOLS = [['actions/setup-node', 'Node.js'], ['actions/setup-python', 'Python'], ['actions/setup-java', 'Java'], ['actions/setup-go', 'Go']] as const;

/** Minutes that no job of these workflows has needed. */
const TIMEOUT = 30;

/**
 * Pins the workflows that projen writes and takes from them what they do not need. What projen's
 * options cannot say is mended in the finished file; what cannot be mended, because it lies inside
 * projen's scripts, stands in .ci/exceptions.json.
 */
export function hardenOwnWorkflows(project: cdk.JsiiProject): void {
  const { actions, workflows } = project.github!;
  TOOLS.forEach(([action]) => actions.set(action, pinned(action)));
  for (const workflow of workflows.filter(({ name }) => ['build', 'release'].includes(name))) {
    rewriteWorkflow(workflow, harden, COMMENTS);
  }
}

function harden(workflow: Json): Json {
  return {
    ...workflow,
    permissions: {},
    concurrency: { 'group': '${{ github.workflow }}-${{ github.ref }}', 'cancel-in-progress': false },
    jobs: Object.fromEntries(Object.entries<Json>(workflow.jobs).map(([id, job]) => [id, hardenJob(id, job)])),
  };
}

function hardenJob(id: string, job: Json): Json {
  return {
    ...job,
    'name': job.name ?? id,
    'timeout-minutes': job['timeout-minutes'] ?? TIMEOUT,
    // projen's build job would push what a build changes, and its release job a tag; neither does here
    'permissions': ['build', 'release'].includes(id) ? { contents: 'read' } : job.permissions,
    'steps': job.steps.map(hardenStep),
  };
}

function hardenStep(step: Json & github.workflows.JobStep): Json {
  return {
    ...step,
    name: step.name ?? nameOf(step.uses!),
    // publib's own default
    ...step.env?.NPM_REGISTRY && { env: { ...step.env, NPM_REGISTRY: undefined } },
    ...step.uses?.startsWith('actions/checkout@') && { with: { ...step.with, 'persist-credentials': false } },
  };
}

/** Fails on a step that is new in projen, for a person to name it. */
function nameOf(uses: string): string {
  const [, tool] = TOOLS.find(([action]) => uses.startsWith(`${action}@`)) ?? [];
  if (tool) {
    return `Set up ${tool}`;
  }
  throw new Error(`projen writes a step without a name that uses ${uses}: name it here`);
}
