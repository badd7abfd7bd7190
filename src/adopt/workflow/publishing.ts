import { basename } from 'node:path/posix';
import { copy } from './handed-on';
import type { ReadJob } from './job-kinds';
import { secretCode, type PlannedJob } from './plan-job';
import { reportExpressions, titleOf } from './plan-leg';
import { pinnedUses, pinOf, rawStep, stepItem, type RawStep } from './raw-steps';
import type { meaningsOf, ReadLeg, ReadStep } from './read-leg';
import { mergedTargets, RELEASE, withEntries, type TargetItem } from './release-options';
import type { Report } from './report';
import { withUpdater } from './updaters';
import type { StepSource } from './workflow-source';
import { CHECKSUMS } from '../../publish/contract';
import { PUBLISH, RESERVED_JOB_IDS } from '../../render/workflow/job-ids';
import { distinct, freeName } from '../../text/words';
import { call, constant, isCall, list, object, type Code, type Item } from '../code';
import { leftOut, nameOf } from '../steps/report-lines';

/** The elements of `publish`, and the jobs that they become. */
export interface Publishing {
  readonly items: readonly Item[];
  readonly jobs: readonly PublishJob[];
}

/** A job that makes something public, or comes when it is. */
export interface PublishJob {
  readonly id: string;
  /** It comes when those of the stages before it are done. */
  readonly stage: number;
  /** Ids of the jobs of the original that it comes from. */
  readonly from: readonly string[];
}

/**
 * What the legs that publish themselves, and the jobs that only do that, become.
 *
 * @param others ids that are taken
 */
export function publishOf(
  jobs: { readonly [P in 'builds' | 'publishes' | 'follows']: readonly ReadJob[] },
  planned: readonly PlannedJob[],
  others: readonly string[],
  report: Report,
): Publishing {
  const taken = new Set([...RESERVED_JOB_IDS, ...[...planned.map(({ id }) => id), ...others].map((id) => id.toLowerCase())]);
  const of = (all: readonly ReadJob[], targets: (leg: ReadLeg) => readonly Target[]) =>
    all.flatMap(({ job, legs }) => legs.flatMap(targets).map((target) => ({ ...target, from: [job.id] })));
  const merged = mergedTargets([
    ...of(jobs.builds, ({ steps }) => steps.flatMap((step) => targetsOf(step))),
    ...of(jobs.publishes, (leg) => publishItems(leg, false, report)),
    ...of(jobs.follows, (leg) => publishItems(leg, true, report)),
  ]);
  const items = withUpdater(merged.map(({ from, ...item }) => item), planned, report)
    .map((item) => ({ ...item, value: withFreeId(item.value, taken) }));
  const ids = jobIds(items.map(({ value }) => value));
  return { items, jobs: merged.map(({ from, value }, index) => ({ id: ids[index], stage: stageOf(value), from })) };
}

type Target = Omit<TargetItem, 'from'>;

/** As they are called where the declaration gives no ids. */
function jobIds(codes: readonly Code[]): string[] {
  const own = (code: Code) => isCall(code, 'PublishTarget.steps') ? String(code.args[0]) : undefined;
  const taken = new Set(codes.flatMap((code) => own(code)?.toLowerCase() ?? []));
  return codes.map((code) => own(code) ?? (isCall(code, RELEASE) ? PUBLISH : freeName(isCall(code, 'PublishTarget.npm') ? 'npm' : 'follow-up', '-', taken)));
}

function stageOf(code: Code): number {
  const options = isCall(code, 'PublishTarget.steps') ? code.args[1] : undefined;
  const isAfter = typeof options === 'object' && options.kind === 'object' && options.entries.some(({ key }) => key === 'afterRelease');
  return isCall(code, RELEASE) ? 1 : isAfter ? 2 : isCall(code) && code.name.startsWith('FollowUp.') ? 3 : 0;
}

/** Jobs of all kinds share one set of ids. */
function withFreeId(code: Code, taken: Set<string>): Code {
  if (!isCall(code, 'PublishTarget.steps')) {
    return code;
  }
  const [id, ...others] = code.args;
  return { ...code, args: [freeName(String(id), '-', taken), ...others] };
}

function targetsOf({ source, meanings }: ReadStep): Target[] {
  return meanings.flatMap(({ publish = [] }) => publish).map(({ code, undrafts }, index) =>
    ({ value: code, ...undrafts && { undrafts }, ...index === 0 && source.comments.length && { comments: source.comments } }));
}

/** A job that publishes has no `setup`: what prepares its steps is one of them. */
export function withOwnTools({ job, legs }: ReadJob): ReadJob {
  return { job, legs: legs.map(({ leg, steps }) => ({ leg, steps: steps.map((step) => withOwnTool(step, leg, steps.some(({ raw }) => raw))) })) };
}

function withOwnTool(step: ReadStep, leg: ReadLeg['leg'], isNeeded: boolean): ReadStep {
  const { source, meanings } = step;
  if (!meanings.some(({ setup }) => setup)) {
    return step;
  }
  return isNeeded ? { source, meanings: [], raw: rawStep(source, leg.system, leg.env) }
    : { source, meanings: [{ report: [leftOut(source, nameOf(source), 'no step of the job is left that needs it')] }] };
}

/** What a job that publishes, or follows, becomes. */
function publishItems(read: ReadLeg, isAfter: boolean, report: Report): Target[] {
  const { steps, leg } = read;
  const at = steps.findIndex(({ meanings }) => meanings.some(({ publish }) => publish));
  const [before, after] = [at < 0 ? steps : steps.slice(0, at), at < 0 ? [] : steps.slice(at)].map((some) => some.flatMap(({ raw }) => raw ?? []));
  const own = (raws: readonly RawStep[], isLate: boolean): Item[] => raws.length ? [{
    value: stepsTarget(read, raws, isLate, before.length > 0 && isLate && at >= 0 ? `${leg.jobId}-after` : leg.jobId),
    ...leg.job.comments.length && { comments: leg.job.comments },
  }] : [];
  for (const raw of [...before, ...after]) {
    reportExpressions(raw, leg.job, report);
    report.passedThrough(raw.source.line, titleOf(raw, leg.job), `a step of PublishTarget.steps, which is given the verified files${pinOf(raw.source, raw.step)}`);
  }
  reportOwnFiles(read, report);
  const targets = steps.flatMap(targetsOf).map((item) => ({ ...item, value: withJob(item.value, read) }));
  return [...own(before, at < 0 && isAfter), ...targets, ...own(after, true)];
}

/** Files that the job that releases them makes itself are in no artifact. */
function reportOwnFiles({ steps }: ReadLeg, report: Report): void {
  const places = steps.flatMap(({ meanings }) => meanings.flatMap(({ downloads = [] }) => downloads.map(({ path }) => path)));
  const scripts = steps.map(({ raw }) => raw?.step.run ?? '').join('\n');
  for (const { source, meanings } of steps) {
    const files = distinct(meanings.flatMap(({ publish = [] }) => publish.flatMap((target) => target.files)));
    files.filter((file) => !file.startsWith('!')).forEach((file) => {
      const name = basename(file);
      const isGathered = places.some((place) => place === '' || file === place || file.startsWith(`${place}/`));
      if (!isGathered || !/[*?[]/.test(name) && scripts.includes(name)) {
        report.leftOut(source.line, file, name === CHECKSUMS ? 'it is written beside the files of the release' : 'no build leaves it, and the release has what builds leave: let a build make it');
      }
    });
  }
}

/** What a job says of itself is said of its target, where that has an option for it. */
function withJob(code: Code, { leg: { environment, runsOn, timeoutMinutes } }: ReadLeg): Code {
  if (!isCall(code) || code.name.startsWith('FollowUp.')) {
    return code;
  }
  const own = object({ environment, ...code.name === 'PublishTarget.steps' && { runsOn: ownRunner(runsOn), timeoutMinutes } }).entries;
  return withEntries(code, (entries) => [...entries, ...own.filter(({ key }) => !entries.some((entry) => entry.key === key))]);
}

function ownRunner(labels: readonly string[]): Code | undefined {
  return labels.join() === 'ubuntu-latest' || !labels.length || labels.some((label) => label.includes('${{')) ? undefined : list(labels);
}

function stepsTarget({ leg, steps }: ReadLeg, raws: readonly RawStep[], afterRelease: boolean, id: string): Code {
  const { env, job, runsOn, environment, timeoutMinutes } = leg;
  const checkout = steps.filter(({ meanings }) => meanings.some(({ repositories }) => repositories)).map(({ source }) => rawCheckout(source));
  const all = [...checkout, ...filesAt(steps.flatMap(({ meanings }) => meanings)), ...raws.map((raw) => withEnv(raw, env))];
  const permissions = Object.entries((job.permissions ?? {}) as Readonly<Record<string, unknown>>).filter(([, access]) => access === 'write' || access === 'read');
  return call('PublishTarget.steps', id, object({
    steps: { kind: 'list', items: all.map(stepItem) },
    afterRelease: afterRelease || undefined,
    permissions: typeof job.permissions === 'object' && permissions.length ? list(permissions.map(([permission, access]) => object({
      permission, access: constant(`github.workflows.JobPermission.${String(access).toUpperCase()}`), reason: `do what the job ${job.id} did`,
    }))) : undefined,
    secrets: secretsIn(all.map(({ step }) => step)),
    environment,
    runsOn: ownRunner(runsOn),
    timeoutMinutes,
  }));
}

function secretsIn(steps: readonly StepSource[]): Code | undefined {
  const names = secretNames(steps);
  return names.length ? list(names.map((name) => secretCode(name))) : undefined;
}

/** Secrets that steps name themselves. */
export function secretNames(steps: readonly StepSource[]): string[] {
  return secretsNamedIn(steps.map(({ comments, ...step }) => step));
}

/** Secrets that any part of a workflow names. */
export function secretsNamedIn(part: unknown): string[] {
  const found = [...JSON.stringify(part).matchAll(/(?<![\w.-])secrets\s*\.\s*(\w+)/gi)].map(([, name]) => name);
  return distinct(found).filter((name) => name.toUpperCase() !== 'GITHUB_TOKEN');
}

function withEnv(raw: RawStep, env: Readonly<Record<string, string>>): RawStep {
  return { ...raw, step: { ...raw.step, env: { ...env, ...raw.step.env } } };
}

function rawCheckout(source: StepSource): RawStep {
  const step = { ...source, uses: pinnedUses(source.uses!), with: { ...source.with, 'persist-credentials': 'false' } };
  const { if: _, ...always } = step;
  return { source, step: always };
}

/** Scripts look for the files where the original downloaded them. */
function filesAt(meanings: ReturnType<typeof meaningsOf>): RawStep[] {
  const paths = distinct(meanings.flatMap(({ downloads = [] }) => downloads.map(({ path }) => path)));
  return paths.map((path) => copy('release/files', path || '.'));
}
