import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import { MAX_MATRIX_JOBS } from '../github/limits';

export const tooManyPlatforms: DeclarationRule = {
  id: 'too-many-platforms',
  level: 'error',
  about: 'declaration',
  cause: `A matrix has at most ${MAX_MATRIX_JOBS} jobs.`,
  cure: 'Declare several build jobs: each has a matrix of its own.',
  check: ({ jobs }) => jobs.filter(({ platforms }) => platforms.length > MAX_MATRIX_JOBS).map((job) => ({
    where: optionOf(job, 'platforms'),
    what: `has ${job.platforms.length} platforms; GitHub allows ${MAX_MATRIX_JOBS} jobs in a matrix`,
    fix: 'Spread them over several build jobs.',
  })),
};
