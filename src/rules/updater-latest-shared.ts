import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import type { GithubReleaseModel, Model } from '../model/model';
import { publicReleasesOf } from '../model/publish';
import { isUpdate } from '../updaters/kind-of-updater';

export const updaterLatestShared: DeclarationRule = {
  id: 'updater-latest-shared',
  level: 'error',
  about: 'declaration',
  cause: 'Releases of two builds become the latest of one repository. Installed apps look in the latest release: after a release of the other build they find none of their own, and report an error.',
  cure: 'Set `latest: ReleaseFlag.NEVER` for the release that no installed app looks for, or make the releases of one build in a repository of their own.',
  check: (model, { others }) => mayBeLatest(model).flatMap((release) => others.flatMap((other) => mayBeLatest(other)
    .filter((theirs) => theirs.repository.toLowerCase() === release.repository.toLowerCase() && (isUpdate(theirs) || isUpdate(release)))
    .map((theirs) => ({
      where: targetPlace(release),
      what: `becomes the latest release in ${release.repository || 'this repository'}, and so does that of the build '${other.id}'; installed apps of '${isUpdate(theirs) ? other.id : model.id}' would find the wrong one`,
      fix: isUpdate(theirs) && isUpdate(release)
        ? 'Make one of them in a repository of its own.'
        : `Set latest: ReleaseFlag.NEVER for that of '${isUpdate(theirs) ? model.id : other.id}'.`,
    })))),
};

function mayBeLatest(model: Model): GithubReleaseModel[] {
  return publicReleasesOf(model).filter(({ latest, prerelease }) => latest !== 'never' && prerelease !== 'always');
}
