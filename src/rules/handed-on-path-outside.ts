import { pathComplaint } from './paths';
import { optionOf } from './places';
import type { DeclarationRule, Finding } from './rule';
import { pathComplaint as complaintOf, seen } from '../github/checkout-paths';
import { handedTo } from '../model/jobs';

const CURE = 'Write a path relative to the working directory of the job, with forward slashes and names that every system takes.';

export const handedOnPathOutside: DeclarationRule = {
  id: 'handed-on-path-outside',
  level: 'error',
  about: 'declaration',
  cause: "Handed-on files would arrive outside the workspace, in git's own directory or in one that is emptied, "
    + 'or their path has a backslash or a name that Linux, macOS or Windows does not take. They pass through `<job>/<platform>`.',
  cure: CURE,
  check: (model) => model.jobs.flatMap((job) => job.needs.flatMap((need, index) => {
    const where = optionOf(job, `needs[${index}] ${need.job}`);
    const ways = handedTo(model, { ...job, needs: [need] }).map(({ from }) => `${from.job.id}/${from.platform.name}`);
    return [...arrival(where, need.path), ...ways.flatMap((way) => pathComplaint(where, way, 'workspace'))];
  })),
};

/** It is seen from the workspace, and not as it is written. */
function arrival(where: string, path: string): Finding[] {
  const complaint = complaintOf(path, 'workspace');
  return complaint
    ? [{ where, what: `its files would arrive in '${seen(path)}', which ${complaint.why}`, fix: CURE }]
    : pathComplaint(where, path, 'workspace');
}
