import { type Difference, type Kind, when } from './difference';
import { idleVariables } from './known-actions';
import type { Line } from './leg';
import type { Pushed } from './read-workflow';
import { inlined } from './scripts';

/** What only a run knows, and a variable says, too. */
const CONTEXTS = [
  'github.sha', 'github.actor', 'github.run_id', 'github.run_number', 'github.run_attempt', 'github.workspace', 'github.repository_owner', 'github.server_url',
  'github.api_url', 'github.workflow', 'runner.arch', 'runner.temp', 'runner.tool_cache', 'runner.name',
];

/** Variables that every step has, with what stands for their values. */
function always({ name, repository }: Pushed): Record<string, string> {
  return {
    ...Object.fromEntries(CONTEXTS.map((context) => [context.replace('.', '_').toUpperCase(), `⟦${context}⟧`])),
    GITHUB_REF_NAME: name,
    GITHUB_REF: `refs/tags/${name}`,
    GITHUB_REPOSITORY: repository ?? '⟦github.repository⟧',
    GITHUB_EVENT_NAME: 'push',
  };
}

interface Match {
  readonly line: Line;
  readonly now: Line;
  readonly at: number;
}

/** The lines of the original must be there, in their order and under the same circumstances. */
export function compareLines(original: readonly Line[], synthesized: readonly Line[], system: string, pushed: Pushed): Difference[] {
  const matches: Match[] = [];
  const missing: Line[] = [];
  const used = new Set<number>();
  const find = finder(synthesized, always(pushed));
  let last = -1;
  for (const line of original) {
    const fitting = find(line).filter((index) => !used.has(index));
    const at = fitting.find((index) => index > last) ?? fitting[0];
    if (at === undefined) {
      missing.push(line);
    } else {
      used.add(at);
      last = Math.max(last, at);
      matches.push({ line, now: synthesized[at], at });
    }
  }
  return [
    ...missing.filter((line) => !isSetAnyway(line, synthesized) && !(line.signs && isSigned(synthesized))).map((line) => difference('command', line, 'it is not there')),
    ...disordered(matches),
    ...rearranged(matches),
    ...matches.flatMap((match) => circumstances(match, system)),
    ...matches.flatMap(({ line, now }) => secrets(line, now, () => [
      ...matches.filter((other) => other.now.step === now.step).map((other) => other.line),
      ...now.env.SIGNING_DOC_URL === undefined ? [] : original.filter(({ signs }) => signs),
    ])),
  ];
}

/** Lines by what they are compared by: a leg is compared with all others. */
interface Index {
  readonly texts: ReadonlyMap<string, readonly number[]>;
  readonly inlined: ReadonlyMap<string, readonly number[]>;
}

/** Each by its lines, which are read for one tag. */
const indexes = new WeakMap<readonly Line[], Index>();
const inlinedTexts = new WeakMap<Line, string>();

/** Finds the lines that are the same as one of the original, in their order. */
function finder(lines: readonly Line[], defaults: Readonly<Record<string, string>>): (line: Line) => readonly number[] {
  const textOf = (line: Line) => {
    const text = inlinedTexts.get(line) ?? inlined(line.text, { ...defaults, ...line.env });
    inlinedTexts.set(line, text);
    return text;
  };
  const index = indexes.get(lines) ?? { texts: indexed(lines, ({ text }) => text.trim()), inlined: indexed(lines, textOf) };
  indexes.set(lines, index);
  return (line) => {
    if (line.text.startsWith('tauri build')) {
      const isIn = (other: Line) => other.text.includes(line.text) || inlined(other.text, other.env).includes(inlined(line.text, line.env));
      return lines.flatMap((other, at) => isIn(other) ? [at] : []);
    }
    const [same, like] = [index.texts.get(line.text.trim()) ?? [], line.hadExpression ? index.inlined.get(textOf(line)) ?? [] : []];
    return like.length ? [...new Set([...same, ...like])].sort((a, b) => a - b) : same;
  };
}

function indexed(lines: readonly Line[], of: (line: Line) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  lines.forEach((line, at) => found.set(of(line), [...found.get(of(line)) ?? [], at]));
  return found;
}

/** Whether the generated scripts sign, so that a keychain by hand has no place any more. */
function isSigned(synthesized: readonly Line[]): boolean {
  return synthesized.some(({ env }) => env.SIGNING_DOC_URL !== undefined);
}

/** A variable that all lines that ask for it have already. */
function isSetAnyway({ sets }: Line, synthesized: readonly Line[]): boolean {
  return sets !== undefined && synthesized.every(({ text, env }) => sets in env || !new RegExp(`\\b${sets}\\b`).test(text));
}

function disordered(matches: readonly Match[]): Difference[] {
  return matches.filter(({ at }, index) => matches.slice(0, index).some((before) => before.at > at))
    .map(({ line }) => difference('order', line, 'it stands before what it stood behind'));
}

/** What a shell forgets at the end of a step, or takes into the next line. */
const LASTING = /^\s*(?:pushd|popd|export|set|source|\.)\s|^\s*\w+=/;

/** Steps that have become one, or several of one, where that matters. */
function rearranged(matches: readonly Match[]): Difference[] {
  return matches.slice(1).filter(({ line, now }, index) => {
    const before = matches[index];
    const together = before.line.step === line.step;
    return together !== (before.now.step === now.step) && matches.slice(0, index + 1)
      .some((one) => (together ? one.line.step === line.step : one.now.step === now.step) && LASTING.test(one.line.text));
  }).map(({ line }) => difference('steps', line, 'it is in another step than what it depends on, or in the same as what it must not see'));
}

function circumstances({ line, now }: Match, system: string): Difference[] {
  const found = environment(line, now, system);
  const differs = (kind: Kind, was: string, is: string, what = `its ${kind.replace('-', ' ')} was '${was}' and is '${is}'`) => {
    if (was !== is) {
      found.push({ ...difference(kind, line, what), names: [...line.names, kind], now: is });
    }
  };
  differs('condition', line.condition, now.condition, `it ran ${when(line.condition)}, and runs ${when(now.condition)}`);
  differs('tolerance', tolerance(line), tolerance(now));
  if (!line.publishes || line.workingDirectory) {
    differs('working-directory', line.workingDirectory, now.workingDirectory);
  }
  if (!isPlain(line.text) || /["']/.test(line.text) && ![line.shell, now.shell].every((shell) => TAKES_QUOTES.includes(shell))) {
    differs('shell', line.shell, now.shell);
  }
  return found;
}

function tolerance({ continueOnError, timeout }: Line): string {
  return `continue-on-error: ${continueOnError}${timeout && `, timeout-minutes: ${timeout}`}`;
}

/** Words, and words in quotes; a quoted one that goes on behind its quotes is two to PowerShell. */
const PLAIN = /^(?:(?:[\w@%+=:,./-](?:[\w@%+=:,./-]|"[\w@%+=:,./ ()*-]*")*|"[\w@%+=:,./ ()*-]*"|'[\w@%+=:,./ ()*-]*'|&&)(?:\s+|$))+$/;

/** What takes words in either kind of quotes. */
const TAKES_QUOTES = ['bash', 'sh', 'pwsh', 'powershell'];

/** A command that means the same in every shell. */
function isPlain(text: string): boolean {
  return PLAIN.test(text) && !/%\w+%/.test(text) || text.startsWith('uses ') || text.startsWith('tauri build');
}

function environment(line: Line, now: Line, system: string): Difference[] {
  return Object.entries(line.env)
    .filter(([name, value]) => now.env[name] !== value && !(value === '' && now.env[name] === undefined) && !isIdle(name, value, line, system))
    .map(([name, value]) => ({
      ...difference('env', line, `it had ${name}='${value}' and has ${now.env[name] === undefined ? 'none' : `'${now.env[name]}'`}`),
      anywhere: true,
      names: [name],
      now: now.env[name],
    }));
}

function isIdle(name: string, value: string, line: Line, system: string): boolean {
  return Boolean(line.publishes) && (value === '⟦secrets.GITHUB_TOKEN⟧' || ['GH_TOKEN', 'GITHUB_TOKEN'].includes(name)) || (idleVariables[system]?.test(name) ?? false);
}

/** A secret must reach no step that it did not reach, but for those that have become one, and for what signs in the build. */
function secrets(line: Line, now: Line, together: () => readonly Line[]): Difference[] {
  const given = Object.entries(now.env).flatMap(([name, value]) => [...value.matchAll(/⟦[^⟧]*?secrets\.(\w+)[^⟧]*⟧/g)].map(([, secret]) => ({ name, secret })))
    .filter(({ secret }) => !hasSecret(line, secret));
  const before = given.length ? together() : [];
  return given.filter(({ secret }) => !before.some((other) => hasSecret(other, secret)))
    .map(({ name, secret }) => ({ ...difference('secret', line, `it is given the secret ${secret} in ${name}`), names: [secret] }));
}

function hasSecret({ env, text }: Line, secret: string): boolean {
  return [...Object.values(env), text].some((one) => one.includes(`secrets.${secret}`));
}

function difference(kind: Kind, { place, names, text }: Line, what: string): Difference {
  return { ...place, kind, names, subject: text.trim(), what };
}
