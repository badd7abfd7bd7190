import { buildOptions, ordered } from './build-options';
import { reportUnreleased, withDownloads } from './called-artifacts';
import { calledJobs, withFreeIds } from './called-jobs';
import { groupsOf } from './group-jobs';
import { inlineOutputs } from './inline-outputs';
import { kindsOf, type JobKind, type ReadJob } from './job-kinds';
import { reportJobs, reportWorkflow } from './job-report';
import { legsOf, type Surroundings } from './legs';
import { oneVariableEach } from './one-variable';
import { publishOf, withOwnTools } from './publishing';
import { readLeg, reportSteps } from './read-leg';
import { readSource } from './read-source';
import { Report } from './report';
import { shareConstants } from './share-constants';
import type { ReportLine } from './step-reader';
import { readTriggers, tagsOf } from './triggers';
import type { Places } from './workflow-places';
import type { WorkflowSource } from './workflow-source';
import type { Engine } from '../../github/workflow-engine';
import { object, type Draft } from '../code';

/** What was made of a workflow. */
export interface Import {
  /** None where there are problems. */
  readonly draft?: Draft;
  /** What became of every part of the original, in its order. */
  readonly report: readonly ReportLine[];
  /** Why nothing could be made of it. */
  readonly problems: readonly string[];
  readonly lines: { readonly before: number };
}

export interface Given {
  /** Of the tag build. */
  readonly id: string;
  /** `owner/name` of the repository that the workflow belongs to. */
  readonly repository?: string;
  /** Where the workflow lies. */
  readonly path?: string;
}

const BUILDS_NOTHING = 'no job of the workflow builds anything that a tag could leave behind: there is no upload, no release, and no command that builds';

/** Reads a workflow that somebody has written into a declaration. It throws nothing, whatever the text is. */
export function importWorkflow(text: string, engine: Engine, given: Given): Import {
  const read = readSource(engine, text);
  if ('problems' in read) {
    return { report: [], problems: read.problems, lines: { before: read.lines } };
  }
  const { content, places } = read;
  const report = new Report();
  const { source: inlined, jobs: telling } = inlineOutputs(read.source);
  const { source, ids } = withFreeIds(inlined);
  const around = { engine, repository: given.repository, tag: tagsOf(source).tag };
  const found = readJobs(source, around, places, report);
  const kinds = kindsOf(found, telling);
  const jobs = found.map((one) => ['publishes', 'follows'].includes(kinds.get(one.job.id)!) ? withOwnTools(one) : one);
  const of = (kind: JobKind) => jobs.filter(({ job }) => kinds.get(job.id) === kind);
  const builds = withDownloads(of('builds'), jobs, kinds);
  const planned = oneVariableEach(groupsOf(builds, [...ids.values()], report));
  reportWorkflow(content, places, report);
  reportJobs(read.source, { kinds, jobs, builds, planned }, content, places, report);
  [...builds, ...of('publishes'), ...of('follows')].forEach(({ legs }) => reportSteps(legs, report));
  if (!planned.length) {
    return { report: report.lines(), problems: [BUILDS_NOTHING], lines: { before: places.lines } };
  }
  const isTagsAlone = builds.every(({ job }) => /refs\/tags|ref_type/.test(job.if ?? ''));
  const { items, jobs: publish } = publishOf({ builds, publishes: of('publishes'), follows: of('follows') }, planned, [...ids.values()], report);
  reportUnreleased({ builds, publishes: of('publishes') }, kinds, report);
  const triggers = readTriggers(source, places, report, { isTagsAlone });
  const rehearses = triggers.some(({ key }) => key === 'rehearse');
  const called = calledJobs({ ids, source, around, jobs, kinds, planned, publish, rehearses }, places, report);
  const entries = [
    ...object({ title: source.name === undefined || source.name === titleOf(given.id) ? undefined : source.name }).entries,
    ...triggers,
    ...buildOptions(planned, called.secrets, report),
    ...object({ publish: items.length ? { kind: 'list', items } : undefined }).entries,
    ...called.entries,
  ];
  const options = { kind: 'object', entries: ordered(entries) } as const;
  const draft = shareConstants({ id: given.id, options, constants: [], comments: source.comments, jobs: called.jobs });
  return { draft, report: report.lines(), problems: [], lines: { before: places.lines } };
}

function readJobs(source: WorkflowSource, around: Surroundings, places: Places, report: Report): ReadJob[] {
  return source.jobs.map((job) => {
    const { legs, unknown } = legsOf(job, source, around);
    if (unknown !== undefined && job.uses === undefined) {
      report.leftOut(places.line('jobs', job.id, 'strategy', 'matrix'), `${job.id}: matrix`, `${unknown}; write a platform for each leg`);
    }
    const read = legs.map((leg) => readLeg(leg, around.repository));
    return { job, legs: read };
  });
}

function titleOf(id: string): string {
  return id.split(/[-_.]+/).filter(Boolean).map((word) => word[0].toUpperCase() + word.slice(1)).join(' ');
}
