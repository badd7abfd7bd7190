import { renderWorkflow, workflowComments } from './workflow';
import type { Comments, Renderer, WorkflowFile } from './workflow-file';
import type { Model } from '../../model/model';
import { type BuildWorkflow, type WorkflowKind, workflowsOf } from '../../model/workflows';
import type { Scripts } from '../../text/scripts';
import { loadRehearsal, loadWatch } from '../late-parts';

const RENDERERS: Readonly<Record<WorkflowKind, () => Renderer>> = {
  tag: () => ({ render: renderWorkflow, comments: workflowComments }),
  rehearsal: () => loadRehearsal().rehearsalFile,
  watch: () => loadWatch().watchFile,
};

/** One of a build's files, as it stands in the workflow. */
export interface RenderedWorkflow extends BuildWorkflow {
  readonly file: WorkflowFile;
}

/** All files of a build; what a tag starts comes first. */
export function renderWorkflows(model: Model, scripts: Scripts): RenderedWorkflow[] {
  return workflowsOf(model).map((workflow) => ({ ...workflow, file: renderOne(workflow, scripts) }));
}

export function renderOne({ kind, model }: BuildWorkflow, scripts: Scripts): WorkflowFile {
  return RENDERERS[kind]().render(model, scripts);
}

/** What a reader of the file asks first. */
export function commentsOf({ kind, model }: BuildWorkflow): Comments {
  return RENDERERS[kind]().comments(model);
}
