import { foldSteps } from './fold-steps';
import { arrivalsOf, type Needed } from './handed-on';
import type { PlannedLeg } from './plan-leg';
import { isOfContainer, stepItem, type RawStep } from './raw-steps';
import { artifactsOf } from './read-leg';
import { shellWord } from '../../text/shell';
import { call, isCall, list, object, type Code, type Entry, type Item, type ListCode } from '../code';
import { freeObject } from '../steps/step-code';
import { fromWorkspace } from '../steps/used-action';

/** A build job that is still to be written: legs of one or several jobs of the original. */
export interface PlannedJob {
  readonly id: string;
  readonly comments: readonly string[];
  readonly legs: readonly PlannedLeg[];
  /** Others, whose files arrive in it. */
  readonly needs: readonly Needed[];
  readonly handedOn: boolean;
}

/** The directory where a job is at home, from the workspace. */
export function homeOf({ legs }: PlannedJob): string {
  const [home, ...others] = [...new Set(legs.map(({ buildDirectory }) => cleaned(buildDirectory)))];
  const isInside = legs.flatMap(({ read }) => artifactsOf(read)).every((pattern) => pattern.replace(/^!/, '').startsWith(`${home}/`));
  return others.length || !isInside || home.includes('${{') || legs.some(readsFiles) ? '' : home;
}

/** Tools whose version stands in a file look for it where the job is at home; in the original that is the workspace. */
function readsFiles(leg: PlannedLeg): boolean {
  return leg.setup.some(({ value }) => typeof value === 'object' && value.kind === 'call' && (/From$/.test(value.name) || /\.(?:pnpm|npm|yarn)$/.test(value.name) && !value.args.length));
}

/** From the workspace; '' is the workspace itself. */
function cleaned(directory: string): string {
  return fromWorkspace(directory) ?? directory;
}

/** The options of a build job, but for where it is at home and what it checks out. */
export function jobOptions(job: PlannedJob, home: string): Entry[] {
  const { legs } = job;
  const arrivals = arrivalsOf(job.needs, home);
  const folded = foldSteps(legs.map(({ name, env, jobEnv, setup, before, after }) =>
    ({ name, env: { ...jobEnv, ...env }, setup: setup.map(({ value }) => value).filter((value) => isCall(value, 'Setup.rust')), before: [...arrivals.steps, ...before].map((raw) => atHome(raw, home)), after: after.map((raw) => atHome(raw, home)) })));
  const shared = sharedItems(legs.map(({ setup }) => setup));
  const timeouts = new Set(legs.map(({ read }) => read.leg.timeoutMinutes));
  const [timeout] = timeouts;
  return entries({
    needs: arrivals.needs.length ? list(arrivals.needs) : undefined,
    setup: items(shared),
    preInstallSteps: steps(folded.preInstallSteps),
    prepare: steps(folded.prepare),
    platforms: items(legs.map((leg, index) => platformItem(leg, home, {
      setup: leg.setup.filter((item) => !shared.some((other) => same(item, other))),
      preInstallSteps: folded.legs[index].preInstallSteps,
      preBuildSteps: folded.legs[index].preBuildSteps,
      postBuildSteps: folded.legs[index].postBuildSteps,
      oneTimeout: timeouts.size === 1,
      shares: [folded.preInstallSteps, folded.prepare, folded.postBuildSteps].some(({ length }) => length) || shared.some(({ value }) => isCall(value, 'Setup.of')),
    }))),
    postBuildSteps: steps(folded.postBuildSteps),
    timeoutMinutes: timeouts.size === 1 ? timeout : undefined,
    handedOn: job.handedOn || undefined,
  });
}

interface LegParts {
  readonly setup: readonly Item[];
  readonly preInstallSteps: readonly RawStep[];
  readonly preBuildSteps: readonly RawStep[];
  readonly postBuildSteps: readonly RawStep[];
  readonly oneTimeout: boolean;
  /** Whether platforms have steps in common. */
  readonly shares: boolean;
}

function platformItem(leg: PlannedLeg, home: string, parts: LegParts): Item {
  const { word, read: { leg: { container, environment, mayFail, job, timeoutMinutes } } } = leg;
  const artifacts = artifactsOf(leg.read).map((pattern) => fromHome(pattern, home));
  const options = entries({
    name: word.factory === 'of' || leg.name === word.name ? undefined : leg.name,
    runsOn: word.runsOn && list(word.runsOn),
    runnerGroup: word.runnerGroup,
    container: containerCode(container),
    environment,
    env: variables(parts.shares ? leg.env : { ...leg.jobEnv, ...leg.env }),
    jobEnv: variables(parts.shares ? leg.jobEnv : {}),
    setup: items(parts.setup),
    preInstallSteps: steps(parts.preInstallSteps),
    preBuildSteps: steps(parts.preBuildSteps),
    run: list(cleaned(leg.buildDirectory) === home ? leg.commands : [`cd ${shellWord(leg.buildDirectory)}`, ...leg.commands]),
    retry: leg.retry,
    postBuildSteps: steps(parts.postBuildSteps),
    artifacts: list(artifacts.length ? artifacts : ['dist/**']),
    secrets: items(Object.entries(leg.secrets).map(([variable, secret]) => ({ value: secretCode(secret, variable) }))),
    signing: items(leg.signing.map((value) => ({ value }))),
    timeoutMinutes: parts.oneTimeout ? undefined : timeoutMinutes,
    allowedToFail: mayFail ? `The original workflow goes on without it (continue-on-error of ${job.id}).` : undefined,
  });
  const said: Readonly<Record<string, readonly string[]>> = {
    run: [...leg.buildComments, ...leg.commands.join() === 'true' ? ['decide: what builds is among the steps above; name it here'] : []],
    artifacts: artifacts.length ? [] : ['decide: the original uploads nothing here; name the files that the build must produce'],
  };
  const commented = options.map((entry) => said[entry.key]?.length ? { ...entry, comments: said[entry.key] } : entry);
  const code = { kind: 'object', entries: commented } as const;
  return { value: word.factory === 'of' ? call('Platform.of', leg.name, code) : call(`Platform.${word.factory}`, code) };
}

function variables(env: Readonly<Record<string, string>>): Code | undefined {
  return Object.keys(env).length ? freeObject(env) : undefined;
}

export function secretCode(secret: string, variable = secret): Code {
  return call('Secret.required', object({ secret, envName: variable === secret ? undefined : variable }));
}

function fromHome(pattern: string, home: string): string {
  const [sign, plain] = pattern.startsWith('!') ? ['!', pattern.slice(1)] : ['', pattern];
  return sign + (home !== '' && plain.startsWith(`${home}/`) ? plain.slice(home.length + 1) : plain);
}

/** A step says where it runs only if that is not where the job is at home. */
function atHome(raw: RawStep, home: string): RawStep {
  const { workingDirectory, ...step } = raw.step;
  if (step.run === undefined) {
    return raw;
  }
  const own = cleaned(workingDirectory ?? '');
  return { ...raw, step: own === home ? step : { ...step, workingDirectory: own || '.' } };
}

function containerCode(container: unknown): Code | undefined {
  if (typeof container === 'string') {
    return object({ image: container });
  }
  const { image, env, options, volumes, ports } = (container ?? {}) as Readonly<Record<string, unknown>>;
  return typeof image !== 'string' || image === '' ? undefined : object({
    image,
    env: env && typeof env === 'object' ? freeObject(Object.fromEntries(Object.entries(env).filter(([, value]) => isOfContainer(value)).map(([key, value]) => [key, String(value)]))) : undefined,
    ports: Array.isArray(ports) ? list(ports.map(Number)) : undefined,
    volumes: Array.isArray(volumes) ? list(volumes.map(String)) : undefined,
    options: typeof options === 'string' ? list([options]) : undefined,
  });
}

function sharedItems(all: readonly (readonly Item[])[]): Item[] {
  const [first = [], ...others] = all;
  return first.filter((item) => others.every((one) => one.some((other) => same(item, other))));
}

function same(one: Item, other: Item): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

function items(all: readonly Item[]): ListCode | undefined {
  return all.length ? { kind: 'list', items: all } : undefined;
}

function steps(raws: readonly RawStep[]): ListCode | undefined {
  return items(raws.map(stepItem));
}

export function entries(values: Readonly<Record<string, Code | undefined>>): Entry[] {
  return [...object(values).entries];
}
