import { calledComments } from './called-workflows';
import { kindsOf, type JobKind, type ReadJob } from './job-kinds';
import { contentOf, reportJob, reportWorkflow } from './job-report';
import { groupsOf, neededBy } from './group-jobs';
import { inlineOutputs } from './inline-outputs';
import { legsOf } from './legs';
import { homeOf, jobOptions, secretCode, type PlannedJob } from './plan-job';
import { mergedTargets, publishItems, secretNames } from './publishing';
import { readLeg, meaningsOf, reportMeanings } from './read-leg';
import { readSource } from './read-source';
import { repositoriesOf, type Home } from './repositories';
import { Report } from './report';
import { shareConstants } from './share-constants';
import type { ReportLine } from './step-reader';
import { readTriggers, tagsOf } from './triggers';
import type { Engine } from '../../github/workflow-engine';
import { call, list, object, type Code, type Draft, type Entry, type Item } from '../code';
import { nameOf } from '../steps/report-lines';

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

/** Reads a workflow that somebody has written into a declaration. It throws nothing, whatever the text is. */
export function importWorkflow(text: string, engine: Engine, given: Given): Import {
  const read = readSource(engine, text);
  if ('problems' in read) {
    return { report: [], problems: read.problems, lines: { before: read.lines } };
  }
  const { content, places } = read;
  const { source, jobs: telling } = inlineOutputs(read.source);
  const report = new Report();
  const { tag } = tagsOf(source);
  const jobs = source.jobs.map((job): ReadJob => {
    const { legs, unknown } = legsOf(job, source, { engine, repository: given.repository, tag });
    if (unknown !== undefined) {
      report.leftOut(places.line('jobs', job.id, 'strategy', 'matrix'), `${job.id}: matrix`, `${unknown}; write a platform for each leg`);
    }
    return { job, legs: legs.map((leg) => readLeg(leg, given.repository)) };
  });
  const kinds = kindsOf(jobs, telling);
  const of = (...wanted: readonly JobKind[]) => jobs.filter(({ job }) => wanted.includes(kinds.get(job.id)!));
  reportWorkflow(content, places, report);
  const planned = groupsOf(of('builds'), report);
  for (const [job, own] of contentOf(content, source)) {
    const arrives = new Set(of('builds').filter((one) => one.job === job).flatMap((one) => neededBy(one, of('builds')).map(({ from }) => from.job.id)));
    reportJob({ job, kinds, arrives, runner: planned.flatMap(({ legs }) => legs).filter((leg) => leg.read.leg.job === job).map(({ word }) => word.became) }, own, places, report);
  }
  of('builds', 'publishes', 'follows').forEach(({ legs }) => {
    legs.forEach((leg) => reportMeanings(leg, report));
    reportSkipped(legs, report);
  });
  if (!planned.length) {
    return { report: report.lines(), problems: ['no job of the workflow builds anything that a tag could leave behind: there is no upload, no release, and no command that builds'], lines: { before: places.lines } };
  }
  const isTagsAlone = of('builds').every(({ job }) => /refs\/tags|ref_type/.test(job.if ?? ''));
  const publish = mergedTargets([
    ...of('builds').flatMap(({ legs }) => legs.flatMap((leg) => leg.steps.flatMap(({ source: step, meanings }) => meanings.flatMap((meaning) => meaning.publish ?? [])
      .map(({ code }, index): Item => ({ value: code, ...index === 0 && step.comments.length && { comments: step.comments } }))))),
    ...of('publishes').flatMap(({ legs }) => publishItems(legs[0], false, report)),
    ...of('follows').flatMap(({ legs }) => publishItems(legs[0], true, report)),
  ]);
  const options: Entry[] = [
    ...object({ title: source.name === undefined || source.name === titleOf(given.id) ? undefined : source.name }).entries,
    ...readTriggers(source, places, report, { isTagsAlone }),
    ...buildOptions(planned),
    ...object({ publish: publish.length ? { kind: 'list', items: publish } : undefined }).entries,
  ];
  const draft = shareConstants({ id: given.id, options: { kind: 'object', entries: ordered(options) }, constants: [], comments: [...source.comments, ...calledComments(of('calls').map(({ job }) => job), planned.map(({ id: own }) => own))] });
  return { draft, report: report.lines(), problems: [], lines: { before: places.lines } };
}

function buildOptions(planned: readonly PlannedJob[]): Entry[] {
  const { entries: common, homes } = repositoriesOf(planned);
  const raws = planned.flatMap(({ legs }) => legs.flatMap(({ before, after }) => [...before, ...after]));
  const given = new Set(planned.flatMap(({ legs }) => legs.flatMap(({ secrets }) => Object.values(secrets))));
  const own = secretNames(raws.map(({ step }) => step)).filter((name) => !given.has(name));
  const options = planned.flatMap(({ legs }) => legs.flatMap(({ read }) => meaningsOf(read).flatMap((meaning) => Object.entries(meaning.options ?? {}))));
  const dependencies = planned.flatMap(({ legs }) => legs.flatMap(({ read }) => meaningsOf(read).flatMap((meaning) => meaning.dependencies ?? [])));
  return [
    ...common,
    ...object(Object.fromEntries([...options].reverse())).entries,
    ...object({
      dependencies: dependencies.length ? distinctList(dependencies) : undefined,
      secrets: own.length ? list(own.map((name) => secretCode(name))) : undefined,
    }).entries,
    ...jobEntries(planned, homes),
  ];
}

/** One job is what the options at the top say; several are named. */
function jobEntries(planned: readonly PlannedJob[], homes: readonly Home[]): Entry[] {
  const options = planned.map((job, index) => [...homes[index].entries, ...jobOptions(job, homeOf(job))]);
  if (planned.length === 1) {
    const [only] = options;
    const comments = planned[0].comments;
    return only.map((entry) => entry.key === 'platforms' && comments.length ? { ...entry, comments } : entry);
  }
  return [{
    key: 'jobs',
    value: {
      kind: 'list',
      items: planned.map((job, index): Item => ({
        value: call('BuildJob.of', job.id, { kind: 'object', entries: ordered(options[index]) }),
        ...job.comments.length && { comments: job.comments },
      })),
    },
  }];
}

function distinctList(codes: readonly Code[]): Code {
  return list(codes.filter((code, index) => codes.findIndex((other) => JSON.stringify(other) === JSON.stringify(code)) === index));
}

function reportSkipped(legs: ReadJob['legs'], report: Report): void {
  for (const step of legs.flatMap(({ leg }) => leg.skipped)) {
    if (legs.every(({ leg }) => leg.skipped.includes(step))) {
      report.leftOut(step.line, nameOf(step), `its condition never holds for a tag: ${step.if}`);
    }
  }
}

const ORDER = ['title', 'tags', 'rehearsal', 'rehearse', 'version', 'needs', 'repositories', 'workingDirectory', 'dependencies', 'setup', 'preInstallSteps',
  'prepare', 'preBuildSteps', 'platforms', 'jobs', 'postBuildSteps', 'secrets', 'timeoutMinutes', 'handedOn', 'retentionDays', 'release', 'publish'];

function ordered(entries: readonly Entry[]): Entry[] {
  const place = ({ key }: Entry) => (ORDER.indexOf(key) + ORDER.length + 1) % (ORDER.length + 1);
  return [...entries].sort((one, other) => place(one) - place(other));
}

function titleOf(id: string): string {
  return id.split(/[-_.]+/).filter(Boolean).map((word) => word[0].toUpperCase() + word.slice(1)).join(' ');
}
