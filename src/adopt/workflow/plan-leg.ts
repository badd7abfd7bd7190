import { buildStepOf } from './build-command';
import type { Leg } from './legs';
import { commandsOf, holdsToken, isForAll, isSecret, pinOf, rawStep, readsToken, type RawStep } from './raw-steps';
import { artifactsOf, type ReadLeg, type ReadStep } from './read-leg';
import type { Report } from './report';
import type { RunnerWord } from './runners';
import type { JobSource, StepSource } from './workflow-source';
import { isCall, object, type Code, type Item, type ObjectCode } from '../code';
import { signingOf } from '../steps/leg-signing';
import { brief, nameOf, short } from '../steps/report-lines';
import { retriedScript } from '../steps/retry-action';
import { bothToolchains } from '../steps/rust';
import { isAskedFor } from '../steps/used-action';

/** A leg of the original as a platform. */
export interface PlannedLeg {
  readonly read: ReadLeg;
  readonly word: RunnerWord;
  readonly name: string;
  readonly before: readonly RawStep[];
  readonly commands: readonly string[];
  /** Where the commands run, from the workspace. */
  readonly buildDirectory: string;
  /** What the original says of its build. */
  readonly buildComments: readonly string[];
  readonly after: readonly RawStep[];
  /** Of its build. */
  readonly env: Readonly<Record<string, string>>;
  /** Of all its steps. */
  readonly jobEnv: Readonly<Record<string, string>>;
  /** Secrets that the build reads: variable → name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly setup: readonly Item[];
  /** Elements of `signing`. */
  readonly signing: readonly Code[];
  /** How often the build is tried; undefined where it is once. */
  readonly retry: ObjectCode | undefined;
}

export function planLeg(read: ReadLeg, name: string, word: RunnerWord, report: Report): PlannedLeg {
  const { leg, steps } = read;
  const { taken, foreign, signing } = signingOf(leg);
  const shared = Object.fromEntries(Object.entries(leg.env).filter(([variable]) => !taken.includes(variable) && !foreign.includes(variable)));
  const built = buildAt(read);
  const step = built.index < 0 ? undefined : steps[built.index];
  const retried = built.byAction || !step?.raw ? undefined : retriedScript(step.raw.step);
  const raw = built.byAction || !step?.raw ? undefined : asScript(step.raw, leg);
  const env = { ...shared, ...raw?.step.env ?? envOfAction(step) };
  const kept = (some: readonly ReadStep[]) => some.flatMap((one) => one.raw ?? []).map((one) => withLegEnv(one, shared, env));
  const [before, after] = built.index < 0 ? [kept(steps), []]
    : [kept(steps.slice(0, built.index)), [...built.byAction ? kept([step!]) : [], ...kept(steps.slice(built.index + 1))]];
  [...before, ...after].forEach((one) => report.passedThrough(one.source.line, titleOf(one, leg.job), `a step as it was${pinOf(one.source, one.step)}`));
  [...before, ...after, ...raw ? [raw] : []].forEach((one) => reportExpressions(one, leg.job, report));
  if (raw) {
    report.understood(raw.source.line, titleOf(raw, leg.job), `what builds: run of the platforms${retried ? `, and ${brief(object({ retry: retried.retry }))}` : ''}`);
    retried?.lost.forEach((input) => report.leftOut(raw.source.line, input, 'an attempt has no time of its own: timeoutMinutes of the platform is for all of them'));
  }
  if (!artifactsOf(read).length) {
    reportArtifacts(read, report);
  }
  if (step) {
    reportTokens(step, raw?.step.env ?? envOfAction(step), report);
  }
  return {
    read,
    word,
    name,
    before: [...before, ...lateValues(env)],
    commands: [...exportsOf(env), ...built.byAction ?? (raw ? commandsOf(raw.step.run!) : ['true'])],
    buildDirectory: raw?.step.workingDirectory ?? '',
    buildComments: raw?.step.comments ?? (built.byAction ? step!.source.comments : []),
    after,
    env: variables(env, (key, value) => shared[key] !== value),
    jobEnv: variables(env, (key, value) => shared[key] === value),
    secrets: Object.fromEntries(Object.entries(env)
      .filter(([, value]) => isSecret(value))
      .map(([key, value]) => [key, secretOf(value)])),
    setup: setupOf(read, report),
    signing,
    retry: retried?.retry,
  };
}

/** What a step runs that only tries it again; any other step as it is. */
function asScript(raw: RawStep, { system, env }: Leg): RawStep {
  const retried = retriedScript(raw.step);
  return retried ? rawStep(retried.script, system, env) : raw;
}

function variables(env: Readonly<Record<string, string>>, wanted: (key: string, value: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(env)
    .filter(([key, value]) => isVariable(key) && isForAll(value) && wanted(key, value))
    .map(([key, value]) => [OF_THE_RUNNER.test(key) ? `OWN_${key}` : key, value]));
}

/** Values that are known only when other steps have run reach the build through the environment of the job. */
function lateValues(env: Readonly<Record<string, string>>): RawStep[] {
  const late = Object.entries(env).filter(([, value]) => !isForAll(value) && !isSecret(value) && !holdsToken(value));
  const lines = late.map(([name]) => `{ echo "${name}<<END_OF_VALUE"; echo "$${name}"; echo END_OF_VALUE; } >> "$GITHUB_ENV"`);
  const step: StepSource = { line: 0, comments: [], name: 'Hand values to the build', with: {}, env: Object.fromEntries(late), run: lines.join('\n') };
  return late.length ? [{ source: step, step }] : [];
}

/** Words of which one platform can have several; of any other the second would replace the first. */
const SEVERAL = /^Setup\.(?:apt|brew|cask|choco|winget|of|sshKnownHosts)$/;

/** The tools of a leg, each once. */
function setupOf({ steps }: ReadLeg, report: Report): Item[] {
  const found: Item[] = [];
  for (const { source, meanings } of steps) {
    meanings.flatMap(({ setup = [] }) => setup).forEach((value, index) => {
      const at = found.findIndex((item) => JSON.stringify(item.value) === JSON.stringify(value)
        || isCall(value) && !SEVERAL.test(value.name) && isCall(item.value, value.name));
      const first = found[at];
      const both = first && bothToolchains(first.value, value);
      if (!first) {
        found.push({ value, ...index === 0 && source.comments.length && { comments: source.comments } });
      } else if (both) {
        found[at] = { ...first, value: both };
      } else if (JSON.stringify(first.value) !== JSON.stringify(value)) {
        report.leftOut(source.line, brief(value), `${brief(first.value)} stands before it, and a tool is there in one version`);
      }
    });
  }
  return found;
}

/** What an action that builds was given besides its inputs. */
function envOfAction(step: ReadStep | undefined): Record<string, string> {
  const meanings = step?.meanings ?? [];
  const secrets = meanings.flatMap((meaning) => Object.entries(meaning.secrets ?? {})).map(([secret, variable]) => [variable, `\${{ secrets.${secret} }}`]);
  const env: Record<string, string> = Object.assign({}, ...meanings.map((meaning) => meaning.env ?? {}));
  return { ...env, ...Object.fromEntries(secrets) as Record<string, string> };
}

/** Whether a shell reads it, and it does not take the runner's path away. */
export function isVariable(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && name.toUpperCase() !== 'PATH';
}

/** Names that a platform's variables cannot have. */
export const OF_THE_RUNNER = /^(?:GITHUB|RUNNER)_/i;

/** Where a variable has a name of the runner's own, the build gets it under another one. */
function exportsOf(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).filter(([key, value]) => OF_THE_RUNNER.test(key) && isForAll(value)).map(([key]) => `export ${key}="$OWN_${key}"`);
}

/** The step that builds: an action that does, or the last command before files leave the job. */
function buildAt({ leg, steps }: ReadLeg): { readonly index: number; readonly byAction?: readonly string[] } {
  const action = steps.findIndex(({ meanings }) => meanings.some(({ build }) => build));
  if (action >= 0) {
    return { index: action, byAction: steps[action].meanings.flatMap(({ build }) => build ?? []) };
  }
  // a release that is made at first, for what is still to be built, holds no file
  const leaves = steps.findIndex(({ meanings }) =>
    meanings.some(({ artifacts, publish = [] }) => artifacts ?? publish.some(({ files }) => files.length)));
  const last = steps.map(({ meanings }) => meanings.some(({ publish }) => publish)).lastIndexOf(true);
  const end = (leaves < 0 ? last : leaves) + 1;
  const until = (most: number) => {
    const raws = steps.slice(0, most).flatMap(({ raw }, index) =>
      raw && !isAskedFor(raw.source, leg) && !needsToken(raw, leg.env) ? [{ raw: asScript(raw, leg), index }] : []);
    const found = buildStepOf(raws.map(({ raw }) => raw), leg.system);
    return found < 0 ? -1 : raws[found].index;
  };
  const first = until(end || steps.length);
  return { index: first >= 0 ? first : until(steps.length) };
}

/** Whether its own script reads the token of the workflow: what builds has none. */
function needsToken(raw: RawStep, shared: Readonly<Record<string, string>>): boolean {
  return Object.entries({ ...shared, ...raw.step.env }).some(([name, value]) => holdsToken(value) && readsToken(raw, name));
}

/** The token of what builds: in a declaration it would be the whole platform's. */
function reportTokens({ source }: ReadStep, env: Readonly<Record<string, string>>, report: Report): void {
  Object.keys(env).filter((name) => holdsToken(env[name])).forEach((name) => report.leftOut(source.line, `env ${name}`,
    'what builds has no token of the workflow, for the release publishes; a command that reads it goes into a step of preBuildSteps with that env'));
}

/** Nothing says before the run which files the leg leaves. */
function reportArtifacts({ leg, steps }: ReadLeg, report: Report): void {
  const upload = steps.find(({ source }) => /^actions\/upload-artifact@/.test(source.uses ?? ''));
  report.leftOut(upload?.source.line ?? leg.job.line, `artifacts${upload ? ` ${short(upload.source.with.path ?? '')}` : ` of ${leg.job.id}`}`,
    `${upload ? 'which files these are turns out in the run only' : 'the original names no files'}: dist/** stands there, so name in \`artifacts\` what the build leaves`);
}

/** A step by what the original says, before any value is put in. */
export function titleOf({ source }: RawStep, job: JobSource): string {
  return nameOf(job.steps.find(({ line }) => line === source.line) ?? source);
}

/** Values that GitHub would paste into a script before the shell reads it. */
export function reportExpressions(raw: RawStep, job: JobSource, report: Report): void {
  raw.names?.forEach((name, expression) => report.leftOut(raw.source.line, `\${{ ${expression} }} in ${titleOf(raw, job)}`, `the script reads ${name}: a value that is pasted in could run as a command`));
}

/** Secrets of the whole job reach the steps that name them; what the build has otherwise stays as it was for the others. */
function withLegEnv(raw: RawStep, shared: Readonly<Record<string, string>>, ofBuild: Readonly<Record<string, string>>): RawStep {
  const text = JSON.stringify([raw.step.run, raw.step.with, raw.step.if]);
  const reads = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  // to GitHub, upper and lower case are the same name
  const taken = Object.keys(raw.step.env).map((name) => name.toLowerCase());
  const own = Object.entries(shared).filter(([name]) => !taken.includes(name.toLowerCase())).filter(([name, value]) =>
    isForAll(value) ? ofBuild[name] !== value : holdsToken(value) ? readsToken(raw, name) : reads(name));
  return own.length ? { ...raw, step: { ...raw.step, env: { ...Object.fromEntries(own), ...raw.step.env } } } : raw;
}

function secretOf(value: string): string {
  return /secrets\.(\w+)/.exec(value)![1];
}
