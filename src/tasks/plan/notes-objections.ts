import type { GitFacts } from './git-facts';
import { guardFacts } from './guard-outputs';
import type { Objection, WorkflowPlan } from './plan';
import { type PlanInput, startsByTag } from './plan-input';
import type { Model } from '../../model/model';
import { fromRoot } from '../../model/paths';
import { notesFilesOf, releasesOf } from '../../model/publish';
import { sectionOf } from '../../publish/release/changelog';
import { distinct } from '../../text/words';

/** Whoever asks for them gets none, and publishes nothing, when everything is built. */
export function notesMissing({ models }: PlanInput, { files, commit }: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  const starting = models.filter((model) => startsByTag(builds, model));
  return distinct(starting.flatMap(notesOf)).filter((path) => commit && files.has(path) && files.get(path) === undefined).map((path) => ({
    id: 'notes-not-in-commit',
    message: `Commit ${commit!.slice(0, 7)} does not have ${path}, which holds the notes of a release: nothing would be published.`,
    cure: 'Commit the file, then tag that commit.',
    prevents: false,
  }));
}

/** The run looks for it when everything is built, as it does here. */
export function versionNotInChangelog({ models, event }: PlanInput, { files, commit }: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  const starting = event.refType === 'tag' ? models.filter((model) => startsByTag(builds, model)) : [];
  return starting.flatMap((model) => {
    const { real, version } = guardFacts(model.tags, event);
    const changelogs = releasesOf(model).filter(({ notes }) => notes.kind === 'changelog').map(({ notes }) => fromRoot(model, notes.path));
    return distinct(changelogs).filter((path) => real === 'true' && files.get(path) !== undefined && !sectionOf(files.get(path)!, version)).map((path) => ({
      id: 'version-not-in-changelog',
      message: `${path} in commit ${commit!.slice(0, 7)} has no heading of ${version} with text below it, and the notes of a release are taken from there: nothing would be published.`,
      cure: `Write the section, for instance below "## [${version}]", commit it, then tag that commit.`,
      prevents: false,
    }));
  });
}

/** The files with the notes of releases, from the repository's root. */
export function notesOf(model: Model): string[] {
  return notesFilesOf(model).map((path) => fromRoot(model, path));
}
