import type { Wanted } from './app-configuration';
import { type UpdaterKind, type UpdaterKindName, updates } from './updater-kind';
import type { Leg } from '../model/jobs';
import type { GithubReleaseModel, Model, UpdaterModel } from '../model/model';
import { releasesOf, updatersOf } from '../model/publish';

/** The kind of an updater as it was declared, or of its model. */
export function kindOfUpdater<K extends UpdaterKindName>({ kind }: { readonly kind: K }): UpdaterKind<K> {
  return load().updaterKinds[kind];
}

/** The patterns of a leg that may match nothing. */
export function unneededPatterns(model: Model, leg: Leg): string[] {
  const kinds = updatersOf(model).filter(({ updater }) => updates(updater, leg)).map(({ updater }) => kindOfUpdater(updater));
  return leg.platform.artifacts.filter((pattern) => !pattern.startsWith('!') && kinds.some((kind) => kind.mayMatchNothing(pattern)));
}

/** Whether installed apps look for it among the releases: a stable one is found where it is the latest, and nowhere else. */
export function isUpdate({ updater }: GithubReleaseModel): boolean {
  return updater !== undefined && kindOfUpdater(updater).finds !== 'unknown';
}

/**
 * The release that the apps of an updater are to find; several may have the same.
 *
 * @param own the name of the workflow's repository, where it is known
 */
export function wantedBy(updater: UpdaterModel, model: Model, own: string | undefined): Wanted {
  const same = releasesOf(model).filter((release) => JSON.stringify(release.updater) === JSON.stringify(updater));
  return { repositories: same.map(({ repository }) => repository), own };
}

/** The kinds are loaded where a build has one: most do without. */
function load(): typeof import('./updater-kinds') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  return require('./updater-kinds') as typeof import('./updater-kinds');
}
