import { json, message, notFound, type Reply } from '../../github-answers';
import { may } from '../access';
import type { Address } from '../hosts';
import { assetObject } from '../objects';
import type { Repository } from '../repository';
import type { Asset, Release, Token } from '../state';

/** What is not below a repository of the API: downloads, and what an installation's token alone may ask. */
export function otherRoute(method: string, { part, path, hosts }: Address, token: Token | undefined, repositories: readonly Repository[]): Reply | undefined {
  if (path === '/installation/repositories' && part === 'api') {
    const installed = token?.kind === 'workflow' || token?.kind === 'app';
    return installed ? json(200, { total_count: 0, repositories: [] }) : message(403, 'You must authenticate with an installation access token');
  }
  if (method !== 'GET' || part !== 'web') return undefined;
  for (const repository of repositories) {
    for (const release of repository.releases) {
      for (const asset of release.assets) {
        if (path === `/storage/${asset.id}`) return bytesOf(asset);
        const { browser_download_url: url } = assetObject(hosts, repository, release, asset) as { browser_download_url: string };
        if (url === `${hosts.web}${path}`) return download(repository, release, asset, token, hosts.web);
      }
    }
  }
  return notFound();
}

function download(repository: Repository, release: Release, asset: Asset, token: Token | undefined, web: string): Reply {
  const visible = !release.draft && may(token, repository, 'contents:read') && asset.state === 'uploaded';
  return visible ? { status: 302, headers: { location: `${web}/storage/${asset.id}` } } : notFound();
}

function bytesOf({ bytes, contentType }: Asset): Reply {
  return bytes ? { status: 200, headers: { 'content-type': contentType }, body: bytes } : message(501, 'the fake kept no bytes of it');
}
