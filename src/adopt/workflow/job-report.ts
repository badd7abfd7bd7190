import { neededBy } from './group-jobs';
import { asks } from './inline-outputs';
import type { JobKind, ReadJob } from './job-kinds';
import { mostMinutes } from './legs';
import type { PlannedJob } from './plan-job';
import { isVariable } from './plan-leg';
import { holdsToken, isOfContainer } from './raw-steps';
import { meaningsOf, type ReadLeg } from './read-leg';
import type { Report } from './report';
import type { StepMeaning } from './step-reader';
import type { Places } from './workflow-places';
import type { JobSource, WorkflowSource } from './workflow-source';
import { list, mapping, type Mapping, type Value } from '../../github/workflow-reader';
import { isKeptKey } from '../../schema/field';
import { count, distinct } from '../../text/words';
import { isCall } from '../code';

/** Why a key of a workflow or a job is not kept, or what stands for it. */
const CONCURRENCY = 'one run a tag at a time, and none is cancelled';
const PERMISSIONS = 'each job has the least rights that it needs, and the one that publishes alone can write';

const SKIPPED: Partial<Record<JobKind, string>> = {
  never: 'it never runs for a tag; keep it in a workflow of its own',
  checks: 'it builds nothing: keep it in a workflow of its own, which pull requests and branches start',
};

/** What becomes of all that stands around the jobs. */
export function reportWorkflow(content: Mapping, places: Places, report: Report): void {
  for (const [key, value] of Object.entries(content)) {
    const line = places.line(key);
    switch (key) {
      case 'name': report.understood(line, 'name', 'title'); break;
      case 'run-name': report.leftOut(line, 'run-name', 'a run is called by its tag'); break;
      case 'permissions': report.leftOut(line, 'permissions', PERMISSIONS); break;
      case 'concurrency': report.leftOut(line, 'concurrency', CONCURRENCY); break;
      case 'defaults': report.understood(line, 'defaults', 'each step runs where it did, under the shell that it had'); break;
      case 'env': reportEnv(mapping(value), (name) => places.line('env', name), report); break;
    }
  }
}

/** What was decided about a job. */
interface JobFacts {
  readonly job: JobSource;
  readonly legs: readonly ReadLeg[];
  readonly kinds: ReadonlyMap<string, JobKind>;
  /** What its legs run on. */
  readonly runner: readonly string[];
  /** Jobs whose files arrive in it. */
  readonly arrives: ReadonlySet<string>;
  /** Jobs that make a release. */
  readonly releases: ReadonlySet<string>;
  /** Whether a job that is left reads what it finds out. */
  readonly isAsked: boolean;
}

/** The same of one of them, but for its steps. */
function reportJob(facts: JobFacts, content: Mapping, places: Places, report: Report): void {
  const { job, legs: read, kinds, runner } = facts;
  const kind = kinds.get(job.id)!;
  const skipped = SKIPPED[kind];
  // what is called says so itself
  if (kind === 'calls') {
    return;
  }
  if (kind === 'tells') {
    report.add(facts.isAsked ? { fate: 'understood', line: job.line, what: titleOf(job), became: 'its steps run in each job that asks what it finds out' }
      : { fate: 'left-out', line: job.line, what: titleOf(job), became: 'no job that asks what it finds out is part of the build' });
    return;
  }
  if (skipped !== undefined) {
    report.leftOut(job.line, titleOf(job), skipped);
    return;
  }
  report.understood(job.line, `job ${job.id}`, kind === 'builds' ? 'a build job' : kind === 'publishes' ? 'in publish' : 'in publish, behind what it needs');
  reportResults(job, report);
  reportBeside(list(content.steps), (...path) => places.line('jobs', job.id, 'steps', ...path), report);
  reportKept(list(content.steps), (...path) => places.line('jobs', job.id, 'steps', ...path), report);
  for (const [key, value] of Object.entries(content).filter(([name]) => name !== 'steps')) {
    const line = places.line('jobs', job.id, key);
    const [fate, became] = fateOf(key, value, { job, legs: read, kind, runner }) ?? [];
    if (key === 'container' && kind === 'builds') {
      reportContainer(job.id, mapping(value), (...path) => places.line('jobs', job.id, key, ...path), report);
    } else if (key === 'strategy') {
      reportStrategy(job.id, mapping(value), runner.length, places, report);
    } else if (key === 'needs') {
      reportNeeds(facts, line, report);
    } else if (key === 'env') {
      reportEnv(mapping(value), (name) => places.line('jobs', job.id, 'env', name), report);
    } else if (key === 'environment') {
      report.understood(line, `${job.id}: environment`, became!);
      Object.keys(mapping(value)).filter((name) => name !== 'name')
        .forEach((name) => report.leftOut(places.line('jobs', job.id, key, name), `${job.id}: environment: ${name}`, 'an environment is named and no more: its page lists the runs that deploy to it'));
    } else if (fate === 'left-out') {
      report.leftOut(line, `${job.id}: ${key}`, became!);
    } else {
      report.understood(line, `${job.id}: ${key}`, became ?? 'kept');
    }
  }
}

function reportContainer(id: string, container: Mapping, line: (...path: string[]) => number, report: Report): void {
  report.understood(line(), `${id}: container`, 'container of the platform');
  if (container.credentials !== undefined) {
    report.leftOut(line('credentials'), `${id}: container: credentials`,
      'container of the platform, without them: an image that all may read needs none; for another, add them to the job by tagBuild.workflow');
  }
  for (const [name, value] of Object.entries(mapping(container.env)).filter(([, each]) => !isOfContainer(each))) {
    report.leftOut(line('env', name), `${id}: container: env ${name}`, `${holdsToken(String(value)) ? 'the token of the workflow' : 'a secret'} is for the steps that name it, and every process of the container would have it`);
  }
}

/** Steps that GitHub runs beside each other. */
function reportBeside(steps: readonly Value[], line: (step: number, key: string) => number, report: Report): void {
  steps.forEach((step, index) => {
    if ('parallel' in mapping(step)) {
      report.leftOut(line(index, 'parallel'), 'parallel', 'its steps run one after another');
    }
  });
}

/** How another job ended is no question any more. */
function reportResults({ steps }: JobSource, report: Report): void {
  for (const { line, comments, ...step } of steps) {
    for (const [whole, name] of JSON.stringify(step).matchAll(/(?:"([\w-]+)":"\$\{\{ *)?needs\.[\w-]+\.result\b/g)) {
      report.leftOut(line, `${name === undefined ? '' : `${name}: `}${/needs.*/.exec(whole)![0]}`, "'success': what waits for a job runs only where that has succeeded");
    }
  }
}

function reportStrategy(id: string, strategy: Mapping, legs: number, places: Places, report: Report): void {
  for (const key of Object.keys(strategy)) {
    const line = places.line('jobs', id, 'strategy', key);
    switch (key) {
      case 'matrix': report.understood(line, `${id}: matrix`, count(legs, 'platform', 'platforms')); break;
      case 'fail-fast': report.leftOut(line, `${id}: fail-fast`, 'no platform stops another'); break;
      default: report.leftOut(line, `${id}: ${key}`, 'all platforms build at once, as far as there are runners');
    }
  }
}

/** Whoever is not built upon is not waited for. */
function reportNeeds({ job, kinds, arrives, releases }: JobFacts, line: number, report: Report): void {
  for (const need of job.needs.filter((id) => kinds.get(id) !== 'calls')) {
    const kind = kinds.get(need)!;
    const said = `${job.id}: needs ${need}`;
    if (kinds.get(job.id) !== 'builds') {
      const isBeside = kind === 'follows' || kind === 'publishes' && kinds.get(job.id) === 'follows' && !releases.has(need);
      report.add(isBeside ? { fate: 'left-out', line, what: said, became: 'both come when everything is public, and neither waits for the other' }
        : { fate: 'understood', line, what: said, became: 'it comes when everything is built' });
    } else if (kind === 'tells' && asks(job, need)) {
      report.understood(line, said, `the steps of ${need} run here`);
    } else if (kind === 'builds') {
      const [fate, became] = arrives.has(need) ? ['understood', 'needs: its files arrive here'] as const : ['left-out', 'nothing of it arrives here, so both build at once'] as const;
      report.add({ fate, line, what: said, became });
    } else {
      report.leftOut(line, said, kind === 'publishes' ? 'the release is made when everything is built' : `${need} is no part of the build, so nothing waits for it`);
    }
  }
}

/** What is said of a condition: whether a tag fulfils it, or what becomes of one that only a run can tell. */
function conditionFate(condition: string, kind: JobKind, legs: readonly ReadLeg[]): Fate {
  if (kind !== 'builds' && /\b(?:always|failure|cancelled)\s*\(/.test(condition)) {
    return ['left-out', `${condition}: what is in publish comes only when everything is built`];
  }
  return legs.every(({ leg }) => leg.values.conditionOnTag(condition).runs === 'yes')
    ? ['understood', 'a tag that starts the build fulfils it']
    : ['left-out', `${condition}: it is known in the run only, so the job runs for each tag; put it at the steps that it is for`];
}

function titleOf({ id, steps, uses }: JobSource): string {
  return uses === undefined ? `job ${id} with ${count(steps.length, 'step', 'steps')}` : `job ${id} with the steps of ${uses}`;
}

type Fate = readonly ['understood' | 'left-out', string];

/** What is known of a job when its own keys are told. */
interface Told {
  readonly job: JobSource;
  readonly legs: readonly ReadLeg[];
  readonly kind: JobKind;
  readonly runner: readonly string[];
}

function fateOf(key: string, value: Value, { job, kind, runner, legs }: Told): Fate | undefined {
  switch (key) {
    case 'name': return ['left-out', kind === 'builds' ? 'a leg is called by its platform' : 'the job is called by its id'];
    case 'runs-on': return ['understood', kind === 'builds' ? `platforms: ${distinct(runner).join(', ')}` : kind === 'publishes' ? 'the runner of the jobs that publish' : 'runsOn'];
    case 'if': return conditionFate(job.if!, kind, legs);
    case 'permissions': return kind === 'builds' ? ['left-out', 'it reads this repository, and can write nothing'] : ['understood', PERMISSIONS];
    case 'concurrency': return ['left-out', CONCURRENCY];
    case 'services': return ['left-out', 'start it in a step of prepare: docker run --detach'];
    case 'outputs': return ['left-out', 'no other job is told of it; what the guard found out is in VERSION and TAG (version: { env: true })'];
    case 'environment': return ['understood', `environment of the ${kind === 'builds' ? 'platform' : 'target'}`];
    case 'container': return kind === 'builds' ? ['understood', 'container of the platform'] : ['left-out', 'what publishes runs on the runner itself'];
    case 'timeout-minutes': return timeoutFate(value, kind, legs);
    case 'continue-on-error': return value === false ? ['understood', 'so it is'] : ['understood', `allowedToFail, where ${job.id} may fail`];
    case 'defaults': return ['understood', 'each step runs where it did, under the shell that it had'];
    default: return undefined;
  }
}

function timeoutFate(value: Value, kind: JobKind, legs: readonly ReadLeg[]): Fate {
  const asked = legs.map(({ leg }) => Number(leg.values.value(value) ?? Number.NaN));
  if (asked.some((minutes) => !(minutes > 0))) {
    return ['left-out', `${String(value)}: how many minutes these are is known in the run only; write timeoutMinutes`];
  }
  if (kind !== 'builds' && legs.every(({ steps }) => steps.every(({ raw }) => raw === undefined))) {
    return ['left-out', `${String(value)}: the job that publishes has a limit of its own`];
  }
  if (legs.some(({ leg }, index) => asked[index] > mostMinutes(leg.runner))) {
    return ['left-out', `${String(value)}: GitHub stops a job of that runner earlier, so timeoutMinutes is the most that it has`];
  }
  return asked.every(Number.isInteger) ? ['understood', 'timeoutMinutes']
    : ['left-out', `${String(value)}: a declaration has whole minutes, so timeoutMinutes is the next one, ${distinct(asked.map(Math.ceil)).join(' and ')}`];
}

const KEPT = 'no declaration can name it, since each object of JavaScript has one of that name: give it another';

function reportKept(steps: readonly Value[], line: (step: number, key: string, name: string) => number, report: Report): void {
  steps.forEach((step, index) => ['env', 'with'].forEach((key) => Object.keys(mapping(mapping(step)[key])).filter(isKeptKey)
    .forEach((name) => report.leftOut(line(index, key, name), `${key} ${name}`, KEPT))));
}

function reportEnv(env: Mapping, line: (name: string) => number, report: Report): void {
  for (const [name, value] of Object.entries(env)) {
    if (isKeptKey(name)) {
      report.leftOut(line(name), `env ${name}`, KEPT);
      continue;
    }
    if (holdsToken(String(value))) {
      report.leftOut(line(name), `env ${name}`, 'the token of the workflow is for the steps that stay and read it, and what builds has none');
      continue;
    }
    if (/\bsecrets\./.test(String(value))) {
      report.leftOut(line(name), `env ${name}`, 'a secret is not for every step: the build has it, and the steps that name it');
      continue;
    }
    if (!isVariable(name)) {
      report.leftOut(line(name), `env ${name}`,
        'no shell reads it, or it would replace the path of the runner; where an expression names it, its value stands');
      continue;
    }
    report.understood(line(name), `env ${name}`, 'variables of the platforms');
  }
}

/** What was decided about all jobs. */
interface Decisions {
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly jobs: readonly ReadJob[];
  readonly builds: readonly ReadJob[];
  readonly planned: readonly PlannedJob[];
}

/** What becomes of the keys of the jobs. */
export function reportJobs(source: WorkflowSource, decisions: Decisions, content: Mapping, places: Places, report: Report): void {
  const { kinds, jobs, builds, planned } = decisions;
  const isRelease = ({ publish = [] }: StepMeaning) => publish.some(({ code }) => isCall(code, 'PublishTarget.githubRelease'));
  const releases = new Set(jobs.filter(({ legs }) => legs.flatMap(meaningsOf).some(isRelease)).map(({ job }) => job.id));
  for (const job of source.jobs) {
    const legs = planned.flatMap((group) => group.legs).filter(({ read }) => read.leg.jobId === job.id);
    const isAsked = source.jobs.filter(({ id }) => !(kinds.get(id)! in SKIPPED) && kinds.get(id) !== 'calls').some((other) => asks(other, job.id));
    const read = builds.find((one) => one.job.id === job.id);
    const arrives = new Set(read ? neededBy(read, builds).map(({ from }) => from.job.id) : []);
    const runner = legs.map(({ word }) => word.became);
    reportJob({ job, legs: jobs.find((one) => one.job.id === job.id)!.legs, kinds, arrives, releases, isAsked, runner },
      mapping(mapping(content.jobs)[job.id]), places, report);
  }
}
