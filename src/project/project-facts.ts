import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import type { github, Project } from 'projen';
import type { AppFiles } from './app-files';
import { manifestIn } from './manifests';
import { modelFileObstacles, obstaclesOf } from './obstacles';
import { type AddedWorkflow, workflowJson, workflowTextOf } from './workflow';
import { writerOf } from './writers';
import { see, type Seen } from '../apps/app-check';
import { filesOfChecks, furtherFilesOf } from '../apps/app-checks';
import type { BuildJobModel, Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { notesFilesOf, updatersOf } from '../model/publish';
import { isReadableAsUtf8, readIfThere } from '../outside/files';
import { loadScripts } from '../outside/scripts';
import type { ProjectFacts } from '../rules/rule';
import { kindOfUpdater } from '../updaters/updater-kinds';

/** What is asked of a `TagBuild`, which knows this room and not the other way round. */
export interface DeclaredBuild {
  readonly project: Project;
  readonly workflow: github.GithubWorkflow;
  readonly _model: Model;
  readonly _declared: AddedWorkflow['declared'];
}

/** Gathers what the rules ask of the project around a build. It writes nothing. */
export function factsOf(build: DeclaredBuild, all: readonly Model[], files: AppFiles): ProjectFacts {
  const { project, workflow, _model: model, _declared: declared } = build;
  const { root } = project;
  const readme = path.join(project.outdir, model.readme.path);
  const obstacles = [...obstaclesOf(root, model), ...all[0] === model ? modelFileObstacles(root) : []];
  const readable = obstacles.every(({ option }) => option !== 'readme.path');
  const readmeIsUtf8 = !readable || isReadableAsUtf8(readme);
  return {
    model,
    all,
    scripts: scriptsOf(root, model),
    packageManager: packageManagerOf(root, model),
    obstacles,
    readme: readable && readmeIsUtf8 ? readIfThere(readme) : undefined,
    readmeIsUtf8,
    declared,
    parts: loadScripts(),
    workflow: workflowJson(workflow),
    workflowText: workflowTextOf(workflow, model),
    missingNotes: notesFilesOf(model).filter((file) => !isThere(project, file)),
    apps: appsOf(model, files),
    actionsLock: existsSync(path.join(root.outdir, '.github/workflows/actions.lock')),
  };
}

/** A file on disk, or about to be written. */
function isThere({ root, outdir }: Project, file: string): boolean {
  const full = path.join(outdir, file);
  return statSync(full, { throwIfNoEntry: false })?.isFile() || writerOf(root, full) !== undefined;
}

/** For each job that builds here: what the checks and the updaters ask for, as far as it is there. */
function appsOf(model: Model, files: AppFiles): Seen[] {
  const places = updatersOf(model).flatMap(({ updater }) => kindOfUpdater(updater).configured(updater as never, model));
  return model.jobs.flatMap((job) => {
    const directory = buildDirectory(model, job);
    const names = [...filesOfChecks(model, job), ...places.filter((place) => place.job === job).flatMap((place) => place.files)];
    return directory === undefined ? [] : [seenIn(directory, model, job, files, names)];
  });
}

function seenIn(directory: string, model: Model, job: BuildJobModel, files: AppFiles, names: readonly string[]): Seen {
  const texts = new Map<string, string>();
  const read = (name: string): void => {
    const text = files.read(path.posix.join(directory, name));
    if (text !== undefined) texts.set(name, text);
  };
  const seen = see(model, job, texts, (name) => files.isWritten(path.posix.join(directory, name)));
  names.forEach(read);
  furtherFilesOf(seen).forEach(read);
  return seen;
}

function scriptsOf(root: Project, model: Model): Map<string, string[]> {
  return new Map(model.jobs.flatMap((job): [string, string[]][] => {
    const directory = buildDirectory(model, job);
    return directory === undefined ? [] : [[job.id, Object.keys(manifestIn(root, directory).scripts ?? {})]];
  }));
}

/** The setup action looks into the workspace's root, so only a package.json there matters. */
function packageManagerOf(root: Project, { repositories: [main] }: Model): string {
  return main.self && main.path === '' ? manifestIn(root, '').packageManager ?? '' : '';
}
