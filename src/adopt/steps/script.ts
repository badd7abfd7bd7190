import { languageOf } from '../workflow/shells';
import type { LegSource } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** A command with its words as the shell sees them, but for variables and expressions, which stand as they were written. */
export interface Command {
  readonly words: readonly string[];
  /** The words with their quotes. */
  readonly raw: readonly string[];
  /** Where its output goes: the operator and the file. */
  readonly redirects: readonly (readonly [operator: string, file: string])[];
}

/** Commands that hand one another their output; mostly a single one. */
export interface Pipeline {
  readonly commands: readonly Command[];
  readonly text: string;
}

/** Lines of a script that belong together. */
export interface Chunk {
  readonly text: string;
  /** What they run one after another; none in blank lines and comments. Undefined: a block or whatever else cannot be taken apart. */
  readonly pipelines?: readonly Pipeline[];
}

/** Which signs mean something: those of bash and sh, or those of PowerShell and cmd. */
export type Dialect = 'posix' | 'windows';

/** The dialect of a step's script; undefined of a shell that is none, such as Python. */
export function dialectOf({ shell }: Pick<StepSource, 'shell'>, { system }: Pick<LegSource, 'system'>): Dialect | undefined {
  const language = languageOf(shell, system);
  return language === 'powershell' || language === 'cmd' ? 'windows' : language === 'posix' ? 'posix' : undefined;
}

interface Token {
  readonly kind: 'word' | 'operator' | 'redirect' | 'end' | 'unknown';
  readonly raw: string;
  readonly from: number;
  readonly to: number;
}

const EXPRESSION = String.raw`\$\{\{[\s\S]*?\}\}`;
const SUBSTITUTION = String.raw`\$\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`;
const SHARED = [EXPRESSION, String.raw`'[^']*'`, String.raw`\$\{[^}\n]*\}`, SUBSTITUTION, String.raw`\{[^\s{}]*\}`];
/** Between double quotes; a substitution may have quotes of its own. No two of these can begin alike, so that nothing is tried twice. */
const IN_QUOTES: Readonly<Record<Dialect, string>> = {
  posix: String.raw`(?:\\[\s\S]|${EXPRESSION}|\$\((?:[^()"]|"[^"]*"|\([^()]*\))*\)|\$(?!\(|\{\{)|[^"\\$])*`,
  windows: '(?:`' + String.raw`[\s\S]|${EXPRESSION}|\$(?!\{\{)|[^"$` + '`])*',
};
/** What a word is made of, apart from plain letters. */
const PIECES: Readonly<Record<Dialect, string>> = {
  posix: [...SHARED, `"${IN_QUOTES.posix}"`, String.raw`\\[^\n]`, '`[^`\\n]*`', String.raw`[^\s'"\\|&;<>(){}` + '`]'].join('|'),
  windows: [...SHARED, `"${IN_QUOTES.windows}"`, '`[^\\n]', String.raw`[^\s'"|&;<>(){}` + '`]'].join('|'),
};
const BLANKS: Readonly<Record<Dialect, string>> = { posix: String.raw`(?:[ \t\r]|\\\r?\n)+`, windows: String.raw`(?:[ \t\r]|[` + '`^' + String.raw`]\r?\n)+` };
const TOKENS: Readonly<Record<Dialect, RegExp>> = { posix: tokens('posix'), windows: tokens('windows') };

function tokens(dialect: Dialect): RegExp {
  return new RegExp(String.raw`(?:${BLANKS[dialect]})?(?:(?<comment>#[^\n]*)|(?<end>\n|$)|(?<redirect>\d?(?:>>|>&|>\||>|<<<|<<-?|<)|&>>?)|(?<word>(?:${PIECES[dialect]})+)|(?<operator>&&|\|\||;;|[|&;(){}]))`, 'yg');
}

/** What begins a block, where a command begins, and what ends it. */
const BLOCKS: Readonly<Record<string, string>> = { if: 'fi', for: 'done', while: 'done', until: 'done', select: 'done', case: 'esac' };
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/** Takes a script apart into lines, as far as it is plain: what is not certain stays together as one chunk. */
export function chunksOf(script: string, dialect: Dialect | undefined): Chunk[] {
  if (dialect === undefined) {
    return [{ text: script }];
  }
  const chunks: Chunk[] = [];
  for (let at = 0; at < script.length;) {
    const line = readLine(script, at, dialect);
    chunks.push(line.chunk);
    at = line.to;
  }
  return chunks;
}

function readLine(script: string, from: number, dialect: Dialect): { readonly chunk: Chunk; readonly to: number } {
  const found: Token[] = [];
  /** What ends the blocks that are open. */
  const open: string[] = [];
  let isPlain = true;
  for (let at = from; ;) {
    const token = nextToken(script, at, dialect);
    const before = found.at(-1);
    if (token.kind === 'unknown' || (token.kind === 'redirect' && token.raw.startsWith('<<'))) {
      // where a quote never ends, or a document begins, nobody knows where the next command is
      return { chunk: { text: script.slice(from).replace(/\n$/, '') }, to: script.length };
    }
    const step = stepOf(token, before, dialect);
    if (step.opens) {
      open.push(step.opens);
    } else if (step.closes && step.closes === open.at(-1)) {
      // what a 'case' has behind a pattern closes nothing
      open.pop();
    }
    isPlain &&= !step.opens && !step.closes;
    if (token.kind === 'end' && (open.length === 0 || token.to >= script.length) && !continues(before)) {
      const text = script.slice(from, token.from);
      return { chunk: isPlain ? { text, pipelines: pipelinesOf(script, found) } : { text }, to: Math.max(token.to, from + 1) };
    }
    found.push(token);
    at = token.to;
  }
}

function nextToken(script: string, at: number, dialect: Dialect): Token {
  const pattern = TOKENS[dialect];
  pattern.lastIndex = at;
  const match = pattern.exec(script);
  if (!match) {
    return { kind: 'unknown', raw: '', from: at, to: script.length };
  }
  const { comment, end, redirect, operator, word } = match.groups!;
  if (comment !== undefined) {
    return nextToken(script, pattern.lastIndex, dialect);
  }
  const raw = redirect ?? operator ?? word ?? end;
  const kind = redirect !== undefined ? 'redirect' : operator !== undefined ? 'operator' : word !== undefined ? 'word' : 'end';
  return { kind, raw, from: pattern.lastIndex - raw.length, to: pattern.lastIndex };
}

/** The block that a token begins, by what ends it, or the end that it is. */
function stepOf({ kind, raw }: Token, before: Token | undefined, dialect: Dialect): { readonly opens?: string; readonly closes?: string } {
  if (kind === 'operator') {
    return { opens: BRACKETS[raw], ...Object.values(BRACKETS).includes(raw) && { closes: raw } };
  }
  const begins = before === undefined || before.kind === 'end' || before.kind === 'operator' || ['then', 'do', 'else'].includes(before.raw);
  const isWord = kind === 'word' && begins && dialect === 'posix';
  return !isWord ? {} : { ...Object.hasOwn(BLOCKS, raw) && { opens: BLOCKS[raw] }, ...Object.values(BLOCKS).includes(raw) && { closes: raw } };
}

/** Whether a line goes on in the next one. */
function continues(last: Token | undefined): boolean {
  return last?.kind === 'operator' && ['&&', '||', '|'].includes(last.raw);
}

function pipelinesOf(script: string, line: readonly Token[]): readonly Pipeline[] | undefined {
  const all = line.filter(({ kind }) => kind !== 'end');
  const pipelines = split(all, ['&&', ';']).filter((part) => part.length);
  return all.some(({ kind, raw }) => kind === 'operator' && !['&&', ';', '|'].includes(raw)) ? undefined
    : pipelines.map((part) => ({ commands: split(part, ['|']).map(commandOf), text: script.slice(part[0].from, part.at(-1)!.to) }));
}

function split(all: readonly Token[], operators: readonly string[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of all) {
    if (token.kind === 'operator' && operators.includes(token.raw)) {
      parts.push([]);
    } else {
      parts.at(-1)!.push(token);
    }
  }
  return parts;
}

function commandOf(all: readonly Token[]): Command {
  const isTarget = (index: number) => all[index - 1]?.kind === 'redirect';
  const words = all.filter(({ kind }, index) => kind === 'word' && !isTarget(index));
  return {
    words: words.map(({ raw }) => unquoted(raw)),
    raw: words.map(({ raw }) => raw),
    redirects: all.flatMap(({ kind, raw }, index) => kind === 'redirect' ? [[raw, unquoted(all[index + 1]?.raw ?? '')] as const] : []),
  };
}

const QUOTED = new RegExp(String.raw`${EXPRESSION}|'([^']*)'|"(${IN_QUOTES.posix})"|\\([ '"$` + '`' + String.raw`\\])`, 'g');

/** A word without its quotes. */
export function unquoted(raw: string): string {
  return raw.replace(QUOTED, (all, single, double, escaped) => single ?? double?.replace(/\\(["$`\\])/g, '$1').replaceAll('\\\n', '') ?? escaped ?? all);
}

/** A script without some of its commands, and these. */
export interface PartedScript {
  readonly taken: readonly Pipeline[];
  /** Undefined where nothing is left that does anything. */
  readonly rest?: string;
}

/** Takes commands out of a script; what stays keeps its order and its comments. */
export function partScript(script: string, dialect: Dialect | undefined, isTaken: (pipeline: Pipeline) => boolean): PartedScript {
  const taken: Pipeline[] = [];
  const kept: Chunk[] = [];
  for (const chunk of chunksOf(script, dialect)) {
    const own = (chunk.pipelines ?? []).filter(isTaken);
    const others = (chunk.pipelines ?? []).filter((pipeline) => !own.includes(pipeline));
    taken.push(...own);
    if (!own.length) {
      kept.push(chunk);
    } else if (others.length) {
      kept.push({ text: others.map(({ text }) => text).join(' && '), pipelines: others });
    } else {
      dropCommentsAtEnd(kept);
    }
  }
  return { taken, ...kept.some(doesSomething) && { rest: kept.map(({ text }) => text).join('\n').trim() } };
}

/** They were about what is taken out below them. */
function dropCommentsAtEnd(kept: Chunk[]): void {
  while (kept.at(-1)?.text.trimStart().startsWith('#')) {
    kept.pop();
  }
}

function doesSomething({ pipelines }: Chunk): boolean {
  return !pipelines || pipelines.some(({ commands: [{ words: [name = ''], redirects }, ...others] }) =>
    others.length || redirects.length || !['set', 'echo', 'cd', 'mkdir', 'ls'].includes(name));
}
