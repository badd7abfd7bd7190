import type { Hosts } from './hosts';
import type { Repository } from './repository';
import type { Asset, Release } from './state';

/** Objects as the REST API writes them. */

export function releaseObject(hosts: Hosts, repository: Repository, release: Release): object {
  const url = `${hosts.api}/repos/${repository.name}/releases/${release.id}`;
  return {
    url,
    html_url: webUrl(hosts, repository, release),
    assets_url: `${url}/assets`,
    upload_url: `${hosts.uploads}/repos/${repository.name}/releases/${release.id}/assets{?name,label}`,
    tarball_url: release.draft ? null : `${hosts.api}/repos/${repository.name}/tarball/${release.tag}`,
    zipball_url: release.draft ? null : `${hosts.api}/repos/${repository.name}/zipball/${release.tag}`,
    id: release.id,
    node_id: `RE_${release.id}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.title,
    body: release.notes,
    draft: release.draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: repository.dateOf(release),
    published_at: release.publishedAt,
    author: AUTHOR,
    assets: release.assets.map((asset) => assetObject(hosts, repository, release, asset)),
    ...release.discussion !== undefined && { discussion_url: `${hosts.web}/${repository.name}/discussions/1` },
  };
}

export function assetObject(hosts: Hosts, repository: Repository, release: Release, asset: Asset): object {
  return {
    url: `${hosts.api}/repos/${repository.name}/releases/assets/${asset.id}`,
    browser_download_url: downloadUrl(hosts, repository, release, asset),
    id: asset.id,
    node_id: `RA_${asset.id}`,
    name: asset.name,
    label: asset.label,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.size,
    digest: asset.digest,
    download_count: 0,
    created_at: release.createdAt,
    updated_at: release.createdAt,
    uploader: asset.byBot ? BOT : AUTHOR,
  };
}

export function webUrl(hosts: Hosts, repository: Repository, release: Release): string {
  return `${hosts.web}/${repository.name}/releases/tag/${pageOf(release)}`;
}

export function downloadUrl(hosts: Hosts, repository: Repository, release: Release, { name }: Asset): string {
  return `${hosts.web}/${repository.name}/releases/download/${pageOf(release)}/${name}`;
}

function pageOf(release: Release): string {
  return release.draft ? placeholderOf(release) : encodeURIComponent(release.tag);
}

/** What stands where a tag would, as long as there is none. */
export function placeholderOf({ id }: Release): string {
  return `untagged-${id.toString(16).padStart(20, '0')}`;
}

const BOT = { login: 'github-actions[bot]', id: 2, type: 'Bot' };
const AUTHOR = { login: 'somebody', id: 1, type: 'User' };
