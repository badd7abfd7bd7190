import type { DeclarationRule } from './rule';
import { decideTag, tagFilterProblem } from '../github/tag-filters';
import { releasesOf } from '../model/publish';

/** As GitHub names the tag of a draft that has none yet. */
const PLACEHOLDER = 'untagged-0a1b2c3d4e5f60718293';

export const tagFilterUntagged: DeclarationRule = {
  id: 'tag-filter-untagged',
  level: 'warning',
  about: 'declaration',
  cause: 'A draft without a tag bears a name such as `untagged-0a1b2c3d4e5f60718293`. Whoever publishes it by hand in the web form makes that a real tag, which starts this build.',
  cure: 'Name what your tags begin with, for instance `v*`, or put `!untagged-*` behind a wide filter.',
  check: (model) => {
    const possible = model.tags.filter((tag) => tagFilterProblem(tag) === undefined);
    const { matches, decidedBy } = decideTag(possible, PLACEHOLDER);
    return matches && releasesOf(model).some(({ repository }) => repository === '') ? [{
      where: 'tags',
      what: `'${decidedBy}' matches 'untagged-...', the tag that GitHub makes of a draft that is published by hand`,
      fix: "Name what your tags begin with, for instance 'v*', or put '!untagged-*' behind it.",
    }] : [];
  },
};
