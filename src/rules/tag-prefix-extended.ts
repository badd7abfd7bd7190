import type { DeclarationRule } from './rule';
import { extensionsBetween, TAG_PREFIX_EXTENDED } from '../model/tag-extensions';

export const tagPrefixExtended: DeclarationRule = {
  id: TAG_PREFIX_EXTENDED,
  level: 'warning',
  about: 'declaration',
  cause: 'A filter of one build begins with all that a filter of another one begins with, and more: `app-beta-*` beside `app-*`. The tags that are meant for the one start the other, too, and each publishes what it was not asked for.',
  cure: "Put the longer one with `!` behind the shorter, `tags: ['app-*', '!app-beta-*']`, or give each build a beginning that is not that of another. Where a tag is meant for both, switch the rule off; builds that have a filter in common are meant together.",
  check: (model, { others }) => others.flatMap((other) => extensionsBetween(model, other).map(({ shorter, longer }) => {
    const isOurs = model.tags.includes(longer);
    return {
      where: 'tags',
      what: `tags for '${longer}' of ${isOurs ? 'this build' : `the build '${other.id}'`} start ${isOurs ? `the build '${other.id}'` : 'this build'} by '${shorter}', too`,
      fix: `Put '!${longer}' behind '${shorter}', or let the tags of one build not begin like those of the other.`,
    };
  })),
};
