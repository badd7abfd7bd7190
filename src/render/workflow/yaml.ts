import { GUARD } from './guard-job';
import type { Comments } from './workflow-file';
import { yamlText } from './yaml-text';
import { pinnedVersion } from '../../github/pins';

/** The keys of a workflow, a job and a step, in the order in which they read best. */
const WORKFLOW_KEYS = ['name', 'run-name', 'on', 'permissions', 'concurrency', 'env', 'defaults', 'jobs'];
const JOB_KEYS = [
  'name', 'needs', 'if', 'runs-on', 'environment', 'container', 'services', 'permissions', 'concurrency',
  'timeout-minutes', 'continue-on-error', 'strategy', 'outputs', 'env', 'defaults', 'steps',
];
const STEP_KEYS = [
  'name', 'id', 'if', 'uses', 'with', 'env', 'working-directory', 'shell', 'continue-on-error', 'timeout-minutes', 'run',
];

/**
 * The text of a workflow file: keys in order, the version behind each pinned commit, and comments
 * that say why. It takes what projen made of the workflow, so patches and overrides are in it.
 */
export function workflowText(workflow: object, marker: string, comments: Comments): string {
  const text = yamlText(inOrder(workflow), (path, value) => commentOf(comments, path, value) ?? versionOf(path, value));
  return (marker && `# ${marker}\n\n`) + text;
}

/** The one on the permissions speaks of none. */
function commentOf(comments: Comments, path: string, value: unknown): string | undefined {
  const isTrue = path !== 'permissions' || isMap(value) && !Object.keys(value).length;
  return isTrue && Object.hasOwn(comments, path) ? comments[path] : undefined;
}

function inOrder(workflow: object): object {
  const ordered = orderKeys(workflow, WORKFLOW_KEYS) as { readonly jobs?: unknown };
  return isMap(ordered.jobs) ? { ...ordered, jobs: jobsInOrder(ordered.jobs) } : ordered;
}

/** Most of the guard is script: the reader meets their own part first, jobs that were added too. */
function jobsInOrder(jobs: object): object {
  const isLast = (id: string) => Number(id === GUARD);
  return Object.fromEntries(Object.entries(jobs).sort(([a], [b]) => isLast(a) - isLast(b)).map(([id, job]) => [id, jobInOrder(job)]));
}

function jobInOrder(job: unknown): unknown {
  const ordered = orderKeys(job, JOB_KEYS) as { readonly steps?: unknown };
  return isMap(ordered) && Array.isArray(ordered.steps) ? { ...ordered, steps: ordered.steps.map((step) => orderKeys(step, STEP_KEYS)) } : ordered;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys that are not in the list stay behind the others, as they were. */
function orderKeys(value: unknown, keys: readonly string[]): unknown {
  if (!isMap(value)) {
    return value;
  }
  const rank = (key: string) => (keys.indexOf(key) + 1 || keys.length + 1);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)));
}

/** An override to a commit that is not in the list of pins gets no comment. */
function versionOf(path: string, value: unknown): string | undefined {
  const version = /^jobs\.[^.]*\.steps\.\d+\.uses$/.test(path) && typeof value === 'string' ? pinnedVersion(value) : undefined;
  return version && ` ${version}`;
}
