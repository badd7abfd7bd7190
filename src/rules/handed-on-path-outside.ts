import { pathComplaint } from './paths';
import { optionOf } from './places';
import type { DeclarationRule } from './rule';

export const handedOnPathOutside: DeclarationRule = {
  id: 'handed-on-path-outside',
  level: 'error',
  about: 'declaration',
  cause: 'Handed-on files would arrive outside the workspace or in the directory of git, or their path has a backslash.',
  cure: 'Write a path relative to the working directory of the job, with forward slashes.',
  check: ({ jobs }) => jobs.flatMap((job) => job.needs.flatMap((need, index) =>
    pathComplaint(optionOf(job, `needs[${index}] ${need.job}`), need.path, 'workspace'))),
};
