import { Component, JsonFile, type Project } from 'projen';
import { AppFiles } from './app-files';
import { type FormerBuilds, formerBuilds, retire } from './former-builds';
import { afterAllHooks } from './last-hook';
import { type DeclaredBuild, factsOf } from './project-facts';
import { addTasks, commandsOf } from './project-tasks';
import { PublishScriptFile } from './publish-script-file';
import { ReadmeFile } from './readme-file';
import { type AddedWorkflow, changesIn } from './workflow';
import { writerOf } from './writers';
import type { Model } from '../model/model';
import { type BuildEntry, MODEL_FILE, MODEL_VERSION, type ModelFile, STORED_AS } from '../model/model-file';
import { publishes } from '../model/publish';
import { packageVersion } from '../outside/package-version';
import { declarationProblems, optionProblems, problemLines, projectProblems, TagBuildError } from '../rules/problems';
import type { Problem } from '../rules/rule';
import { type Declaration, readDeclaration } from '../schema/declaration';
import { quoted } from '../text/tokens';

const ID = 'projen-tag-build#TagBuilds';

/** All builds of a repository: what they share, and what only all of them together can show. */
export class TagBuilds extends Component {
  /**
   * The one of a project's root.
   *
   * @param command how commands of this package are called there
   */
  public static of({ root }: Project, command = commandsOf(root)): TagBuilds {
    return root.node.tryFindChild(ID) as TagBuilds | undefined ?? new TagBuilds(root, command);
  }

  /** In the order of their declaration. */
  public readonly builds: DeclaredBuild[] = [];

  private readonly readmes = new Map<string, ReadmeFile>();
  private publishScript: PublishScriptFile | undefined;
  private verified = false;

  private constructor(private readonly root: Project, command: (name: string) => string) {
    super(root, ID);
    new JsonFile(root, MODEL_FILE, { obj: () => this.modelFile() });
    addTasks(root, command);
    afterAllHooks(root, (all) => {
      const former = formerBuilds(root, this.models);
      this.verifyProject(former);
      this.verified = all;
      retire(root, former);
    });
  }

  /** An id that no other construct has, so that our own message speaks of builds of one id. */
  public constructId(id: string): string {
    return `TagBuild#${id}#${this.builds.length}`;
  }

  /** @throws TagBuildError where a declaration is not what the schema says */
  public read(id: unknown, options: unknown): Declaration {
    const declaration = readDeclaration(id, options);
    failOn([{ model: declaration, problems: optionProblems(declaration) }]);
    return declaration;
  }

  /** @throws TagBuildError with all problems of one declaration */
  public verify(model: Model, declared: Declaration): void {
    const problems = declarationProblems(model, {
      declared,
      writerOf: (file) => writerOf(this.root, file, this.publishScript?.absolutePath),
      others: this.models,
    });
    this.print(model, problems);
    failOn([{ model, problems }]);
  }

  public add(build: DeclaredBuild): void {
    this.builds.push(build);
    const { project, model } = build;
    const key = `${project.outdir}/${model.readme.path}`;
    const file = this.readmes.get(key) ?? new ReadmeFile(project, model.readme.path);
    this.readmes.set(key, file);
    file.add(model);
    if (publishes(model)) {
      this.publishScript ??= new PublishScriptFile(this.root);
    }
  }

  /** Before the files of the builds are written, where something may have been changed since the rules looked. */
  public synthesize(): void {
    if (!this.verified) {
      this.verifyProject(formerBuilds(this.root, this.models));
    }
  }

  private get models(): Model[] {
    return this.builds.map(({ model }) => model);
  }

  /** A problem leaves every file as it was. */
  private verifyProject(former: FormerBuilds): void {
    const shared = { all: this.models, files: new AppFiles(this.root), former };
    const reports = this.builds.map((build) => ({ model: build.model, problems: projectProblems(factsOf(build, shared)) }));
    reports.forEach(({ model, problems }) => this.print(model, problems));
    failOn(reports);
  }

  private print({ id }: Model, problems: readonly Problem[]): void {
    const milder = problems.filter(({ level }) => level !== 'error');
    for (const problem of milder) {
      const log = problem.level === 'warning' ? this.root.logger.warn : this.root.logger.info;
      log.call(this.root.logger, `TagBuild ${quoted(id)}: ${problem.level}\n${problemLines([problem])}`);
    }
  }

  /** None where nothing is declared. */
  private modelFile(): ModelFile | undefined {
    return this.builds.length === 0 ? undefined : {
      version: MODEL_VERSION,
      writtenBy: packageVersion(),
      builds: [...this.builds].sort((a, b) => a.model.id < b.model.id ? -1 : 1)
        .map(({ model, workflows }) => ({ model, ...Object.assign({}, ...workflows.map(changedIn)) })),
    };
  }
}

/** What is stored of a workflow that is not as declared. */
function changedIn(added: AddedWorkflow): Omit<BuildEntry, 'model'> {
  const changes = changesIn(added);
  return changes.length ? { [STORED_AS[added.kind]]: changes } : {};
}

function failOn(reports: readonly { readonly model: Pick<Model, 'id'>; readonly problems: readonly Problem[] }[]): void {
  const failing = reports
    .map(({ model, problems }) => ({ build: model.id, problems: problems.filter(({ level }) => level === 'error') }))
    .filter(({ problems }) => problems.length);
  if (failing.length) {
    throw new TagBuildError(failing);
  }
}
