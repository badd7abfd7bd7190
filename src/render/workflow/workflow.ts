import { jobComments, renderJobs } from './jobs';
import type { Comments, WorkflowFile } from './workflow-file';
import type { Model } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** What a manual run can ask for; it can only make the run shorter. Named as projen writes inputs. */
const guardOnly = {
  guard_only: { description: 'Check secrets and repositories, and build nothing', type: 'boolean', default: false },
};

/** The workflow that a model describes. */
export function renderWorkflow(model: Model, scripts: Scripts): WorkflowFile {
  return {
    name: model.title,
    on: {
      push: { tags: model.tags },
      ...model.rehearsal && { workflow_dispatch: { inputs: guardOnly } },
    },
    permissions: {},
    concurrency: { 'group': `${model.id}-\${{ github.ref }}`, 'cancel-in-progress': false },
    jobs: renderJobs(model, scripts),
  };
}

/** What a reader of the workflow asks first. */
export function workflowComments(model: Model): Comments {
  return {
    permissions: ' none; each job has the least that it needs',
    concurrency: ' one run a tag; a run that has begun is not cancelled',
    ...jobComments(model),
  };
}
