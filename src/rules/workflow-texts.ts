import { expressionPieces } from '../github/expressions';

/** A text of the workflow and where it stands, for instance `jobs.build.steps.collect.run`. */
export interface WorkflowText {
  readonly path: string;
  readonly text: string;
}

/** Every text of a workflow; a step is named by its id. */
export function texts(value: unknown, path = ''): WorkflowText[] {
  return typeof value === 'string' ? [{ path, text: value }] : children(value, path).flatMap((child) => texts(child.value, child.path));
}

/** What a part of a workflow consists of. */
export function children(value: unknown, path: string): { readonly path: string; readonly value: unknown }[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, child]) => ({ path: [path, Array.isArray(value) ? child?.id ?? key : key].filter(Boolean).join('.'), value: child }))
    : [];
}

/** Strings in an expression, but not the keys of an index: `'a'`, and not `secrets['a']`. */
const LITERAL = /(?<!\[\s*)'(?:[^']|'')*'/g;

/** What stands between `${{` and `}}` in a text, without strings: they name nothing. */
export function expressionsIn(text: string): string[] {
  return expressionPieces(text).expressions.map((expression) => expression.replace(LITERAL, "''"));
}
