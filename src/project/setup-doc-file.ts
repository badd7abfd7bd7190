import { FileBase, type github, type Project } from 'projen';
import { workflowJson } from './workflow';
import type { Model } from '../model/model';
import { docInput } from '../render/doc/doc-input';
import { renderSetupDoc } from '../render/doc/setup-doc';

/** The setup doc, as a file that projen generates and removes. */
export class SetupDocFile extends FileBase {
  constructor(project: Project, private readonly model: Model, private readonly workflow: github.GithubWorkflow) {
    super(project, model.setupDoc.path);
  }

  protected synthesizeContent(): string {
    return renderSetupDoc(this.model, docInput(workflowJson(this.workflow)));
  }
}
