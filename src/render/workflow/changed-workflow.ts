import type { WorkflowFile } from './workflow-file';
import { renderOne } from './workflows';
import { type BuildEntry, entryWorkflows, MODEL_FILE, type WorkflowChange } from '../../model/model-file';
import type { BuildWorkflow } from '../../model/workflows';
import type { Scripts } from '../../text/scripts';

/** One of a build's files: as the model declares it, and with what was changed in that. */
export interface EntryFile extends BuildWorkflow {
  readonly declared: WorkflowFile;
  readonly file: object;
  readonly isChanged: boolean;
}

/** @throws Error where what was changed does not fit what is declared */
export function entryFiles(entry: BuildEntry, scripts: Scripts): EntryFile[] {
  return entryWorkflows(entry).map(({ changes, ...build }) => {
    const declared = renderOne(build, scripts);
    return { ...build, declared, file: withChanges(declared, changes), isChanged: changes.length > 0 };
  });
}

/**
 * A workflow with what was changed in it. The changes come with a file that a stranger may have written.
 *
 * @throws Error where one of them does not fit
 */
export function withChanges(workflow: object, changes: readonly WorkflowChange[]): object {
  const document = { whole: JSON.parse(JSON.stringify(workflow)) };
  changes.forEach((change) => make(change, document));
  return isMap(document.whole) ? document.whole : doesNotFit(changes[0]);
}

function make(change: WorkflowChange, document: object): void {
  const keys = ['whole', ...change.path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))];
  const last = keys.pop()!;
  const place = keys.reduce((value: any, key) => Object.hasOwn(Object(value), key) ? value[key] : doesNotFit(change), document as unknown);
  if (Array.isArray(place)) {
    changeList(place, last, change);
  } else if (isMap(place) && last !== '__proto__' && Object.hasOwn(place, last) === (change.op !== 'add')) {
    changeMap(place, last, change);
  } else {
    doesNotFit(change);
  }
}

function changeMap(map: Record<string, unknown>, key: string, change: WorkflowChange): void {
  if (change.op === 'remove') {
    delete map[key];
  } else {
    map[key] = change.value;
  }
}

function changeList(list: unknown[], key: string, change: WorkflowChange): void {
  const isNew = change.op === 'add';
  const index = /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : Infinity;
  if (index >= list.length + Number(isNew)) {
    doesNotFit(change);
  }
  list.splice(index, Number(!isNew), ...change.op === 'remove' ? [] : [change.value]);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function doesNotFit({ op, path }: WorkflowChange): never {
  throw new Error(`${MODEL_FILE}: what was changed in a workflow does not fit it: ${op} ${path || 'the whole'}.\n`
    + 'Run "npx projen" in the repository\'s root; it writes the file.');
}
