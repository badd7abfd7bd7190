import { optionOf } from './places';
import { type DeclarationRule, repeated } from './rule';

export const jobNeededTwice: DeclarationRule = {
  id: 'job-needed-twice',
  level: 'error',
  about: 'declaration',
  cause: 'A build job names another one twice in its `needs`.',
  cure: 'Name it once. `platforms` lists those whose files are wanted.',
  check: ({ jobs }) => jobs.flatMap((job) => repeated(job.needs, ({ job: id }) => id).map(({ value, index }) => ({
    where: optionOf(job, `needs[${index}]`),
    what: `the job '${value.job}' is needed already`,
    fix: 'Name it once, with all the platforms whose files are wanted.',
  }))),
};
