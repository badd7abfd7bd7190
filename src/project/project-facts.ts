import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import type { Project } from 'projen';
import type { AppFiles } from './app-files';
import { type FormerBuilds, withoutFormer } from './former-builds';
import { modelFileObstacles, obstaclesOf } from './obstacles';
import { otherReleasesOf } from './other-releases';
import { packageJsonIn } from './package-json';
import { isOutOfSight } from './submodules';
import { toolFilesOf } from './tool-files';
import { versionPlacesOf } from './version-places';
import { type AddedWorkflow, workflowJson, workflowTextOf } from './workflow';
import { writerOf } from './writers';
import { see, type Seen } from '../apps/app-check';
import { loadAppChecks } from '../apps/load-app-checks';
import { isReadme } from '../github/markdown-paths';
import type { BuildJobModel, Model } from '../model/model';
import { buildDirectory, fromRoot } from '../model/paths';
import { notesFilesOf, updatersOf } from '../model/publish';
import { refFilesHere } from '../model/refs';
import { lockPaths, versionFilesOf } from '../model/versions';
import { fileIn } from '../outside/checkout';
import { fields, text } from '../outside/data';
import { isReadableAsUtf8, readIfThere } from '../outside/files';
import { loadScripts } from '../outside/scripts';
import type { ProjectFacts, WorkflowFacts } from '../rules/rule';
import { distinct } from '../text/words';
import { kindOfUpdater } from '../updaters/kind-of-updater';

/** What is known of a `TagBuild`, kept here so that no type of it names what is our own. */
export interface DeclaredBuild {
  readonly project: Project;
  readonly model: Model;
  /** Also as they are before anything is changed in them; what a tag starts is the first. */
  readonly workflows: readonly AddedWorkflow[];
}

/** What all builds of a repository share. */
export interface SharedFacts {
  readonly all: readonly Model[];
  readonly files: AppFiles;
  readonly former: FormerBuilds;
}

/** Gathers what the rules ask of the project around a build. It writes nothing. */
export function factsOf({ project, model, workflows }: DeclaredBuild, { all, files, former }: SharedFacts): ProjectFacts {
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
    readme: readable && readmeIsUtf8 ? readmeAfter(readme, model, former) : undefined,
    readmeIsUtf8,
    otherReadmes: readmesBeside(model, files),
    missingNotes: notesFilesOf(model).filter((file) => !isThere(project, file)),
    refFiles: new Map(refFilesHere(model).filter((file) => !writerOf(root, file)).map((file) => [file, readIfThere(fileIn(root.outdir, file))])),
    versionFiles: versionFilesIn(root, model),
    versionPlaces: versionPlacesOf(model, files),
    toolFiles: toolFilesOf(root, model),
    otherReleases: otherReleasesOf(root, files, model.marker),
    apps: appsOf(model, files),
  };
}

function readmeAfter(file: string, model: Model, former: FormerBuilds): string | undefined {
  const now = readIfThere(file);
  return now && withoutFormer(now, fromRoot(model, model.readme.path), former);
}

function readmesBeside(model: Model, files: AppFiles): string[] {
  const { dir, base } = path.posix.parse(fromRoot(model, model.readme.path));
  return files.namesIn(dir || '.').filter((name) => name !== base && isReadme(name));
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

/** What lies where an app does whose files are looked at. */
const SIGN_OF_APP = /^(?:package\.json|src-tauri|electron-builder\..*)$/;

/** Files that are looked at where steps name them. */
const NAMES_SCRIPT = /\.(?:sh|[cm]?[jt]s)\b|\bgit (?:branch|rev-parse|symbolic-ref)\b|GITHUB_(?:HEAD_)?REF/;

/** For each job that builds here: what the checks and the updaters ask for, as far as it is there. */
function appsOf(model: Model, files: AppFiles): Seen[] {
  const places = updatersOf(model).flatMap(({ updater }) => kindOfUpdater(updater).configured(updater as never, model));
  return model.jobs.flatMap((job) => {
    const directory = buildDirectory(model, job);
    const asked = places.filter((place) => place.job === job).flatMap((place) => place.files);
    const isLookedAt = directory !== undefined && (asked.length > 0 || files.holds(directory, SIGN_OF_APP) || NAMES_SCRIPT.test(JSON.stringify(job)));
    return isLookedAt ? [seenIn(directory, model, job, files, [...loadAppChecks().filesOfChecks(model, job), ...asked])] : [];
  });
}

function seenIn(directory: string, model: Model, job: BuildJobModel, files: AppFiles, names: readonly string[]): Seen {
  const texts = new Map<string, string>();
  const read = (name: string): void => {
    const content = files.read(path.posix.join(directory, name));
    if (content !== undefined) texts.set(name, content);
  };
  const seen = see(model, job, texts, (name) => files.isWritten(path.posix.join(directory, name)));
  names.forEach(read);
  loadAppChecks().furtherFilesOf(seen).forEach(read);
  return seen;
}

/** A package.json that projen writes has no version on disk but that of its last synthesis. */
function versionFilesIn(root: Project, model: Model): Map<string, string | undefined> {
  const paths = versionFilesOf(model).flatMap((file) => [file.path, ...lockPaths(file)]);
  return new Map(distinct(paths).filter((file) => !writerOf(root, file)).map((file) => [file, readIfThere(fileIn(root.outdir, file))]));
}

function scriptsOf(root: Project, model: Model): Map<string, string[]> {
  return new Map(model.jobs.flatMap((job): [string, string[]][] => {
    const directory = buildDirectory(model, job);
    const scripts = directory === undefined ? [] : Object.keys(fields(packageJsonIn(root, directory).scripts));
    return directory === undefined || !scripts.length && isOutOfSight(root.outdir, directory) ? [] : [[job.id, scripts]];
  }));
}

/** The setup action looks into the workspace's root, so only a package.json there matters. */
function packageManagerOf(root: Project, { repositories: [main] }: Model): string {
  return main.self && main.path === '' ? text(packageJsonIn(root, '').packageManager) : '';
}
