import { placeOf } from './places';
import type { DeclarationRule } from './rule';
import { isNeeded } from '../model/jobs';

export const jobNotNeeded: DeclarationRule = {
  id: 'job-not-needed',
  level: 'warning',
  about: 'declaration',
  cause: 'What a build job makes is for other jobs only, and none needs it: it would be built and thrown away.',
  cure: 'Name it in `needs` of the job that uses its files, or leave `handedOn` out: its artifacts are results then.',
  check: (model) => model.jobs.filter((job) => job.artifacts === 'handed-on' && !isNeeded(model, job)).map((job) => ({
    where: placeOf(job),
    what: 'its artifacts are for other jobs only, and no job needs them',
    fix: `Write needs: [{ job: '${job.id}', path: '...' }] where they are used, or leave handedOn out.`,
  })),
};
