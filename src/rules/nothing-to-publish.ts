import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { publishes } from '../model/publish';

export const nothingToPublish: DeclarationRule = {
  id: 'nothing-to-publish',
  level: 'error',
  about: 'declaration',
  cause: 'Something is to become public, and no file is sure to be there: every platform whose artifacts are results may fail, or all artifacts are for other jobs only.',
  cure: 'Leave `allowedToFail` out of the platform that a release cannot do without; leave `handedOn` out of the job that builds what is published.',
  check: (model) => {
    const results = placedLegs(model).filter(({ job }) => job.artifacts === 'result');
    if (!publishes(model) || results.some(({ platform }) => platform.allowedToFail === '')) {
      return [];
    }
    return [results.length ? {
      where: 'publish',
      what: `every platform with results may fail (${results.map(({ where }) => where).join(', ')}), and a release without any file could become public`,
      fix: 'Leave allowedToFail out of at least one.',
    } : {
      where: 'publish',
      what: 'every job hands its artifacts on to other jobs only, so there is no file to publish',
      fix: 'Leave handedOn out of the job that builds what is published.',
    }];
  },
};
