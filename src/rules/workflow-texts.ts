import { expressionPieces } from '../github/expressions';

/** A text of the workflow and where it stands, for instance `jobs.build.steps.collect.run`. */
export interface WorkflowText {
  readonly path: string;
  readonly text: string;
}

/** Every text of a workflow; a step is named by its id. */
export function texts(value: unknown, path = ''): WorkflowText[] {
  if (typeof value === 'string') {
    return [{ path, text: value }];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => texts(child, [path, Array.isArray(value) ? child?.id ?? key : key].filter(Boolean).join('.')))
    : [];
}

/** Strings in an expression, but not the keys of an index: `'a'`, and not `secrets['a']`. */
const LITERAL = /(?<!\[\s*)'(?:[^']|'')*'/g;

/** What stands between `${{` and `}}` in a text, without strings: they name nothing. */
export function expressionsIn(text: string): string[] {
  return expressionPieces(text).expressions.map((expression) => expression.replace(LITERAL, "''"));
}
