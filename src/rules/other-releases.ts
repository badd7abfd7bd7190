import { targetPlace } from './places';
import type { Finding, ProjectFacts } from './rule';
import { sharedFilter } from '../github/shared-tags';
import { releasesHere } from '../model/publish';

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
