import type { Model } from '../../model/model';
import { releasesOf } from '../../model/publish';
import { fields, text } from '../../outside/data';
import { distinct } from '../../text/words';
import type { Session } from '../runs/session';

/** Addresses of the releases of a tag that are public, wherever the builds publish; where that cannot be seen, a phrase that says so. */
export async function publicUnder(tag: string, models: readonly Model[], { github, repository }: Pick<Session, 'github' | 'repository'>): Promise<string[]> {
  const targets = distinct([repository, ...models.flatMap(releasesOf).map((release) => release.repository || repository)]);
  const found = await Promise.all(targets.map(async (target) => {
    const [release, place] = await Promise.all([`/repos/${target}/releases/tags/${encodeURIComponent(tag)}`, `/repos/${target}`].map(async (path) => github.anew(path)));
    if (release.kind === 'reply' && release.status === 200) {
      return text(fields(release.data).html_url) || target;
    }
    const isSeen = release.kind === 'reply' && release.status === 404 && place.kind === 'reply' && place.status === 200;
    return isSeen ? [] : `whether ${target} has a release of it could not be seen`;
  }));
  return found.flat();
}
