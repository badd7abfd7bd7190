import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import { leavesOut } from '../github/sparse-checkout';
import { sourceOf } from '../model/paths';

export const sparseLeavesOut: DeclarationRule = {
  id: 'sparse-leaves-out',
  level: 'warning',
  about: 'declaration',
  cause: 'The `sparse` of a repository leaves out the directory that a job builds in.',
  cure: 'Add that directory, or one above it, to `sparse`.',
  check: (model) => model.jobs.flatMap((job) => {
    const at = sourceOf(model, job, job.workingDirectory);
    return at && !job.needs.length && leavesOut(at.repository.sparse, at.path) ? [{
      where: optionOf(job, 'workingDirectory'),
      what: `'${at.path}' of ${at.repository.name || 'this repository'} is none of what is checked out: ${at.repository.sparse.join(', ')}`,
      fix: `Add '${at.path}' to its sparse.`,
    }] : [];
  }),
};
