import { load } from 'js-yaml';
import type { Code } from '../../../src/adopt/code';
import { readStep } from '../../../src/adopt/steps/read-step';
import type { LegSource, StepMeaning } from '../../../src/adopt/workflow/step-reader';
import type { StepSource } from '../../../src/adopt/workflow/workflow-source';

/** Steps of one leg, as they are written in a file of cases. */
export interface Case {
  readonly title: string;
  readonly system?: LegSource['system'];
  readonly runs_on?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
}

export function casesIn(text: string): Case[] {
  return load(text) as Case[];
}

/** What the steps of a case became, for people to read. */
export function shownCase(one: Case): string {
  const leg = legOf(one);
  return [`# ${one.title}`, ...leg.steps.flatMap((step) => shownStep(step, leg))].join('\n');
}

export function legOf({ system = 'linux', runs_on: label = 'ubuntu-24.04', env = {}, steps }: Case): LegSource {
  return { jobId: 'build', runsOn: [label], system, matrix: {}, env: textsOf(env), steps: steps.map(stepOf) };
}

function stepOf(step: Readonly<Record<string, unknown>>, index: number): StepSource {
  const { 'with': inputs, env, 'working-directory': workingDirectory, 'timeout-minutes': timeoutMinutes, 'continue-on-error': continueOnError, ...rest } = step;
  return {
    ...rest,
    line: index + 1,
    comments: [],
    with: textsOf(inputs),
    env: textsOf(env),
    ...workingDirectory !== undefined && { workingDirectory: String(workingDirectory) },
    ...timeoutMinutes !== undefined && { timeoutMinutes: timeoutMinutes as number | string },
    ...continueOnError !== undefined && { continueOnError: continueOnError as boolean | string },
  };
}

function textsOf(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, String(value)]));
}

function shownStep(step: StepSource, leg: LegSource): string[] {
  const { meanings, rest } = readStep(step, leg);
  return [`${step.line}:`, ...meanings.flatMap(shownMeaning), ...rest ? [`  left: ${shownRest(rest)}`] : []];
}

function shownMeaning({ report, rest: _, ...meaning }: StepMeaning): string[] {
  return [
    ...Object.entries(meaning).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((item) => `  ${key}: ${shownValue(item)}`)),
    ...report.map(({ fate, what, became }) => `  ${{ 'understood': '✓', 'passed-through': '→', 'left-out': '✗', 'differs': '!' }[fate]} ${what} ⇒ ${became}`),
  ];
}

function shownValue(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'code' in value) {
    const { code, ...more } = value;
    return `${shownCode(code as Code)} ${JSON.stringify(more)}`;
  }
  const isCode = typeof value === 'object' && value !== null && 'kind' in value;
  return isCode ? shownCode(value as Code) : typeof value === 'object' ? JSON.stringify(value, (_, inner) => inner?.kind ? shownCode(inner) : inner) : String(value).replaceAll('\n', '⏎');
}

function shownCode(code: Code): string {
  if (typeof code !== 'object') {
    return JSON.stringify(code).replaceAll('\\n', '⏎');
  }
  switch (code.kind) {
    case 'call': return `${code.name}(${code.args.map(shownCode).join(', ')})`;
    case 'list': return `[${code.items.map(({ value }) => shownCode(value)).join(', ')}]`;
    case 'object': return `{ ${code.entries.map(({ key, value, comments }) => `${comments ? '/*…*/ ' : ''}${key}: ${shownCode(value)}`).join(', ')} }`;
    default: return code.name;
  }
}

function shownRest({ run, uses, env, with: inputs, if: condition }: StepSource): string {
  const parts = { uses, ...Object.keys(inputs).length && { with: inputs }, ...condition && { if: condition }, run: run?.replaceAll('\n', '⏎'), ...Object.keys(env).length && { env } };
  return Object.entries(parts).filter(([, value]) => value !== undefined).map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ');
}
