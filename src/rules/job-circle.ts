import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import type { BuildJobModel } from '../model/model';

export const jobCircle: DeclarationRule = {
  id: 'job-circle',
  level: 'error',
  about: 'declaration',
  cause: 'Build jobs need one another in a circle, so none of them could begin.',
  cure: 'Take one of the needs away; what both need can be built by a third job.',
  check: ({ jobs }) => jobs.flatMap((job) => {
    const circle = circleThrough(job, jobs);
    // each circle once: at the first of its jobs
    return circle && jobs.find(({ id }) => circle.includes(id)) === job ? [{
      where: optionOf(job, 'needs'),
      what: circle.length === 1 ? 'the job needs itself' : `${[...circle, job.id].map((id) => `'${id}'`).join(' needs ')}, in a circle`,
      fix: circle.length === 1 ? 'Leave that out.' : 'Take one of the needs away.',
    }] : [];
  }),
};

/** The shortest way along the needs of a job that leads back to it: the ids on it, the job's own first. */
function circleThrough({ id: start }: BuildJobModel, jobs: readonly BuildJobModel[]): string[] | undefined {
  const seen = new Set<string>();
  let ways = [[start]];
  while (ways.length) {
    const next = ways.flatMap((way) => needsOf(way.at(-1)!, jobs).map((id) => [...way, id]));
    const back = next.find((way) => way.at(-1) === start);
    if (back) {
      return back.slice(0, -1);
    }
    ways = next.filter((way) => !seen.has(way.at(-1)!) && seen.add(way.at(-1)!));
  }
  return undefined;
}

function needsOf(id: string, jobs: readonly BuildJobModel[]): string[] {
  return jobs.find((job) => job.id === id)?.needs.map(({ job }) => job) ?? [];
}
