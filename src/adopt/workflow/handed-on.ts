import type { RawStep } from './raw-steps';
import type { StepSource } from './workflow-source';
import { list, object, type Code } from '../code';

/** What a job of the original downloads of another one. */
export interface Needed {
  /** Id of the other job. */
  readonly job: string;
  /** Where it arrives, from the workspace. */
  readonly path: string;
  /** Whether the files of all artifacts lie in `path` itself. */
  readonly merge: boolean;
  readonly artifacts: readonly { readonly platform: string; readonly name: string }[];
  /** Whether these are all platforms of the other job. */
  readonly isAll: boolean;
}

/** What a declaration needs, and the steps that put its files where the original had them. */
export interface Arrivals {
  readonly needs: readonly Code[];
  readonly steps: readonly RawStep[];
}

/** A job can be needed once, in one place inside of the home of the job that needs it, where nothing else arrives. */
export function arrivalsOf(needed: readonly Needed[], home: string): Arrivals {
  const jobs = [...new Set(needed.map(({ job }) => job))].map((job) => needed.filter((one) => one.job === job));
  const isFirst = ([{ path }]: readonly Needed[], at: number) => jobs.findIndex((others) => others.some((other) => other.path === path)) === at;
  const arrivals = jobs.map((own, at) => isSimple(own, home) && isFirst(own, at) ? { needs: [inPlace(own[0], home)], steps: [] } : copied(own, home));
  return { needs: arrivals.flatMap(({ needs }) => needs), steps: arrivals.flatMap(({ steps }) => steps) };
}

function isSimple([only, ...others]: readonly Needed[], home: string): boolean {
  return !others.length && (only.merge || only.artifacts.length === 1) && (home === '' ? !['', '.'].includes(only.path) : only.path.startsWith(`${home}/`));
}

function inPlace({ job, path, artifacts, merge, isAll }: Needed, home: string): Code {
  return object({
    job,
    path: (home === '' ? path : path.slice(home.length + 1)) || '.',
    platforms: isAll ? undefined : list(artifacts.map(({ platform }) => platform)),
    merge: merge && artifacts.length > 1 ? true : undefined,
  });
}

function copied(own: readonly Needed[], home: string): Arrivals {
  const [{ job }] = own;
  const place = `needed/${job}`;
  const platforms = [...new Set(own.flatMap(({ artifacts }) => artifacts.map(({ platform }) => platform)))];
  const from = (platform: string) => [home, place, ...platforms.length > 1 ? [platform] : []].filter(Boolean).join('/');
  return {
    needs: [object({ job, path: place, platforms: own.some(({ isAll }) => isAll) ? undefined : list(platforms) })],
    steps: own.flatMap(({ path, merge, artifacts }) => artifacts.map(({ platform, name }) =>
      copy(from(platform), [path, ...merge || artifacts.length === 1 ? [] : [name]].filter(Boolean).join('/') || '.'))),
  };
}

/** Copies a directory's content; the paths arrive in variables. */
export function copy(from: string, to: string): RawStep {
  const step: StepSource = { line: 0, comments: [], name: `Put what was handed on into ${to}`, with: {}, env: { FROM: from, TO: to }, run: 'mkdir -p "$TO" && cp -R "$FROM/." "$TO"' };
  return { source: step, step };
}
