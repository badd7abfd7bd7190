import type { DeclarationRule } from './rule';
import { exampleTags } from '../github/example-tags';
import { decideTag, isNegativeTagFilter, tagFilterProblem } from '../github/tag-filters';
import { updatersOf } from '../model/publish';
import { kindOfUpdater } from '../updaters/kind-of-updater';

/** As semver has it. */
const VERSION = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
const VERSIONS = ['v1.2.3-beta.1', '1.2.3-beta.1'];

export const updaterTagsUnfit: DeclarationRule = {
  id: 'updater-tags-unfit',
  level: 'warning',
  about: 'declaration',
  cause: 'A pre-release that is installed finds the next one, and the stable one behind it, only by a tag that is a version: `v1.2.0-beta.2`, and not `desktop-v1.2.0-beta.2`. Stable apps find the latest release, whatever its tag is.',
  cure: 'Let tags be versions, or put a filter such as `!desktop-v*-*` behind the others, so that there are no pre-releases.',
  check: (model) => !updatersOf(model).some(({ updater }) => kindOfUpdater(updater).finds === 'tags') ? [] : model.tags.flatMap((filter, index) => {
    const tag = prereleaseOf(filter, model.tags);
    return tag === undefined || VERSION.test(tag) || VERSIONS.some((version) => decideTag([filter], version).matches) ? [] : [{
      where: `tags[${index}]`,
      what: `'${filter}' matches '${tag}', and installed pre-releases find no tag that is more than a version`,
      fix: "Let tags be versions, for instance 'v*.*.*', or put a filter behind it that excludes pre-releases.",
    }];
  }),
};

/** A tag of a pre-release that the filter matches and the build takes, if there seems to be one. */
function prereleaseOf(filter: string, all: readonly string[]): string | undefined {
  const possible = all.filter((one) => tagFilterProblem(one) === undefined);
  const examples = possible.includes(filter) && !isNegativeTagFilter(filter) ? exampleTags([filter]).matching : [];
  return examples.flatMap((tag) => [tag, `${tag}-beta.1`]).find((tag) => /\d-/.test(tag) && decideTag(possible, tag).decidedBy === filter);
}
