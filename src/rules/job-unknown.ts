import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import { suggestion } from '../text/suggestion';

export const jobUnknown: DeclarationRule = {
  id: 'job-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'A build job needs a job that the build does not have.',
  cure: 'Correct the id in `needs`. The options at the top are the job `build`, where they name platforms.',
  check: ({ jobs }) => jobs.flatMap((job) => job.needs.flatMap((need, index) => {
    const known = jobs.map(({ id }) => id);
    return known.includes(need.job) ? [] : [{
      where: optionOf(job, `needs[${index}]`),
      what: `there is no build job '${need.job}'`,
      fix: suggestion(need.job, known.filter((id) => id !== job.id)),
    }];
  })),
};
