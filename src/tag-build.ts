import { Component, type github, type Project } from 'projen';
import type { GuardOutputs } from './guard-outputs';
import { normalise } from './normalise/normalise';
import type { TagBuildOptions } from './options';
import { type References, referencesOf } from './project/references';
import { SetupDocFile } from './project/setup-doc-file';
import { surroundingsOf } from './project/surroundings';
import { TagBuilds } from './project/tag-builds';
import { type AddedWorkflow, addWorkflows } from './project/workflow';
import type { Repository } from './repository';

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

  /** The workflow that rehearses pull requests, branches or by schedule, where `rehearse` declares one. It can be changed likewise. */
  public readonly rehearsalWorkflow?: github.GithubWorkflow;

  /** The workflow that watches over the build, where `rehearse` declares one. It can be changed likewise. */
  public readonly watchWorkflow?: github.GithubWorkflow;

  /** Id of the job that checks everything before a build starts. A job that reads its outputs must need it. */
  public readonly guardJobId: string;

  /** What the guard hands on. */
  public readonly guardOutputs: GuardOutputs;

  /** Ids of the build jobs, each behind those it needs. */
  public readonly buildJobIds: string[];

  /** Ids of the jobs that assemble and publish what was built, and of those that follow, in the order in which they run; none where nothing is published. */
  public readonly publishJobIds: string[];

  /**
   * The model, for our own commands. The public types name no others.
   *
   * @internal
   */
  public readonly _model: object;

  private readonly references: References;

  /**
   * @param project the project that is built
   * @param id names the workflow file, the doc and the artifacts: letters, digits, `.`, `_`, `-`
   * @param options what is built, from what, and where
   */
  constructor(project: Project, id: string, options: TagBuildOptions) {
    const builds = TagBuilds.of(project);
    const declaration = builds.read(id, options);
    super(project, builds.constructId(declaration.id));
    const model = normalise(declaration.id, declaration.options, surroundingsOf(project));
    builds.verify(model, declaration);
    this._model = model;
    const workflows = addWorkflows(project.root, model);
    const workflowOf = (kind: AddedWorkflow['kind']) => workflows.find((added) => added.kind === kind)?.workflow;
    this.workflow = workflowOf('tag')!;
    this.rehearsalWorkflow = workflowOf('rehearsal');
    this.watchWorkflow = workflowOf('watch');
    this.references = referencesOf(declaration.options, model, this.workflow);
    ({
      guardJobId: this.guardJobId, guardOutputs: this.guardOutputs, buildJobIds: this.buildJobIds, publishJobIds: this.publishJobIds,
    } = this.references);
    new SetupDocFile(project, model, workflows);
    builds.add({ project, model, workflows });
  }

  /**
   * What a synthesis looks at before it writes a file.
   *
   * @throws with all problems that the project shows
   * @internal
   */
  public _mustSynthesize(): void {
    TagBuilds.of(this.project).synthesize();
  }

  /**
   * Ids of the steps of a job, as it is now, in their order.
   *
   * @param jobId that of the guard, of a build job, of one that publishes or of one that was added
   * @throws where the workflow has no such job
   */
  public stepIds(jobId: string): string[] {
    return this.references.stepIds(jobId);
  }

  /**
   * Lets a job of the workflow wait for one that was added to it, and run only where that has succeeded.
   *
   * @param jobId that of a build job, of one that publishes or of one that was added
   * @param needed that of the job that it waits for
   * @throws where the workflow has no such job
   */
  public waitFor(jobId: string, needed: string): void {
    this.references.waitFor(jobId, needed);
  }

  /**
   * The commit that a repository is built at, as an expression for the `env` of a step or a job that
   * needs the guard.
   *
   * @param repository one of the build's
   * @throws where it is none of them
   */
  public commitOf(repository: Repository): string {
    return this.references.commitOf(repository);
  }
}
