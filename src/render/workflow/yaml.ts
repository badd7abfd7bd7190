import { Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Comments } from './workflow-file';
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
  const document = new Document(workflow, { aliasDuplicateObjects: false });
  const root = document.contents as unknown as YAMLMap;
  orderKeys(root, WORKFLOW_KEYS);
  for (const job of valuesOf(root.get('jobs'))) {
    orderKeys(job, JOB_KEYS);
    const steps = isMap(job) ? job.get('steps') : undefined;
    for (const step of isSeq(steps) ? steps.items : []) {
      orderKeys(step, STEP_KEYS);
      addVersion(step);
    }
  }
  const permissions = root.get('permissions');
  const none = isMap(permissions) && permissions.items.length === 0;
  for (const [path, comment] of Object.entries(comments)) {
    // the one on the permissions speaks of none
    if (path !== 'permissions' || none) {
      addComment(root, path.split('.'), comment);
    }
  }
  return (marker && `# ${marker}\n\n`) + document.toString({ lineWidth: 0 });
}

function valuesOf(node: unknown): unknown[] {
  return isMap(node) ? node.items.map(({ value }) => value) : [];
}

/** Keys that are not in the list stay behind the others, as they were. */
function orderKeys(node: unknown, keys: readonly string[]): void {
  const rank = (pair: Pair) => {
    const index = keys.indexOf(String(pair.key));
    return index < 0 ? keys.length : index;
  };
  if (isMap(node)) {
    node.items.sort((a, b) => rank(a) - rank(b));
  }
}

/** An override to a commit that is not in the list of pins gets no comment. */
function addVersion(step: unknown): void {
  const uses = isMap(step) ? step.get('uses', true) : undefined;
  const version = isScalar(uses) ? pinnedVersion(String(uses.value)) : undefined;
  if (isScalar(uses) && version) {
    uses.comment = ` ${version}`;
  }
}

function addComment(root: YAMLMap, path: string[], comment: string): void {
  const parent = path.length > 1 ? root.getIn(path.slice(0, -1)) : root;
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(isScalar(key) ? key.value : key) === path.at(-1)) : undefined;
  if (isScalar(pair?.value)) {
    pair.value.comment = comment;
  } else if (isScalar(pair?.key)) {
    pair.key.commentBefore = comment;
  }
}
