import type { GitFacts } from './git-facts';
import { manifestVersion, NO_VERSION } from './manifest-version';
import type { Objection, WorkflowPlan } from './plan';
import { type PlanInput, startsByTag } from './plan-input';
import { versionOf } from '../../github/tag-versions';
import type { Model } from '../../model/model';
import { fromRoot } from '../../model/paths';

/** The manifests whose version a tag must have, from the repository's root. */
export function manifestsOf(model: Model): string[] {
  if (!model.repositories[0]?.self) {
    return [];
  }
  return (model.version.files.length ? model.version.files : ['package.json']).map((file) => fromRoot(model, file));
}

/** The version that the next tag should have: the first that a manifest in the commit has; '' for none. */
export function versionInCommit(model: Model, git: GitFacts | undefined): string {
  const found = manifestsOf(model).map((file) => manifestVersion(file, git?.files.get(file) ?? ''));
  return found.flatMap((outcome) => 'value' in outcome ? [outcome.value] : [])[0] ?? '';
}

/** A tag's version that is not the manifest's. */
export function versionObjections({ event, models }: PlanInput, git: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  if (event.refType !== 'tag') {
    return [];
  }
  const starting = models.filter((model) => startsByTag(builds, model));
  return starting.flatMap((model) => manifestsOf(model).flatMap((file) => {
    const declared = model.version.files.length > 0;
    const problem = versionProblem(event.refName, file, git.files.get(file), declared);
    return problem ? [{ id: 'version-differs', message: problem, cure: `Set the version in ${file} and commit it, or take another tag.`, prevents: false }] : [];
  }));
}

/** Without a declaration, package.json counts only where it has a version at all. */
function versionProblem(tag: string, file: string, text: string | undefined, declared: boolean): string | undefined {
  if (text === undefined) {
    return declared ? `${file}, which must have the tag's version, is not in the commit.` : undefined;
  }
  const found = manifestVersion(file, text);
  if ('unknown' in found) {
    return declared ? `${file} must have the tag's version, but ${found.unknown}.` : undefined;
  }
  const wanted = versionOf(tag);
  if (found.value === wanted || (!declared && (found.value === NO_VERSION || wanted === undefined))) {
    return undefined;
  }
  return `${file} has version ${found.value}, and tag ${tag} ${wanted === undefined ? 'has none' : `stands for ${wanted}`}.`;
}
