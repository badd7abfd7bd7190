import { label } from './mermaid';
import { exampleTag, runnerWords } from '../../model/facts';
import { filesWanted, legsOf } from '../../model/jobs';
import { type BuildJobModel, type Model, type NeedModel, type PlatformModel } from '../../model/model';
import { publishes } from '../../model/publish';
import { codeBlock } from '../../text/markdown';
import { count, distinct, orList } from '../../text/words';
import { loadPublishingDoc } from '../late-parts';

/** With more nodes in a column GitHub scales the picture down until nobody can read it. */
const MOST_PLATFORMS = 8;
const MOST_PATTERNS = 3;

/** A platform, or several of one system. */
interface Leg {
  readonly job: BuildJobModel;
  readonly platforms: readonly PlatformModel[];
  readonly lines: readonly string[];
}

/** A job that calls another workflow, which no model knows. */
export interface DrawnCall {
  readonly id: string;
  readonly uses: string;
  readonly needs: readonly string[];
  /** Ids of the jobs that wait for it. */
  readonly before: readonly string[];
}

/** The guard, the platforms and what comes out, as a Mermaid flowchart. */
export function picture(model: Model, calls: readonly DrawnCall[] = []): string {
  const collapsed = legsOf(model).length > MOST_PLATFORMS;
  const legs = model.jobs.flatMap((job) => (collapsed && job.platforms.length > 1 ? groups(job) : single(job)));
  return codeBlock('mermaid', [
    'flowchart LR',
    `  tag([${label(exampleTag(model))}]) --> guard[${label('guard', ...guardLines(model))}]`,
    ...(model.jobs.length === 1 ? drawOneJob(legs) : drawJobs(model, legs)),
    ...publishes(model) ? loadPublishingDoc().drawPublishing(model, legs.flatMap((leg, index) => (leg.job.artifacts === 'result' ? [`artifact${index} ${arrow(leg)}`] : []))) : [],
    ...drawCalls(model, legs, calls),
  ]);
}

/** Each call is a box with double sides, between what it waits for and what waits for it. */
function drawCalls(model: Model, legs: readonly Leg[], calls: readonly DrawnCall[]): string[] {
  const nodesOf = (job: string): string[] => {
    const call = calls.findIndex(({ id }) => id === job);
    const build = model.jobs.findIndex(({ id }) => id === job);
    return call >= 0 ? [`called${call}`] : build < 0 ? ['publishing'] : model.jobs.length > 1 ? [`job${build}`] : legs.map((_, index) => `platform${index}`);
  };
  return calls.flatMap(({ id, uses, needs, before }, index) => {
    const earlier = distinct(needs.filter((need) => need !== 'guard').flatMap(nodesOf));
    return [
      `  called${index}[[${label(id, uses.replace(/^.*\//, ''))}]]`,
      ...(earlier.length ? earlier : ['guard']).map((node) => `  ${node} --> called${index}`),
      // what comes inside of publishing is not drawn as coming before it
      ...distinct(before.flatMap(nodesOf)).filter((node) => !earlier.includes(node)).map((node) => `  called${index} --> ${node}`),
    ];
  });
}

function guardLines(model: Model): string[] {
  const read = model.repositories.filter((repository) => !repository.self).length;
  return [
    ...(model.secrets.length > 0 ? ['checks the secrets'] : ['checks the tag']),
    ...(read > 0 ? [`looks up ${count(read, 'commit', 'commits')}`] : []),
  ];
}

function single(job: BuildJobModel): Leg[] {
  return job.platforms.map((platform) => ({
    job,
    platforms: [platform],
    lines: [platform.name, runnerWords(platform), ...(platform.allowedToFail === '' ? [] : ['may fail'])],
  }));
}

function groups(job: BuildJobModel): Leg[] {
  return distinct(job.platforms.map(({ system }) => system)).map((system) => {
    const platforms = job.platforms.filter((platform) => platform.system === system);
    return { job, platforms, lines: [system, count(platforms.length, 'platform', 'platforms')] };
  });
}

function drawOneJob(legs: readonly Leg[]): string[] {
  return legs.map((leg, index) => `  guard --> ${platformNode(leg, index)} ${arrow(leg)} ${artifactNode(leg, index)}`);
}

/** Each job is a box; one that needs others is reached from what they hand on to it. */
function drawJobs({ jobs }: Model, legs: readonly Leg[]): string[] {
  const platformsOf = (job: BuildJobModel) => legs.flatMap((leg, index) => (leg.job === job ? [`    ${platformNode(leg, index)}`] : []));
  const arrivals = (need: NeedModel) => legs.flatMap((leg, index) => (hands(leg, need) ? [`artifact${index} ${arrow(leg)}`] : []));
  return [
    ...jobs.flatMap((job, index) => [`  subgraph job${index}[${label(job.title)}]`, ...platformsOf(job), '  end']),
    ...jobs.flatMap(({ needs }, index) => (needs.length === 0 ? [`  guard --> job${index}`] : [])),
    ...legs.map((leg, index) => `  platform${index} ${arrow(leg)} ${artifactNode(leg, index)}`),
    ...jobs.flatMap(({ needs }, index) => needs.flatMap(arrivals).map((arrival) => `  ${arrival} job${index}`)),
  ];
}

function hands({ job, platforms }: Leg, need: NeedModel): boolean {
  return job.id === need.job && platforms.some(({ name }) => need.platforms.includes(name));
}

function platformNode({ lines }: Leg, index: number): string {
  return `platform${index}[${label(...lines)}]`;
}

/** Rounded for a result, slanted for what other jobs get only. */
function artifactNode({ job, platforms }: Leg, index: number): string {
  const patterns = distinct(platforms.flatMap((platform) => filesWanted(platform).map(orList))).filter((pattern) => !pattern.startsWith('!'));
  const shown = patterns.slice(0, MOST_PATTERNS);
  const text = label(...shown, ...(patterns.length > shown.length ? [`and ${patterns.length - shown.length} more`] : []));
  return `artifact${index}${job.artifacts === 'result' ? `([${text}])` : `[/${text}/]`}`;
}

function arrow({ platforms }: Leg): string {
  return platforms.every(({ allowedToFail }) => allowedToFail !== '') ? '-.->' : '-->';
}
