import { releasesOf, type Target } from './target';
import { versionOf } from '../../github/tag-versions';
import { compareVersions, parseVersion } from '../../text/versions';
import { refused } from '../github/refusals';
import { releaseIn } from '../github/shapes';

/**
 * Whether the release becomes the one that `releases/latest` leads to, as GitHub's `make_latest`
 * takes it. `auto`: where no release of this build has a higher version. Other builds of the
 * repository have tags of their own, and do not count.
 */
export async function makeLatest(target: Target): Promise<'true' | 'false' | 'legacy'> {
  const { github, plan, repository, run } = target;
  if (plan.latest !== 'auto') {
    return plan.latest === 'always' ? 'true' : 'false';
  }
  const version = parseVersion(run.version);
  if (!version) {
    return 'legacy';
  }
  const list = await github.all(releasesOf(target), (answer) => refused(answer, `list the releases of ${repository}`));
  const others = list.map(releaseIn).filter(({ draft, prerelease, tag }) => !draft && !prerelease && isWanted(tag, plan.tagFilters));
  const versions = others.flatMap(({ tag }) => parseVersion(versionOf(tag) ?? '') ?? []);
  return versions.every((other) => compareVersions(other, version) <= 0) ? 'true' : 'false';
}

/** As the guard decides: the last filter that matches. */
function isWanted(tag: string, filters: readonly string[]): boolean {
  const decisive = filters.filter((filter) => new RegExp(filter.slice(2), 'u').test(tag)).at(-1);
  return decisive?.startsWith('+') ?? false;
}
