import { builds } from './build-job';
import { guard } from './guard-job';
import type { Comments, Job, JobKind } from './workflow-file';
import type { Model } from '../../model/model';
import { publishes } from '../../model/publish';
import type { Scripts } from '../../text/scripts';
import { loadPublishJobs } from '../late-parts';

/** The kinds of jobs that a build can have, in the order in which they stand in the workflow. */
function kindsFor(model: Model): JobKind[] {
  return [guard, builds, ...publishes(model) ? loadPublishJobs().PUBLISH_JOBS : []];
}

/** All jobs, by their ids. */
export function renderJobs(model: Model, scripts: Scripts): Record<string, Job> {
  return Object.assign({}, ...kindsFor(model).map(({ render }) => render(model, scripts)));
}

/** What a reader of them asks first, by the path of the key in the workflow. */
export function jobComments(model: Model): Comments {
  return Object.assign({}, ...kindsFor(model).map(({ comments }) => comments(model)));
}
