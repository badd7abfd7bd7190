import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import type { GithubReleaseModel } from '../model/model';
import { releasesOf } from '../model/publish';

export const releaseOptionIdle: DeclarationRule = {
  id: 'release-option-idle',
  level: 'warning',
  about: 'declaration',
  cause: 'Two options of a release cannot both have an effect: whoever publishes a draft says there whether it is the latest and whether a discussion is opened, '
    + 'GitHub makes no pre-release the latest, and the files of an immutable release cannot be replaced.',
  cure: 'Leave one of the two out.',
  check: (model) => releasesOf(model).flatMap((target) => clashes(target).map(({ option, why }) => ({
    where: targetPlace(target, option),
    what: `has no effect, since ${why}`,
    fix: 'Leave one of the two out.',
  }))),
};

function clashes({ draftOnly, latest, discussionCategory, prerelease, immutable, replacePublicFiles }: GithubReleaseModel) {
  const byHand = 'with draftOnly a person decides that who publishes the draft';
  return [
    ...draftOnly && latest !== 'auto' ? [{ option: 'latest', why: byHand }] : [],
    ...draftOnly && discussionCategory ? [{ option: 'discussionCategory', why: byHand }] : [],
    ...!draftOnly && latest === 'always' && prerelease === 'always' ? [{ option: 'latest', why: 'GitHub makes no pre-release the latest' }] : [],
    ...immutable && replacePublicFiles ? [{ option: 'replacePublicFiles', why: 'nobody can change the files of an immutable release' }] : [],
  ];
}
