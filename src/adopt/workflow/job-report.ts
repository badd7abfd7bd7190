import type { JobKind } from './job-kinds';
import type { Report } from './report';
import type { Places } from './workflow-places';
import type { JobSource, WorkflowSource } from './workflow-source';
import { mapping, type Mapping, type Value } from '../../github/workflow-reader';
import { count, distinct } from '../../text/words';

/** Why a key of a workflow or a job is not kept, or what stands for it. */
const CONCURRENCY = 'one run a tag at a time, and none is cancelled';
const PERMISSIONS = 'each job has the least rights that it needs, and the one that publishes alone can write';

const SKIPPED: Partial<Record<JobKind, string>> = {
  never: 'it never runs for a tag; keep it in a workflow of its own',
  checks: 'it builds nothing: keep it in a workflow of its own, which pull requests and branches start',
  calls: 'a workflow that is called has jobs of its own: see the lines for tagBuild.workflow',
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

/** What becomes of the keys of a job, but for its steps. */
export function reportJob({ job, kind, runner }: { readonly job: JobSource; readonly kind: JobKind; readonly runner: readonly string[] }, content: Mapping, places: Places, report: Report): void {
  const skipped = SKIPPED[kind];
  if (skipped !== undefined) {
    report.leftOut(job.line, `job ${job.id} with ${count(job.steps.length, 'step', 'steps')}`, skipped);
    return;
  }
  report.understood(job.line, `job ${job.id}`, kind === 'builds' ? 'a build job' : kind === 'publishes' ? 'in publish' : 'in publish, behind what it needs');
  for (const [key, value] of Object.entries(content).filter(([name]) => name !== 'steps')) {
    const line = places.line('jobs', job.id, key);
    const [fate, became] = fateOf(key, value, { job, kind, runner }) ?? [];
    if (key === 'env') {
      reportEnv(mapping(value), (name) => places.line('jobs', job.id, 'env', name), report);
    } else if (fate === 'left-out') {
      report.leftOut(line, `${job.id}: ${key}`, became!);
    } else {
      report.understood(line, `${job.id}: ${key}`, became ?? 'kept');
    }
  }
}

type Fate = readonly ['understood' | 'left-out', string];

function fateOf(key: string, value: Value, { job, kind, runner }: { readonly job: JobSource; readonly kind: JobKind; readonly runner: readonly string[] }): Fate | undefined {
  switch (key) {
    case 'name': return ['left-out', kind === 'builds' ? 'a leg is called by its platform' : 'the job is called by its id'];
    case 'runs-on': return ['understood', kind === 'builds' ? `platforms: ${distinct(runner).join(', ')}` : kind === 'publishes' ? 'the runner of the jobs that publish' : 'runsOn'];
    case 'strategy': return ['understood', `${count(runner.length, 'platform', 'platforms')}, which do not stop one another`];
    case 'needs': return ['understood', kind === 'builds' ? 'needs of what arrives in it' : 'it comes when everything is built'];
    case 'if': return ['understood', 'a tag that starts the build fulfils it'];
    case 'permissions': return kind === 'builds' ? ['left-out', 'it reads this repository, and can write nothing'] : ['understood', PERMISSIONS];
    case 'concurrency': return ['left-out', CONCURRENCY];
    case 'services': return ['left-out', 'start it in a step of prepare: docker run --detach'];
    case 'outputs': return ['left-out', 'no other job is told of it; what the guard found out is in VERSION and TAG (version: { env: true })'];
    case 'environment': return ['understood', `environment of the ${kind === 'builds' ? 'platform' : 'target'}`];
    case 'container': return kind === 'builds' ? ['understood', 'container of the platform'] : ['left-out', 'what publishes runs on the runner itself'];
    case 'timeout-minutes': return ['understood', 'timeoutMinutes'];
    case 'continue-on-error': return value === false ? ['understood', 'so it is'] : ['understood', `allowedToFail, where ${job.id} may fail`];
    case 'defaults': return ['understood', 'each step runs where it did, under the shell that it had'];
    default: return undefined;
  }
}

function reportEnv(env: Mapping, line: (name: string) => number, report: Report): void {
  for (const [name, value] of Object.entries(env)) {
    report.understood(line(name), `env ${name}`, /\bsecrets\./.test(String(value)) ? 'a secret: the build has it, and the steps that name it' : 'env of the platforms');
  }
}

/** Jobs by what is to be said of them, for `reportJob`. */
export function contentOf(content: Mapping, source: WorkflowSource): [JobSource, Mapping][] {
  return source.jobs.map((job) => [job, mapping(mapping(content.jobs)[job.id])]);
}
