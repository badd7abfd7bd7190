import { type Command, chunksOf } from './script';
import { usedAction } from './used-action';
import type { LegSource } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** What a text says of the tag: its name, its version, or the whole `refs/tags/…`. */
export type TagValue = 'ref' | 'tag' | 'version';

/** What is known at a step: variables, and `steps.<id>.outputs.<name>` in lower case. */
type Known = ReadonlyMap<string, TagValue>;

const SHELL_PIECE = /\$\{\{([\s\S]*?)\}\}|\$\{(\w+)([^}]*)\}|\$\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\$env:(\w+)((?:\.(?:TrimStart|Substring|Replace)\([^()]*\))*)|\$(\w+)/gi;
const EXPRESSION_PIECE = /\$\{\{([\s\S]*?)\}\}/g;

/** Actions that do nothing but read the tag, by their outputs. */
const TAG_ACTIONS: Readonly<Record<string, Readonly<Record<string, TagValue>>>> = {
  'dawidd6/action-get-tag': { tag: 'tag' },
  'olegtarasov/get-tag': { tag: 'tag' },
  'battila7/get-version-action': { 'version': 'tag', 'version-without-v': 'version' },
};

/** A text with `{tag}` and `{version}` in the place of what means them; undefined where anything else in it is not known. */
export function withPlaceholders(text: string, step: StepSource, leg: LegSource, inShell = false): string | undefined {
  const known = knownAt(step, leg);
  const pieces = inShell ? SHELL_PIECE : EXPRESSION_PIECE;
  const values = [...text.matchAll(pieces)].map((match) => valueOf(match, known));
  const literal = text.replaceAll(pieces, '');
  if (values.includes(undefined) || (inShell ? /[{}$`]/ : /[{}]/).test(literal)) {
    return undefined;
  }
  let at = 0;
  return text.replaceAll(pieces, () => values[at++] === 'version' ? '{version}' : '{tag}');
}

/** Whether a text is the name of the tag, or its version. */
export function tagValueOf(text: string, step: StepSource, leg: LegSource, inShell = false): TagValue | undefined {
  switch (withPlaceholders(text.trim(), step, leg, inShell)) {
    case '{tag}': case 'v{version}': case 'refs/tags/{tag}': return 'tag';
    case '{version}': return 'version';
    default: return undefined;
  }
}

function valueOf([, expression, name, operation = '', substitution, powershell, calls = '', variable]: RegExpExecArray, known: Known): TagValue | undefined {
  if (expression !== undefined) {
    return ofExpression(expression.trim(), known);
  }
  if (substitution !== undefined) {
    return ofSubstitution(substitution.trim(), known);
  }
  const value = known.get(name ?? powershell ?? variable);
  return value && changed(value, operation.replaceAll('\\', '') || calls);
}

function ofExpression(expression: string, known: Known): TagValue | undefined {
  const name = expression.split('||').at(-1)!.trim().toLowerCase();
  switch (name) {
    case 'github.ref_name': case 'github.event.release.tag_name': return 'tag';
    case 'github.ref': case 'github.event.ref': return 'ref';
    default: return known.get(name.startsWith('env.') ? expression.trim().slice('env.'.length) : name);
  }
}

/** What is left of a value when a shell cuts something off its beginning. */
function changed(value: TagValue, operation: string): TagValue | undefined {
  if (operation === '') {
    return value;
  }
  if (value === 'ref') {
    return /^(?:##?refs\/tags\/|##\*\/|\/\/?refs\/tags\/(?:\/)?|#\*\/\*\/|:10)$/.test(operation) ? 'tag'
      : /^(?:##?refs\/tags\/v|##\*\/v|\/\/?refs\/tags\/v\/?|:11)$/.test(operation) ? 'version' : undefined;
  }
  return value === 'tag' && /^(?:##?v|:1|\/#?v\/?|\.TrimStart\(["']v["']\)|\.Substring\(1\)|\.Replace\(["']v["'], ?["']["']\))$/i.test(operation) ? 'version' : undefined;
}

/** `$(git describe --tags)`, `$(echo "$TAG" | sed 's/^v//')` and the like. */
function ofSubstitution(script: string, known: Known): TagValue | undefined {
  if (/^git describe --tags(?: --abbrev=0| --exact-match)*$/.test(script)) {
    return 'tag';
  }
  const [, word, filter] = /^echo "?(\$\{?\w+\}?)"? ?\| ?(.+)$/.exec(script) ?? [];
  const value = word === undefined ? undefined : known.get(word.replaceAll(/[${}]/g, ''));
  switch (value && filter.replaceAll(/["'\\]/g, '').trim()) {
    case 'cut -d / -f 3': case 'cut -d/ -f3': case 'sed s/refs/tags///': case 'sed s|refs/tags/||': case 'sed -e s/^refs/tags///': return value === 'ref' ? 'tag' : undefined;
    case 'sed s/^v//': case 'sed s/v//': case 'cut -c2-': case 'cut -c 2-': case 'tr -d v': return value === 'tag' ? 'version' : undefined;
    default: return undefined;
  }
}

/** What the steps before have found out, and the variables of this one. */
function knownAt(step: StepSource, leg: LegSource): Known {
  const known = new Map<string, TagValue>([['GITHUB_REF', 'ref'], ['GITHUB_REF_NAME', 'tag']]);
  learn(known, leg.env);
  for (const before of leg.steps) {
    if (before.line >= step.line) {
      break;
    }
    learnOutputs(known, before);
  }
  learn(known, step.env);
  learnAssignments(known, step.run ?? '');
  return known;
}

function learn(known: Map<string, TagValue>, env: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(env)) {
    set(known, name, ofWord(text, known));
  }
}

function ofWord(text: string, known: Known): TagValue | undefined {
  const matches = [...text.matchAll(SHELL_PIECE)];
  return matches.length === 1 && matches[0][0] === text.trim() ? valueOf(matches[0], known) : undefined;
}

function set(known: Map<string, TagValue>, name: string, value: TagValue | undefined): void {
  if (value) {
    known.set(name, value);
  } else {
    known.delete(name);
  }
}

function learnOutputs(known: Map<string, TagValue>, { id = '', ...step }: StepSource): void {
  const outputs = TAG_ACTIONS[usedAction(step as StepSource)?.name ?? ''] ?? {};
  Object.entries(outputs).forEach(([name, value]) => known.set(`steps.${id}.outputs.${name}`.toLowerCase(), value));
  // few scripts tell others anything, and each is read again for every step behind it
  if (!/GITHUB_(?:OUTPUT|ENV)|set-output/.test(step.run ?? '')) {
    return;
  }
  const own = new Map(known);
  learn(own, step.env);
  learnAssignments(own, step.run ?? '');
  for (const { words, redirects: [[, file] = ['', '']] } of commandsOf(step.run ?? '')) {
    const [, name, text] = /^(?:::set-output name=)?([\w-]+)(?:=|::)([\s\S]*)$/.exec(words[0] === 'echo' ? words.slice(1).join(' ') : '') ?? [];
    if (name !== undefined && /GITHUB_ENV/.test(file)) {
      set(known, name, ofWord(text, own));
    } else if (name !== undefined) {
      set(known, `steps.${id}.outputs.${name}`.toLowerCase(), ofWord(text, own));
    }
  }
}

function learnAssignments(known: Map<string, TagValue>, script: string): void {
  for (const { words } of commandsOf(script)) {
    const [, name, text] = /^(\w+)=([\s\S]*)$/.exec(words[words[0] === 'export' ? 1 : 0] ?? '') ?? [];
    if (name !== undefined) {
      set(known, name, ofWord(text, known));
    }
  }
}

function commandsOf(script: string): readonly Command[] {
  return chunksOf(script, 'posix').flatMap(({ pipelines = [] }) => pipelines.flatMap(({ commands }) => commands));
}
