import { pathComplaint } from './paths';
import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import { handedTo } from '../model/jobs';

export const handedOnPathOutside: DeclarationRule = {
  id: 'handed-on-path-outside',
  level: 'error',
  about: 'declaration',
  cause: "Handed-on files would arrive outside the workspace, in git's own directory or in one that is emptied, "
    + 'or their path has a backslash or a name that Linux, macOS or Windows does not take. They pass through `<job>/<platform>`.',
  cure: 'Write a path relative to the working directory of the job, with forward slashes and names that every system takes.',
  check: (model) => model.jobs.flatMap((job) => job.needs.flatMap((need, index) => [
    need.path,
    ...handedTo(model, { ...job, needs: [need] }).map(({ from }) => `${from.job.id}/${from.platform.name}`),
  ].flatMap((path) => pathComplaint(optionOf(job, `needs[${index}] ${need.job}`), path, 'workspace')))),
};
