import { buildJob } from './build-job';
import { guardJob } from './guard-job';
import type { Scripts, WorkflowFile } from './workflow-file';
import type { Model } from '../../model/model';

/** The workflow that a model describes. */
export function renderWorkflow(model: Model, scripts: Scripts): WorkflowFile {
  return {
    name: model.title,
    on: {
      push: { tags: model.tags },
      ...model.rehearsal && { workflow_dispatch: {} },
    },
    permissions: {},
    concurrency: { 'group': `${model.id}-\${{ github.ref }}`, 'cancel-in-progress': false },
    jobs: {
      guard: guardJob(model, scripts),
      build: buildJob(model, scripts),
    },
  };
}
