import type { Model } from '../../model/model';
import { npmTargetsOf, releasesOf } from '../../model/publish';
import { fields, text } from '../../outside/data';
import { distinct } from '../../text/words';
import { published } from '../runs/published';
import type { Session } from '../runs/session';

/** What is public of a tag, wherever the builds publish: phrases; also one for each place where that cannot be seen. */
export async function publicUnder(tag: string, version: string, models: readonly Model[], session: Session): Promise<string[]> {
  const targets = distinct([session.repository, ...models.flatMap(releasesOf).map(({ repository }) => repository || session.repository)]);
  const releases = await Promise.all(targets.map(async (target) => releaseIn(target, tag, session)));
  const withPackages = models.filter((model) => npmTargetsOf(model).length);
  const packages = await Promise.all(withPackages.map(async (model) => (await published(session, model, { tag, version })).packages));
  return [
    ...releases.flat(),
    ...packages.flat().filter(({ state }) => state !== 'missing')
      .map(({ name, state }) => state === 'public' ? `${name} ${version} on npm` : `whether npm has ${name} ${version} could not be seen`),
  ];
}

/** Where a repository is hidden, so are its releases. */
async function releaseIn(target: string, tag: string, { github }: Session): Promise<string[]> {
  const [release, place] = await Promise.all([`/repos/${target}/releases/tags/${encodeURIComponent(tag)}`, `/repos/${target}`].map(async (path) => github.anew(path)));
  if (release.kind === 'reply' && release.status === 200) {
    return [text(fields(release.data).html_url) || target];
  }
  const isSeen = release.kind === 'reply' && release.status === 404 && place.kind === 'reply' && place.status === 200;
  return isSeen ? [] : [`whether ${target} has a release of it could not be seen`];
}
