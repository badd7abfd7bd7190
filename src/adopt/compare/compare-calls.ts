import { missing } from './compare-legs';
import { type Difference, when } from './difference';
import type { Call, Leg, Pair } from './leg';
import type { ReadWorkflow } from './read-workflow';

/** Two workflows, with the legs of one that stand for those of the other. */
export interface Sides {
  readonly was: ReadWorkflow;
  readonly is: ReadWorkflow;
  readonly pairs: readonly Pair[];
}

/** Every job that calls another workflow must be there, and be given the same. */
export function compareCalls({ was, is }: Sides): Difference[] {
  return was.calls.flatMap((call) => {
    const now = counterpart(call, is);
    return now ? callDifferences(call, now) : [missing('call', call, `job ${call.job}`, `'${call.uses}' is not called`)];
  });
}

function counterpart({ uses, job }: Call, { calls }: ReadWorkflow): Call | undefined {
  const same = calls.filter((one) => one.uses === uses);
  return same.find((one) => one.job === job) ?? same[0];
}

function callDifferences(call: Call, now: Call): Difference[] {
  const keys = [...new Set([...Object.keys(call.given), ...Object.keys(now.given)])];
  return [
    ...call.condition === now.condition ? [] : [{ ...missing('call', call, `job ${call.job}`, `it ran ${when(call.condition)}, and runs ${when(now.condition)}`), names: [`${call.job}: if`] }],
    ...keys.filter((key) => call.given[key] !== now.given[key]).map((key) => ({
      ...missing('call', call, `${call.job}: ${key}`, `it was ${call.given[key]} and is ${now.given[key]}`),
      names: [`${call.job}: ${key}`],
      ...now.written[key] !== undefined && { now: `${now.written[key]}` },
    })),
  ];
}

/** Whoever waited for another must wait for what stands for it. */
export function compareNeeds(sides: Sides): Difference[] {
  const { was, is, pairs } = sides;
  const waiting = [
    ...pairs.map(({ leg, now }) => ({ of: leg, now: [jobOf(now)] })),
    ...was.legs.filter((leg) => !pairs.some((pair) => pair.leg === leg)).map((leg) => ({ of: leg, now: publishing(leg, is) })),
    ...was.calls.map((call) => ({ of: call, now: jobsOfCall(call.job, sides) })),
  ];
  const waitedFor = new Map(waiting.flatMap(({ now }) => now).map((job) => [job, all(job, is)]));
  return waiting.flatMap(({ of, now }) => of.needs.flatMap((need) => {
    const early = standing(need, sides);
    // of what only publishes the order is our own, but for what is called
    const isLast = was.legs.some((leg) => leg.job === need && leg.releases.length) && !pairs.some(({ leg }) => leg.job === need);
    const isOrdered = !isLast && (pairs.some(({ leg }) => leg === of) || !('runner' in of)) || was.calls.some(({ job }) => job === need);
    const waits = now.every((job) => early.every((one) => waitedFor.get(job)!.has(one)));
    return waits || !isOrdered ? [] : [{ ...missing('needs', of, `job ${of.job}`, `it does not wait for ${need}`), names: [`needs ${need}`] }];
  }));
}

/** The jobs that stand for one of the original; none, where that is a difference of its own. */
function standing(job: string, sides: Sides): string[] {
  const { was, is, pairs } = sides;
  const legs = was.legs.filter((leg) => leg.job === job);
  return [
    ...jobsOfCall(job, sides),
    ...pairs.filter(({ leg }) => legs.includes(leg)).map(({ now }) => jobOf(now)),
    ...legs.flatMap((leg) => publishing(leg, is)),
  ];
}

function jobsOfCall(job: string, { was, is }: Sides): string[] {
  const call = was.calls.find((one) => one.job === job);
  return call ? [counterpart(call, is)?.job ?? []].flat() : [];
}

/** Jobs that publish what a leg publishes. */
function publishing({ releases, publications }: Leg, { legs }: ReadWorkflow): string[] {
  const isPublished = (registry: string, leg: Leg) => leg.publications.some((one) => one.registry === registry);
  return legs.filter((leg) => releases.length && leg.releases.length || publications.some(({ registry }) => isPublished(registry, leg)))
    .map(jobOf);
}

function jobOf({ job }: Leg): string {
  return job.split('/')[0];
}

/** All that a job waits for. */
function all(job: string, { legs, calls }: ReadWorkflow): ReadonlySet<string> {
  // a set goes on to what is added to it meanwhile
  const found = new Set([job]);
  for (const one of found) {
    const jobs = [...legs.filter((leg) => jobOf(leg) === one), ...calls.filter(({ job: id }) => id === one)];
    jobs.flatMap(({ needs }) => needs).forEach((need) => found.add(need));
  }
  found.delete(job);
  return found;
}
