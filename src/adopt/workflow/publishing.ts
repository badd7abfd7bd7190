import { copy } from './handed-on';
import { secretCode } from './plan-job';
import { pinnedUses, stepItem, type RawStep } from './raw-steps';
import { meaningsOf, type ReadLeg } from './read-leg';
import type { Report } from './report';
import type { StepSource } from './workflow-source';
import { RESERVED_JOB_IDS } from '../../render/workflow/job-ids';
import { distinct, freeName } from '../../text/words';
import { call, constant, list, object, type CallCode, type Code, type Item, type ObjectCode } from '../code';
import { nameOf } from '../steps/report-lines';

/** What a job that publishes, or follows, becomes in `publish`. */
export function publishItems(read: ReadLeg, isAfter: boolean, report: Report): Item[] {
  const { steps, leg } = read;
  const at = steps.findIndex(({ meanings }) => meanings.some(({ publish }) => publish));
  const [before, after] = [at < 0 ? steps : steps.slice(0, at), at < 0 ? [] : steps.slice(at)].map((some) => some.flatMap(({ raw }) => raw ?? []));
  const targets = steps.flatMap(({ source, meanings }) => meanings.flatMap(({ publish = [] }) => publish)
    .map(({ code }, index): Item => ({ value: withJob(code, read), ...index === 0 && source.comments.length && { comments: source.comments } })));
  const own = (raws: readonly RawStep[], late: boolean): Item[] => raws.length ? [{
    value: stepsTarget(read, raws, late, freeName(before.length > 0 && late && at >= 0 ? `${leg.jobId}-after` : leg.jobId, '-', new Set(RESERVED_JOB_IDS))),
    ...leg.job.comments.length && { comments: leg.job.comments },
  }] : [];
  [...before, ...after].forEach(({ source }) => report.passedThrough(source.line, nameOf(source), 'a step of PublishTarget.steps, which is given the verified files'));
  return [...own(before, at < 0 && isAfter), ...targets, ...own(after, true)];
}

/** What a job says of itself is said of its target, where that has an option for it. */
function withJob(code: Code, { leg: { environment, runsOn, timeoutMinutes } }: ReadLeg): Code {
  if (!isCall(code)) {
    return code;
  }
  const own = object({ environment, ...code.name === 'PublishTarget.steps' && { runsOn: ownRunner(runsOn), timeoutMinutes } }).entries;
  const options = code.args.find((arg): arg is ObjectCode => typeof arg === 'object' && arg.kind === 'object');
  const added = own.filter(({ key }) => !options?.entries.some((entry) => entry.key === key));
  return !added.length || code.name.startsWith('FollowUp.') ? code
    : { ...code, args: [...code.args.filter((arg) => arg !== options), { kind: 'object', entries: [...options?.entries ?? [], ...added] }] };
}

function ownRunner(labels: readonly string[]): Code | undefined {
  return labels.join() === 'ubuntu-latest' || !labels.length || labels.some((label) => label.includes('${{')) ? undefined : list(labels);
}

/** The releases of one repository are one. */
export function mergedTargets(items: readonly Item[]): Item[] {
  const merged: Item[] = [];
  for (const item of items) {
    const same = merged.findIndex(({ value }) => isSameTarget(value, item.value));
    if (same < 0) {
      merged.push(item);
    } else {
      merged[same] = { ...merged[same], value: union(merged[same].value as CallCode, item.value as CallCode) };
    }
  }
  return merged;
}

function isSameTarget(one: Code, other: Code): boolean {
  const release = 'PublishTarget.githubRelease';
  return JSON.stringify(one) === JSON.stringify(other)
    || isCall(one) && isCall(other) && one.name === release && other.name === release && optionIn(one, 'repository') === optionIn(other, 'repository');
}

function isCall(code: Code): code is CallCode {
  return typeof code === 'object' && code.kind === 'call';
}

function optionIn({ args: [options] }: CallCode, key: string): string | undefined {
  return typeof options === 'object' && options.kind === 'object' ? JSON.stringify(options.entries.find((entry) => entry.key === key)?.value) : undefined;
}

function union(one: CallCode, other: CallCode): CallCode {
  const entries = [one, other].flatMap(({ args: [options] }) => typeof options === 'object' && options.kind === 'object' ? options.entries : []);
  const first = entries.filter((entry, index) => entries.findIndex(({ key }) => key === entry.key) === index);
  return { ...one, args: first.length ? [{ kind: 'object', entries: first }] : [] };
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
  const found = [...JSON.stringify(steps.map(({ comments, ...step }) => step)).matchAll(/(?<![\w.-])secrets\s*\.\s*(\w+)/gi)].map(([, name]) => name);
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
