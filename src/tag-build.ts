import { Component, type github, type Project } from 'projen';
import type { Model } from './model/model';
import { normalise } from './normalise/normalise';
import type { TagBuildOptions } from './options';
import { SetupDocFile } from './project/setup-doc-file';
import { surroundingsOf } from './project/surroundings';
import { TagBuilds } from './project/tag-builds';
import { addWorkflow } from './project/workflow';

/**
 * A GitHub Actions workflow that builds on a pushed tag, the setup doc that says how to make it
 * run, and the README section that links to it.
 *
 * Several can stand in one project. In a subproject the workflow goes to the repository's root,
 * the doc and the README section to the subproject.
 *
 * @throws with all problems of the declaration at once
 */
export class TagBuild extends Component {
  /**
   * The workflow. Jobs and steps can be added, patched and removed here: every step has a stable
   * id. The doc says what the declaration says, and nothing of what is changed here.
   */
  public readonly workflow: github.GithubWorkflow;

  /** @internal */
  public readonly _model: Model;

  /**
   * @param project the project that is built
   * @param id names the workflow file, the doc and the artifacts: letters, digits, `.`, `_`, `-`
   * @param options what is built, from what, and where
   */
  constructor(project: Project, id: string, options: TagBuildOptions) {
    const builds = TagBuilds.of(project);
    const declaration = builds.read(id, options);
    super(project, builds.constructId(declaration.id));
    this._model = normalise(declaration.id, declaration.options, surroundingsOf(project));
    builds.verify(this._model, declaration);
    this.workflow = addWorkflow(project.root, this._model);
    new SetupDocFile(project, this._model, this.workflow);
    builds.add(this);
  }
}
