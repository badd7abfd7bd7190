import { message, notFound, type Reply } from '../../github-answers';
import { may } from '../access';
import type { Address } from '../hosts';
import { downloadUrl } from '../objects';
import type { Repository } from '../repository';
import type { Asset, Release, Token } from '../state';
import type { World } from '../world';

/** What a browser loads: the assets of public releases, which lie elsewhere. */
export function download(world: World, { path, hosts }: Address, token: Token | undefined): Reply {
  for (const { repository, release, asset } of assetsOf(world)) {
    if (path === `/storage/${asset.id}`) return bytesOf(asset);
    if (`${hosts.web}${path}` !== downloadUrl(hosts, repository, release, asset)) continue;
    const visible = !release.draft && asset.state === 'uploaded' && may(token, repository, 'contents:read');
    return visible ? redirectTo(hosts, asset) : notFound();
  }
  return notFound();
}

/** The storage asks for no token: whoever was sent there may load. */
export function redirectTo({ web }: Address['hosts'], { id }: Asset): Reply {
  return { status: 302, headers: { location: `${web}/storage/${id}` } };
}

function* assetsOf({ repositories }: World): Generator<{ repository: Repository; release: Release; asset: Asset }> {
  for (const repository of repositories.values()) {
    for (const release of repository.releases) {
      for (const asset of release.assets) { yield { repository, release, asset }; }
    }
  }
}

function bytesOf({ bytes, contentType }: Asset): Reply {
  if (!bytes) return message(501, 'The fake has not kept the bytes of so large an asset; FakeOptions.keptBytes says how many it keeps.');
  return { status: 200, headers: { 'content-type': contentType }, body: bytes };
}
