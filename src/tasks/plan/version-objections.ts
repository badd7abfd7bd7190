import type { GitFacts } from './git-facts';
import type { Objection, StampPlan, WorkflowPlan } from './plan';
import { type PlanInput, startsByTag } from './plan-input';
import { versionOf } from '../../github/tag-versions';
import { directoriesOf, inDirectory } from '../../manifests/manifest-files';
import type { FoundVersion } from '../../manifests/manifest-kind';
import { isWritten, kindOfManifest, pointsElsewhere, versionsIn, writtenAs } from '../../manifests/manifest-kinds';
import { nearSemver } from '../../manifests/semver';
import { resultsOf } from '../../model/jobs';
import type { BuildJobModel, Model, VersionTextModel } from '../../model/model';
import { fromWorkspace, inOwnRepository } from '../../model/paths';
import { isStamped, versionFilesOf } from '../../model/versions';
import { distinct } from '../../text/words';

/** What a manifest says where no release has written a version into it. */
export const NO_VERSION = '0.0.0';

/** The text of a file, by its path from the repository's root; undefined where there is none. */
type ReadText = (path: string) => string | undefined;

/**
 * The manifests whose version a tag must have, from the repository's root. Where none is declared it is
 * the package.json that whatever runs in the working directory reads: the nearest one with a version.
 */
export function manifestsOf(model: Model, read: ReadText): VersionTextModel[] {
  if (versionFilesOf(model).length) {
    return candidatesOf(model);
  }
  return candidatesOf(model).filter((file) => versionsIn(file, read(file.path) ?? '').length).slice(0, 1);
}

/** Every file that may be one of them. */
export function manifestPaths(model: Model): string[] {
  return candidatesOf(model).map(({ path }) => path);
}

function candidatesOf(model: Model): VersionTextModel[] {
  const declared = versionFilesOf(model);
  if (!model.repositories[0]?.self) {
    return [];
  }
  if (declared.length) {
    return declared;
  }
  const [packages = []] = distinct(resultsOf(model).map(({ job }) => job)).map((job) => packagesAbove(model, job)).filter(({ length }) => length);
  return packages.map((path) => ({ path, line: '' }));
}

/** The package.json of a job's working directory and of those around it, the nearest first, as far as they lie in this repository. */
function packagesAbove(model: Model, job: BuildJobModel): string[] {
  const paths = directoriesOf(fromWorkspace(job, 'package.json')).map((directory) => inOwnRepository(model, inDirectory(directory, 'package.json')));
  const elsewhere = paths.indexOf(undefined);
  return paths.slice(0, elsewhere < 0 ? paths.length : elsewhere) as string[];
}

/** The version that the next tag should have: the first that a manifest in the commit has; '' for none, and where it comes from the tag. */
export function versionInCommit(model: Model, git: GitFacts | undefined): string {
  const read = (path: string) => git?.files.get(path);
  const found = isStamped(model) ? [] : manifestsOf(model, read).flatMap((file) => versionsIn(file, read(file.path) ?? ''));
  return found[0]?.version ?? '';
}

/** A tag's version that is not the manifest's, or cannot be written into it. */
export function versionObjections({ event, models }: PlanInput, git: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  if (event.refType !== 'tag') {
    return [];
  }
  const starting = models.filter((model) => startsByTag(builds, model));
  const read = (path: string) => git.files.get(path);
  return starting.flatMap((model) => manifestsOf(model, read).flatMap((file) => {
    const text = read(file.path);
    return isStamped(model) ? stampObjection(event.refName, file, text) : differs(event.refName, file, text, versionFilesOf(model).length > 0);
  }));
}

function differs(tag: string, file: VersionTextModel, text: string | undefined, declared: boolean): Objection[] {
  const problem = versionProblem(tag, file, text, declared);
  const [version, found] = [versionOf(tag), versionsIn(file, text ?? '')];
  const cure = version !== undefined && found.some((one) => writtenAs(file, version, one) === undefined)
    ? unfit(file, version, found).join(' ')
    : `Set the version in ${file.path} and commit it, or take another tag.`;
  return problem ? [{ id: 'version-differs', message: problem, cure, prevents: false }] : [];
}

/** Without a declaration, package.json counts only where somebody keeps its version. */
function versionProblem(tag: string, file: VersionTextModel, text: string | undefined, declared: boolean): string | undefined {
  const { path } = file;
  if (text === undefined) {
    return `${path}, which must have the tag's version, is not in the commit.`;
  }
  const found = versionsIn(file, text);
  if (!found.length) {
    return `${path} must have the tag's version, and lacks ${placeIn(file)}.`;
  }
  const elsewhere = pointsElsewhere(file, found);
  if (elsewhere) {
    return `${path} takes its version from ${elsewhere}, which is the file to declare in its place.`;
  }
  const wanted = versionOf(tag);
  const other = found.find((one) => wanted === undefined || !isWritten(file, wanted, one));
  if (!other || (!declared && (other.version === NO_VERSION || wanted === undefined))) {
    return undefined;
  }
  return `${path} has version ${other.version}, and tag ${tag} ${wanted === undefined ? 'has none' : `stands for ${wanted}`}.`;
}

export function placeIn(file: VersionTextModel): string {
  return kindOfManifest(file)?.place ?? 'a version';
}

function stampObjection(tag: string, file: VersionTextModel, text: string | undefined): Objection[] {
  const { path } = file;
  const version = versionOf(tag);
  const found = versionsIn(file, text ?? '');
  const elsewhere = pointsElsewhere(file, found);
  const objection = (message: string, cure: string) => [{ id: 'version-not-stampable', message, cure, prevents: false }];
  if (version === undefined) {
    return objection(`Tag ${tag} has no version that could be written into ${path}.`, 'Take a tag with one, such as v1.2.3.');
  }
  if (text === undefined) {
    return objection(`${path}, which the version is to be written into, is not in the commit.`, 'Correct the path, or commit the file.');
  }
  if (elsewhere) {
    return objection(`${path} takes its version from ${elsewhere}.`, 'Declare that file in its place.');
  }
  if (!found.length) {
    return objection(`${path} lacks what the version is written into: ${placeIn(file)}.`, 'Add it with any version, and commit it.');
  }
  return found.some((one) => writtenAs(file, version, one) === undefined)
    ? objection(...unfit(file, version, found))
    : [];
}

/** Why a file cannot hold a version, and what to do. */
function unfit(file: VersionTextModel, version: string, found: readonly FoundVersion[]): [string, string] {
  const near = nearSemver(version);
  const fits = found.every((one) => writtenAs(file, near, one) !== undefined);
  const why = fits && /(?:^|[.-])0\d/.test(version) ? ', since semver allows no leading zeros' : '';
  return [`${file.path} cannot hold version ${version}${why}; it takes ${kindOfManifest(file)!.takes}.`, `Take a tag with ${fits ? `version ${near}` : 'another version'}.`];
}

/** What each leg would write into the files of the commit: nothing on a branch, and where an objection says why not. Undefined without git. */
export function stampsOf(model: Model, { refType, refName }: PlanInput['event'], git: GitFacts | undefined): StampPlan[] | undefined {
  const version = refType === 'tag' && isStamped(model) ? versionOf(refName) : undefined;
  return git && (version === undefined ? [] : versionFilesOf(model).flatMap((file) => {
    const found = versionsIn(file, git.files.get(file.path) ?? '');
    return distinct(found.map((one) => one.version)).flatMap((from) => {
      const to = writtenAs(file, version, found.find((one) => one.version === from)!);
      return to === undefined ? [] : [{ file: file.path, from, to }];
    });
  }));
}
