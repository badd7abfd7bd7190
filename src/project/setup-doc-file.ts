import { FileBase, type Project } from 'projen';
import { type AddedWorkflow, workflowJson } from './workflow';
import type { Model } from '../model/model';
import { docInput } from '../render/doc/doc-input';
import { renderSetupDoc } from '../render/doc/setup-doc';

/** The setup doc, as a file that projen generates and removes. */
export class SetupDocFile extends FileBase {
  constructor(project: Project, private readonly model: Model, private readonly workflows: readonly AddedWorkflow[]) {
    super(project, model.setupDoc.path);
  }

  protected synthesizeContent(): string {
    return renderSetupDoc(this.model, docInput(...this.workflows.map(({ workflow }) => workflowJson(workflow))));
  }
}
