import { CalledJobReader } from './called-options';
import { replaced } from './inline-outputs';
import type { JobKind, ReadJob } from './job-kinds';
import { JobOrder } from './job-order';
import type { Surroundings } from './legs';
import type { PlannedJob } from './plan-job';
import { secretsNamedIn, type PublishJob } from './publishing';
import { reached } from './reached';
import type { Report } from './report';
import type { Places } from './workflow-places';
import type { JobSource, WorkflowSource } from './workflow-source';
import { GUARD, RESERVED_JOB_IDS } from '../../render/workflow/job-ids';
import { IF_REAL } from '../../render/workflow/publish-steps';
import { isKeptKey } from '../../schema/field';
import { andList, distinct, freeName } from '../../text/words';
import type { AddedJob, Entry } from '../code';
import { freeObject } from '../steps/step-code';

/** What becomes of the jobs that call other workflows. */
export interface Called {
  readonly jobs: readonly AddedJob[];
  /** Secrets that they are given by name. */
  readonly secrets: readonly string[];
  /** Options of the build that it needs on their account. */
  readonly entries: readonly Entry[];
}

/** What is known when they are read. */
export interface CallFacts {
  /** With the ids that `withFreeIds` gave. */
  readonly ids: ReadonlyMap<string, string>;
  readonly source: WorkflowSource;
  readonly around: Surroundings;
  readonly jobs: readonly ReadJob[];
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly planned: readonly PlannedJob[];
  readonly publish: readonly PublishJob[];
  /** Whether there are rehearsals that have a workflow of their own. */
  readonly rehearses: boolean;
}

/** A workflow in which no job that calls another one is called as one of ours, with the new ids by the old ones. */
export function withFreeIds(source: WorkflowSource): { readonly source: WorkflowSource; readonly ids: ReadonlyMap<string, string> } {
  const calls = source.jobs.filter(({ uses }) => uses !== undefined);
  const others = source.jobs.filter((job) => !calls.includes(job));
  const taken = new Set([...RESERVED_JOB_IDS, 'build', ...others.map(({ id }) => id.toLowerCase())]);
  const ids = new Map(calls.map(({ id }) => [id, freeName(isKeptKey(id) ? `call-${id}` : id, '-', taken)]));
  const renamed = [...ids].filter(([old, own]) => old !== own);
  return { ids, source: renamed.reduce((so, [old, own]) => ({ ...so, jobs: replaced(so.jobs, `needs.${old}.`, `needs.${own}.`) }), source) };
}

/** The jobs that call other workflows, as jobs of the workflow that comes out. */
export function calledJobs(facts: CallFacts, places: Places, report: Report): Called {
  const { ids, jobs, source, around, planned, publish } = facts;
  const calls = jobs.filter(({ job }) => facts.kinds.get(job.id) === 'calls').map(({ job }) => job);
  const order = new JobOrder(planned, publish);
  const needs = new Map(calls.map((job) => [job, needsOf(job, facts)]));
  needs.forEach((all, job) => all.forEach((need) => order.wait(ids.get(job.id)!, need)));
  const before = waiters(calls, facts, order, places, report);
  const own = (id: string) => {
    const [only, ...more] = ownJobs(id, facts);
    return more.length ? undefined : only;
  };
  const added = calls.map((job): AddedJob => {
    const id = ids.get(job.id)!;
    const isRehearsed = order.isRehearsed(id);
    reportCall(job, { id, waits: needs.get(job)!.length > 0, isRehearsed }, facts, places, report);
    const when = isRehearsed ? '!inputs.guard_only' : IF_REAL;
    const askable = { jobs, own, called: [...ids.values()] };
    const reader = new CalledJobReader({ id, job, source, around, askable, needs: [GUARD, ...needs.get(job)!], when, places, report });
    const { options, comments } = reader.read();
    return { id, options, comments: [...job.comments, ...comments], before: before.get(id)! };
  });
  return { jobs: added, secrets: secretsNamedIn(calls.map(({ secrets }) => secrets)), entries: ignored(calls, ids) };
}

/** All that a job waits for, also through jobs that are none any more. */
function allNeeds({ needs }: JobSource, { jobs, kinds }: CallFacts): string[] {
  const isBetween = (id: string) => isGone(kinds.get(id)!);
  return [...reached(needs, (id) => isBetween(id) ? jobs.find(({ job }) => job.id === id)!.job.needs : [])].filter((id) => !isBetween(id));
}

/** Whether nothing stands for such a job. */
function isGone(kind: JobKind): boolean {
  return kind === 'tells' || kind === 'checks' || kind === 'never';
}

/** What a job of the original has become, to wait for. */
function ownJobs(id: string, facts: CallFacts): string[] {
  return [...facts.ids.has(id) ? [facts.ids.get(id)!] : [], ...buildJobs(id, facts), ...publishJobs(id, facts)];
}

function buildJobs(id: string, { planned }: CallFacts): string[] {
  return planned.filter(({ legs }) => legs.some(({ read }) => read.leg.jobId === id)).map((job) => job.id);
}

function publishJobs(id: string, { publish }: CallFacts): string[] {
  return publish.filter(({ from }) => from.includes(id)).map((job) => job.id);
}

/** What waits in the place of a job; what publishes comes behind what builds in any case. */
function waiting(id: string, facts: CallFacts): string[] {
  const builds = buildJobs(id, facts);
  return builds.length ? builds : publishJobs(id, facts);
}

function needsOf(job: JobSource, facts: CallFacts): string[] {
  return distinct(allNeeds(job, facts).flatMap((need) => ownJobs(need, facts)));
}

/** Ids of our jobs that wait for each of those that are called. */
function waiters(calls: readonly JobSource[], facts: CallFacts, order: JobOrder, places: Places, report: Report): Map<string, string[]> {
  const before = new Map<string, string[]>(calls.map(({ id }) => [facts.ids.get(id)!, []]));
  for (const { job } of facts.jobs.filter((one) => !calls.includes(one.job))) {
    for (const need of allNeeds(job, facts).filter((id) => facts.ids.has(id))) {
      const id = facts.ids.get(need)!;
      const own = waiting(job.id, facts).filter((waiter) => !order.isBehind(id, waiter));
      own.forEach((waiter) => {
        order.wait(waiter, id);
        before.set(id, distinct([...before.get(id)!, waiter]));
      });
      if (!isGone(facts.kinds.get(job.id)!)) {
        const [fate, became] = own.length ? ['understood', own.map((waiter) => `tagBuild.waitFor('${waiter}', '${id}')`).join(', ')] as const
          : ['left-out', `${need} comes when what this job has become is done, and nothing can wait for itself`] as const;
        report.add({ fate, line: places.line('jobs', job.id, 'needs'), what: `${job.id}: needs ${need}`, became });
      }
    }
  }
  return before;
}

/** What was decided about a job that is called. */
interface Decision {
  readonly id: string;
  readonly waits: boolean;
  readonly isRehearsed: boolean;
}

function reportCall(job: JobSource, { id, waits, isRehearsed }: Decision, facts: CallFacts, places: Places, report: Report): void {
  report.understood(job.line, `job ${job.id}`, `a job that is called, ${isRehearsed ? 'in a rehearsal, too' : 'for a tag alone'}: tagBuild.workflow.addJob('${id}')`);
  if (isRehearsed && facts.rehearses) {
    report.leftOut(job.line, `job ${job.id} in rehearsals`, 'a rehearsal that nobody starts by hand has a workflow of its own, which does not call it');
  }
  for (const need of job.needs) {
    const line = places.line('jobs', job.id, 'needs');
    const own = ownJobs(need, facts);
    if (own.length) {
      report.understood(line, `${job.id}: needs ${need}`, `needs: ${own.join(', ')}`);
    } else {
      report.leftOut(line, `${job.id}: needs ${need}`, `${need} is no job any more${waits ? ', and what that one waits for is waited for' : ''}`);
    }
  }
}

/** A job that is given all secrets, or one by a name that it works out, is against a rule. */
function ignored(calls: readonly JobSource[], ids: ReadonlyMap<string, string>): Entry[] {
  const unnamed = calls.filter(({ secrets }) => secrets === 'inherit' || /(?<![\w.-])secrets(?!\s*(?:\.\s*[\w-]|\[\s*'))\s*[\[.)]/i.test(JSON.stringify(secrets ?? {})));
  const names = andList(unnamed.map(({ id }) => ids.get(id)!));
  return names ? [{ key: 'ignore', value: freeObject({ 'secret-unnamed': `The original gives ${names} secrets without naming them.` }) }] : [];
}
