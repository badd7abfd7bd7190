import type { FollowUpModel, GithubReleaseModel, Model, NpmModel, PublishStepsModel, PublishTargetModel, SecretModel, UpdaterModel } from './model';
import { distinct } from '../text/words';

/** What a model says of publishing: asked here by everybody, so that nobody walks the structure anew. */

/** Where the script that publishes lies, from the repository's root: no token of a workflow can change what is there. */
export const PUBLISH_SCRIPT = '.github/workflows/tag-build-publish.mjs';

/** A target that is a job of its own. */
export type OwnJobModel = PublishStepsModel | NpmModel;

export function releasesOf({ publish }: Pick<Model, 'publish'>): GithubReleaseModel[] {
  return publish.filter((target) => target.kind === 'github-release');
}

/** Those in the repository that the workflow runs in. */
export function releasesHere(model: Pick<Model, 'publish'>): GithubReleaseModel[] {
  return releasesOf(model).filter(({ repository }) => repository === '');
}

/** Those that do not stay drafts. */
export function publicReleasesOf(model: Pick<Model, 'publish'>): GithubReleaseModel[] {
  return releasesOf(model).filter(({ draftOnly }) => !draftOnly);
}

export function followUpsOf({ publish }: Pick<Model, 'publish'>): FollowUpModel[] {
  return publish.filter((target) => target.kind === 'workflow');
}

/** Targets of steps that the declaration brings. */
export function stepTargetsOf({ publish }: Pick<Model, 'publish'>): PublishStepsModel[] {
  return publish.filter((target) => target.kind === 'steps');
}

export function npmTargetsOf({ publish }: Pick<Model, 'publish'>): NpmModel[] {
  return publish.filter((target) => target.kind === 'npm');
}

/** A target that a credential opens: it writes to a repository, or starts a workflow there. */
export type WritingTarget = GithubReleaseModel | FollowUpModel;

export function writingTargetsOf({ publish }: Pick<Model, 'publish'>): WritingTarget[] {
  return publish.filter((target) => 'credential' in target);
}

/** Whether it is written by the token of the workflow's own job: what that makes starts no workflow. */
export function usesWorkflowToken({ credential }: WritingTarget): boolean {
  return credential.kind === 'workflow-token';
}

/** Own jobs that run when the drafts are verified, before anything is public. */
export function jobsBefore(model: Pick<Model, 'publish'>): OwnJobModel[] {
  return ownJobsOf(model).filter((target) => !isAfter(target));
}

/** Own jobs that run when everything is public. */
export function jobsAfter(model: Pick<Model, 'publish'>): OwnJobModel[] {
  return ownJobsOf(model).filter(isAfter);
}

/** All of them, in the order of the declaration. */
export function ownJobsOf({ publish }: Pick<Model, 'publish'>): OwnJobModel[] {
  return publish.filter((target) => target.kind === 'steps' || target.kind === 'npm');
}

function isAfter(target: OwnJobModel): boolean {
  return target.kind === 'steps' && target.afterRelease;
}

/** Whether anything becomes public. */
export function publishes({ publish }: Pick<Model, 'publish'>): boolean {
  return publish.length > 0;
}

/** The environments of targets; '' is none. Workflows are started without one. */
export function environmentsOfTargets(targets: readonly PublishTargetModel[]): string[] {
  return distinct(targets.map((target) => target.kind === 'workflow' ? '' : target.environment));
}

/** Files of the repository that the publish job reads, from the project's directory. */
export function notesFilesOf(model: Pick<Model, 'publish'>): string[] {
  return distinct(releasesOf(model).map(({ notes }) => notes.path)).filter((path) => path !== '');
}

/** What installed apps read, each once; a release elsewhere may say the same. */
export function updatersOf(model: Pick<Model, 'publish'>): { readonly release: GithubReleaseModel; readonly updater: UpdaterModel }[] {
  const all = releasesOf(model).flatMap((release) => release.updater ? [{ release, updater: release.updater }] : []);
  return [...new Map(all.map((one) => [JSON.stringify(one.updater), one])).values()];
}

/** Whether some release is attested. */
export function attests(model: Pick<Model, 'publish'>): boolean {
  return releasesOf(model).some(({ attest }) => attest);
}

/** Pattern of the one SBOM among the names of the files of a release; '' where there is none. */
export function sbomOf(model: Pick<Model, 'publish'>): string {
  return releasesOf(model).find(({ sbom }) => sbom !== '')?.sbom ?? '';
}

/** The secrets that some of the targets use. */
export function secretsOfTargets({ secrets }: Pick<Model, 'secrets'>, targets: readonly PublishTargetModel[]): SecretModel[] {
  return secrets.filter(({ usedBy }) => targets.some(({ id }) => usedBy.targets.includes(id)));
}

/** The artifact that holds the files of a release, without the guard's name, which the run appends. */
export function setName({ id }: Pick<Model, 'id'>): string {
  return `${id}-release`;
}

/** The artifact that holds what attests them, likewise. */
export function bundlesName({ id }: Pick<Model, 'id'>): string {
  return `${id}-attestations`;
}
