import { expressionPieces } from '../github/expressions';

/** A text of the workflow and where it stands, for instance `jobs.build.steps.collect.run`. */
export interface WorkflowText {
  readonly path: string;
  readonly text: string;
}

/** Several rules go through the same workflow, and none of them changes it. */
const known = new WeakMap<object, readonly WorkflowText[]>();

/** Every text of a workflow; a step is named by its id. */
export function texts(workflow: unknown): readonly WorkflowText[] {
  if (typeof workflow !== 'object' || workflow === null) {
    return textsIn(workflow, '');
  }
  const found = known.get(workflow) ?? textsIn(workflow, '');
  known.set(workflow, found);
  return found;
}

function textsIn(value: unknown, path: string): WorkflowText[] {
  return typeof value === 'string' ? [{ path, text: value }] : children(value, path).flatMap((child) => textsIn(child.value, child.path));
}

/** What a part of a workflow consists of. */
export function children(value: unknown, path: string): { readonly path: string; readonly value: unknown }[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, child]) => ({ path: below(path, Array.isArray(value) ? String(child?.id ?? key) : key), value: child }))
    : [];
}

function below(path: string, key: string): string {
  return path && key ? `${path}.${key}` : path || key;
}

/** A string in an expression, and what makes it the key of an index. */
const LITERAL = /(\[\s*)?'(?:[^']|'')*'/g;

/** What stands between `${{` and `}}` in a text, without strings: they name nothing, unless as in `secrets['a']`. */
export function expressionsIn(text: string): string[] {
  return expressionPieces(text).expressions.map((expression) => expression.replace(LITERAL, (literal, index) => index === undefined ? "''" : literal));
}
