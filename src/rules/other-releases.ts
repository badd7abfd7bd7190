import { targetPlace } from './places';
import type { Finding, ProjectFacts } from './rule';
import { sharedFilter } from '../github/shared-tags';
import { releasesHere } from '../model/publish';

/** A filter for tags that nothing else makes, to be proposed. */
export function freeFilter({ model: { id }, otherReleases }: ProjectFacts): string {
  const likely = `${id}-v*.*.*`;
  return otherReleases.some(({ tags }) => sharedFilter([likely], tags) !== undefined) ? `${id}-build-v*.*.*` : likely;
}

/** A finding for each release that something else makes of the same tags in this repository. */
export function releasedTwice({ model, otherReleases }: ProjectFacts, isCertain: boolean, fix: string): Finding[] {
  return otherReleases.filter((other) => other.isCertain === isCertain).flatMap(({ by, tags }) => {
    const filter = sharedFilter(model.tags, tags);
    return filter === undefined ? [] : releasesHere(model).map((release) => ({
      where: targetPlace(release),
      what: `is of tags that '${filter}' matches, and ${by} ${isCertain ? 'makes' : 'seems to make'} releases of such tags, too`,
      fix,
    }));
  });
}
