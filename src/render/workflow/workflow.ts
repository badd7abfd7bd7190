import { buildJob } from './build-job';
import { guardJob } from './guard-job';
import type { WorkflowFile } from './workflow-file';
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
    jobs: {
      guard: guardJob(model, scripts),
      ...Object.fromEntries(model.jobs.map((job) => [job.id, buildJob(model, job, scripts)])),
    },
  };
}
