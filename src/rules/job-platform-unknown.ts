import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import { suggestion } from '../text/suggestion';

export const jobPlatformUnknown: DeclarationRule = {
  id: 'job-platform-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'A build job needs the files of a platform that the other job does not have, or of none at all.',
  cure: 'Correct the names in `platforms` of `needs`, or leave it out: all are handed on then.',
  check: ({ jobs }) => jobs.flatMap((job) => job.needs.flatMap((need, index) => {
    const where = optionOf(job, `needs[${index}] ${need.job}`);
    const known = jobs.filter(({ id }) => id === need.job).flatMap(({ platforms }) => platforms.map(({ name }) => name));
    return !known.length ? [] : [
      ...need.platforms.length ? [] : [{ where, what: 'names no platform, so nothing would be handed on', fix: 'Leave platforms out for all of them.' }],
      ...need.platforms.filter((name) => !known.includes(name)).map((name) => ({
        where,
        what: `the job '${need.job}' has no platform '${name}'`,
        fix: suggestion(name, known),
      })),
    ];
  })),
};
