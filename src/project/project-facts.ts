import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { javascript, Project } from 'projen';
import { modelFileObstacles, obstaclesOf } from './obstacles';
import { toolFilesOf } from './tool-files';
import { type AddedWorkflow, workflowJson, workflowTextOf } from './workflow';
import { writerOf } from './writers';
import type { Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { notesFilesOf, updatersOf } from '../model/publish';
import { refFilesHere } from '../model/refs';
import { lockPaths, versionFilesOf } from '../model/versions';
import { fileIn } from '../outside/checkout';
import { isReadableAsUtf8, readIfThere } from '../outside/files';
import { loadScripts } from '../outside/scripts';
import type { ProjectFacts, WorkflowFacts } from '../rules/rule';
import { distinct } from '../text/words';
import { readJsonFile } from '../updaters/app-configuration';
import { kindOfUpdater } from '../updaters/updater-kinds';

/** What is asked of a `TagBuild`, which knows this room and not the other way round. */
export interface DeclaredBuild {
  readonly project: Project;
  readonly _model: Model;
  readonly _workflows: readonly AddedWorkflow[];
}

/** Gathers what the rules ask of the project around a build. It writes nothing. */
export function factsOf({ project, _model: model, _workflows: workflows }: DeclaredBuild, all: readonly Model[]): ProjectFacts {
  const { root } = project;
  const readme = path.join(project.outdir, model.readme.path);
  const obstacles = [...obstaclesOf(root, model), ...all[0] === model ? modelFileObstacles(root) : []];
  const readable = obstacles.every(({ option }) => option !== 'readme.path');
  const readmeIsUtf8 = !readable || isReadableAsUtf8(readme);
  const actionsLock = existsSync(path.join(root.outdir, '.github/workflows/actions.lock'));
  const [first, ...further] = workflows.map((added) => ({ ...workflowFactsOf(added), actionsLock }));
  return {
    ...first,
    further,
    all,
    scripts: scriptsOf(root, model),
    packageManager: packageManagerOf(root, model),
    obstacles,
    readme: readable && readmeIsUtf8 ? readIfThere(readme) : undefined,
    readmeIsUtf8,
    missingNotes: notesFilesOf(model).filter((file) => !isThere(project, file)),
    refFiles: new Map(refFilesHere(model).filter((file) => !writerOf(root, file)).map((file) => [file, readIfThere(fileIn(root.outdir, file))])),
    versionFiles: versionFilesIn(root, model),
    appFiles: appFilesOf(root, model),
    toolFiles: toolFilesOf(root, model),
  };
}

function workflowFactsOf(added: AddedWorkflow): Omit<WorkflowFacts, 'actionsLock'> {
  const { model, declared, workflow } = added;
  return { model, declared, parts: loadScripts(), workflow: workflowJson(workflow), workflowText: workflowTextOf(added) };
}

/** A file on disk, or about to be written. */
function isThere({ root, outdir }: Project, file: string): boolean {
  const full = path.join(outdir, file);
  return statSync(full, { throwIfNoEntry: false })?.isFile() || writerOf(root, full) !== undefined;
}

/** Of what another component is about to write only a package.json is known. */
function appFilesOf(root: Project, model: Model): Map<string, unknown> {
  const places = updatersOf(model).flatMap(({ updater }) => kindOfUpdater(updater).configured(updater as never, model));
  const files = places.flatMap(({ job, files: names }) => {
    const directory = buildDirectory(model, job);
    return directory === undefined ? [] : names.map((name) => path.posix.join(directory, name));
  });
  return new Map(files.flatMap((file): [string, unknown][] => {
    if (path.posix.basename(file) === 'package.json') {
      return [[file, manifestIn(root, path.posix.dirname(file))]];
    }
    const text = readIfThere(fileIn(root.outdir, file));
    return writerOf(root, file) ? [[file, undefined]] : text === undefined ? [] : [[file, readJsonFile(file, text)]];
  }));
}

/** A package.json that projen writes has no version on disk but that of its last synthesis. */
function versionFilesIn(root: Project, model: Model): Map<string, string | undefined> {
  const paths = versionFilesOf(model).flatMap((file) => [file.path, ...lockPaths(file)]);
  return new Map(distinct(paths).filter((file) => !writerOf(root, file)).map((file) => [file, readIfThere(fileIn(root.outdir, file))]));
}

/** The part of a package.json that is asked for. */
interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly packageManager?: string;
  readonly devEngines?: { readonly packageManager?: unknown };
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

/**
 * What projen is about to write counts; what lies on disk is from the last synthesis, or is missing
 * before the first. projen's tasks are among the scripts of a manifest.
 */
export function manifestIn(root: Project, directory: string): Manifest {
  const outdir = path.join(root.outdir, directory);
  const project = root.node.findAll().filter(Project.isProject).find((candidate) => candidate.outdir === outdir);
  const declared = project && javascript.NodePackage.of(project)?.manifest;
  return declared ? evaluated(declared) : onDisk(root, path.join(directory, 'package.json'));
}

function onDisk({ outdir }: Project, file: string): Manifest {
  try {
    return JSON.parse(readIfThere(fileIn(outdir, file)) ?? '{}');
  } catch (error) {
    throw new Error(`${path.join(outdir, file)} cannot be read: ${(error as Error).message}`);
  }
}

/** projen holds some fields of a manifest, scripts among them, as functions until it writes it. */
function evaluated(manifest: Record<string, unknown>): Manifest {
  return Object.fromEntries(Object.entries(manifest).map(([field, value]) => [field, typeof value === 'function' ? value() : value]));
}
