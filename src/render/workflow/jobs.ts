import { assemble } from './assemble-job';
import { attest } from './attest-job';
import { builds } from './build-job';
import { followUps } from './follow-up-jobs';
import { guard } from './guard-job';
import { ownJobsAfter, ownJobsBefore } from './own-jobs';
import { draft, publish } from './release-jobs';
import type { Comments, Job, JobKind } from './workflow-file';
import type { Model } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** Every kind of job, in the order in which they stand in the workflow. */
const KINDS: readonly JobKind[] = [guard, builds, assemble, attest, draft, ownJobsBefore, publish, ownJobsAfter, followUps];

/** All jobs, by their ids. */
export function renderJobs(model: Model, scripts: Scripts): Record<string, Job> {
  return Object.assign({}, ...KINDS.map(({ render }) => render(model, scripts)));
}

/** What a reader of them asks first, by the path of the key in the workflow. */
export function jobComments(model: Model): Comments {
  return Object.assign({}, ...KINDS.map(({ comments }) => comments(model)));
}
