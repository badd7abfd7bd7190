import { neededBy } from './group-jobs';
import type { JobKind, ReadJob } from './job-kinds';
import { rawStep } from './raw-steps';
import { reached } from './reached';
import type { ReadLeg, ReadStep } from './read-leg';
import type { Report } from './report';
import type { Download, StepMeaning } from './step-reader';

/**
 * The jobs that build. What only a job that is called can have left for one of them is still
 * downloaded by a step: build jobs are handed what other build jobs of the declaration make, and no more.
 */
export function withDownloads(builds: readonly ReadJob[], jobs: readonly ReadJob[], kinds: ReadonlyMap<string, JobKind>): ReadJob[] {
  return builds.map((read) => {
    const handedOn = neededBy(read, builds).map(({ download }) => JSON.stringify(download));
    const isForeign = (downloads: readonly Download[]) =>
      downloads.length > 0 && !downloads.some((download) => handedOn.includes(JSON.stringify(download)));
    return callsBefore(read, jobs, kinds).length ? { ...read, legs: read.legs.map((leg) => withSteps(leg, isForeign)) } : read;
  });
}

/** What a job that publishes may have been given by one that is called: nothing of it is among the results. */
export function reportUnreleased(
  { builds, publishes }: { readonly builds: readonly ReadJob[]; readonly publishes: readonly ReadJob[] },
  kinds: ReadonlyMap<string, JobKind>,
  report: Report,
): void {
  for (const read of publishes) {
    const { job, legs } = read;
    const built = neededBy(read, builds).map(({ download }) => download.name);
    const isOpen = ({ name }: Download) => name.includes('*') || !built.includes(name);
    const step = legs.flatMap(({ steps }) => steps).find(({ meanings }) => downloadsOf(meanings).some(isOpen));
    job.needs.filter((need) => step && kinds.get(need) === 'calls').forEach((need) => report.leftOut(step!.source.line, `artifacts of ${need}`,
      'only what a build job makes is released: where it uploads something, let a build job wait for it, download that and name it in artifacts'));
  }
}

function callsBefore({ job }: ReadJob, jobs: readonly ReadJob[], kinds: ReadonlyMap<string, JobKind>): string[] {
  return [...reached(job.needs, (id) => jobs.find((other) => other.job.id === id)!.job.needs)].filter((id) => kinds.get(id) === 'calls');
}

function withSteps(read: ReadLeg, isForeign: (downloads: readonly Download[]) => boolean): ReadLeg {
  const { leg, steps } = read;
  return {
    leg,
    steps: steps.map((step): ReadStep => isForeign(downloadsOf(step.meanings))
      ? { source: step.source, meanings: [], raw: rawStep(step.source, leg.system, leg.env) } : step),
  };
}

function downloadsOf(meanings: readonly StepMeaning[]): Download[] {
  return meanings.flatMap(({ downloads = [] }) => downloads);
}
