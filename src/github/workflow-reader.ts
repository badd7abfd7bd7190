import { parseDocument } from 'yaml';
import { MAX_WORKFLOW_BYTES } from './limits';
import type { Engine, ExpressionToken, Token } from './workflow-engine';

/** A value of a workflow file; an expression stays in its text, as `${{ … }}`. */
export type Value = null | string | number | boolean | readonly Value[] | Mapping;

export interface Mapping {
  readonly [key: string]: Value;
}

/** What GitHub's own parser makes of a workflow file. */
export interface ReadWorkflow {
  /** The whole file; empty where it is no workflow. */
  readonly content: Mapping;
  /** What GitHub has against it: it then starts no job of it. */
  readonly errors: readonly string[];
}

/** What stands for a value from elsewhere in the file. */
const ALIAS = /[\s,[]\*\w/;

/** As many aliases as these cannot make much of little. */
const FEW_ALIASES = 10;
const MANY_ALIASES = 1_000;

/** Reads a workflow file. Whatever the text holds, nothing is thrown. */
export function readWorkflow(engine: Engine, text: string): ReadWorkflow {
  const problem = unreadable(text);
  return problem ? { content: {}, errors: [problem] } : parse(engine, text);
}

/**
 * Reads only what starts a workflow, many times faster: the parser is given the block `on:` with a
 * job in place of the file's own. A file in which the block cannot be told is read as a whole.
 */
export function readTriggers(engine: Engine, text: string): ReadWorkflow {
  const block = /^(?:on|'on'|"on")[ \t]*:.*\n(?:(?:[ \t#-].*)?\r?\n)*/m.exec(`${text}\n`)?.[0];
  if (block === undefined || ALIAS.test(block) || unreadable(text)) {
    return readWorkflow(engine, text);
  }
  const read = parse(engine, `${block}jobs:\n  any:\n    runs-on: any\n    steps:\n      - run: any\n`);
  return read.errors.length ? readWorkflow(engine, text) : read;
}

function unreadable(text: string): string | undefined {
  if (text.length > MAX_WORKFLOW_BYTES) {
    return `the file has more than ${MAX_WORKFLOW_BYTES} bytes, which is all that GitHub reads`;
  }
  if (text.includes('\u0000')) {
    return 'the file is not text';
  }
  return text.trim() ? aliasProblem(text) : 'the file is empty';
}

/** Aliases of aliases can make gigabytes of a few lines. */
function aliasProblem(text: string): string | undefined {
  if ((text.match(new RegExp(ALIAS, 'g')) ?? []).length <= FEW_ALIASES) {
    return undefined;
  }
  try {
    parseDocument(text).toJS({ maxAliasCount: MANY_ALIASES });
    return undefined;
  } catch (error) {
    return `its aliases cannot be followed: ${(error as Error).message}`;
  }
}

function parse(engine: Engine, text: string): ReadWorkflow {
  try {
    const { context, value } = engine.parseWorkflow({ name: 'workflow', content: text }, new engine.NoOperationTraceWriter());
    const content = value && engine.isMapping(value) ? valueOf(engine, value) as Mapping : {};
    const found = context.errors.getErrors().map(({ rawMessage, range }) => `${range ? `line ${range.start.line}: ` : ''}${rawMessage.split('\n')[0]}`);
    return { content, errors: [...found, ...found.length ? [] : needsErrors(content)] };
  } catch (error) {
    return { content: {}, errors: [`GitHub's parser cannot read the file: ${(error as Error).message}`] };
  }
}

function valueOf(engine: Engine, token: Token): Value {
  if (engine.isMapping(token)) {
    return Object.fromEntries([...token].map(({ key, value }) => [key.toString(), valueOf(engine, value)]));
  }
  if (engine.isSequence(token)) {
    return [...token].map((item) => valueOf(engine, item));
  }
  if (engine.isBasicExpression(token)) {
    const text = asWritten(token);
    return token.blockScalarHeader ? blockText(text, token.blockScalarHeader) : text;
  }
  return engine.isString(token) || engine.isNumber(token) || engine.isBoolean(token) ? token.value : null;
}

/** The parser makes a call of `format` of a text with expressions in it. */
function asWritten({ expression, originalExpressions: parts }: ExpressionToken): string {
  const pattern = parts && /^format\('((?:[^']|'')*)'/.exec(expression)?.[1];
  return pattern === undefined
    ? `\${{ ${expression} }}`
    : pattern.replace(/''/g, "'").replace(/\{\{|\}\}|\{(\d+)\}/g, (brace, index) => index === undefined ? brace[0] : `\${{ ${parts![index].expression} }}`);
}

/** The parser keeps a block with an expression as it stands in the file: with its indentation, and neither folded nor chomped. */
function blockText(text: string, header: string): string {
  const indent = /^ */.exec(text)![0];
  const plain = text.split('\n').map((line) => line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()).join('\n');
  const folded = header.startsWith('>') ? plain.replace(/([^\n])\n(?=[^\n ])/g, '$1 ') : plain;
  return header.includes('+') ? folded : folded.replace(/(?<!\n)\n+$/, '') + (header.includes('-') ? '' : '\n');
}

/** What GitHub says of `needs` when it makes jobs of what was parsed. */
function needsErrors({ jobs }: Mapping): string[] {
  const all = mapping(jobs);
  const errors = Object.entries(all).flatMap(([id, job]) => texts(mapping(job).needs)
    .filter((need) => !Object.hasOwn(all, need))
    .map((need) => `job '${id}' needs '${need}', which is no job of this workflow`));
  if (errors.length) {
    return errors;
  }
  const done = new Set<string>();
  const ready = () => Object.keys(all).filter((id) => !done.has(id) && texts(mapping(all[id]).needs).every((need) => done.has(need)));
  for (let next = ready(); next.length; next = ready()) {
    next.forEach((id) => done.add(id));
  }
  const rest = Object.keys(all).filter((id) => !done.has(id));
  return rest.length ? [`jobs need each other in a circle: ${rest.join(', ')}`] : [];
}

/** A value as a mapping; any other is an empty one. */
export function mapping(value: Value | undefined): Mapping {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Mapping : {};
}

/** A value as a list: one alone is a list of one, none is an empty one. */
export function list(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) {
    return [];
  }
  return Array.isArray(value) ? value : [value as Value];
}

/** A value as a list of texts. */
export function texts(value: Value | undefined): string[] {
  return list(value).filter((item) => typeof item !== 'object').map(String);
}
