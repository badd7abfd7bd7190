import { reached } from './reached';
import { meaningsOf, type ReadLeg } from './read-leg';
import type { JobSource } from './workflow-source';

/** A job of the original with what its legs mean. */
export interface ReadJob {
  readonly job: JobSource;
  readonly legs: readonly ReadLeg[];
}

/** What becomes of a job. */
export type JobKind =
  /** Its legs are platforms. */
  | 'builds'
  /** It is in `publish`. */
  | 'publishes'
  /** It comes behind what publishes. */
  | 'follows'
  /** It calls another workflow. */
  | 'calls'
  /** Its steps run in the jobs that ask what it finds out. */
  | 'tells'
  /** It never runs for a tag. */
  | 'never'
  /** It builds nothing that leaves it. */
  | 'checks';

const BUILDS = /\b(?:build|package|make|dist|bundle|compile|tauri|electron|goreleaser|pyinstaller|cargo|cmake|wails|flutter|gradlew?|mvnw?|dotnet publish)\b/i;

/** Sorts jobs by what leaves them. */
export function kindsOf(jobs: readonly ReadJob[], telling: ReadonlySet<string>): Map<string, JobKind> {
  const kinds = new Map(jobs.map((read) => [read.job.id, telling.has(read.job.id) ? 'tells' : firstKind(read)]));
  if (![...kinds.values()].includes('builds')) {
    const possible = jobs.filter(({ job }) => ['publishes', 'checks'].includes(kinds.get(job.id)!));
    const building = possible.filter(seemsToBuild);
    (building.length ? building : possible.filter(({ job }) => job.steps.length)).forEach(({ job }) => kinds.set(job.id, 'builds'));
  }
  const needsOfCall = (id: string) => kinds.get(id) === 'calls' ? jobs.find(({ job }) => job.id === id)!.job.needs : [];
  const isBehind = ({ needs }: JobSource) => [...reached(needs, needsOfCall)].some((id) => ['builds', 'publishes', 'follows'].includes(kinds.get(id) ?? ''));
  // in the order of the file a job may stand before what it needs
  for (let more = true; more;) {
    const found = jobs.filter(({ job }) => kinds.get(job.id) === 'checks' && isBehind(job));
    found.forEach(({ job }) => kinds.set(job.id, 'follows'));
    more = found.length > 0;
  }
  return kinds;
}

function firstKind({ job, legs }: ReadJob): JobKind {
  if (job.if !== undefined && legs.every(({ leg }) => leg.values.conditionOnTag(job.if!).runs === 'no')) {
    return 'never';
  }
  if (job.uses !== undefined) {
    return 'calls';
  }
  const meanings = legs.flatMap(meaningsOf);
  const publishes = meanings.some(({ publish }) => publish);
  const uploads = meanings.some(({ artifacts }) => artifacts);
  const downloads = meanings.some((meaning) => meaning.downloads);
  // a job that publishes is one leg, and runs where publishing does
  const isAlone = legs.length === 1 && legs[0].leg.system === 'linux';
  if (publishes && (downloads && isAlone || !uploads && !seemsToBuild({ job, legs }))) {
    return 'publishes';
  }
  return uploads || publishes ? 'builds' : 'checks';
}

/** Whether it checks sources out and runs what makes something of them. */
function seemsToBuild({ legs }: ReadJob): boolean {
  return legs.some((read) => meaningsOf(read).some(({ build }) => build)
    || meaningsOf(read).some(({ repositories }) => repositories) && read.steps.some(({ raw }) => BUILDS.test(raw?.step.run ?? raw?.step.uses ?? '')));
}

