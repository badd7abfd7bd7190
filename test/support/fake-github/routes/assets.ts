import { createHash } from 'node:crypto';
import { redirectTo } from './downloads';
import { findRelease } from './releases';
import { json, message, notFound, type Reply } from '../../github-answers';
import { may } from '../access';
import { invalid, noContent, Refusal } from '../answers';
import { assetNameOf } from '../asset-names';
import { paged, type Call } from '../call';
import { assetObject } from '../objects';
import type { Asset, Release } from '../state';

const TWO_GIB = 2_147_483_648;
const MOST_ASSETS = 1000;

export function list(call: Call): Reply {
  const { repository, hosts } = call;
  const release = findRelease(call);
  const path = `/repos/${repository.name}/releases/${release.id}/assets`;
  return paged(call, path, release.assets.map((asset) => assetObject(hosts, repository, release, asset)));
}

/** The bytes lie elsewhere, and whoever asks for them is sent there. */
export function read(call: Call): Reply {
  const { release, asset } = findAsset(call);
  const wantsBytes = call.request.headers.accept?.includes('application/octet-stream');
  if (!wantsBytes) return json(200, assetObject(call.hosts, call.repository, release, asset));
  return asset.state === 'uploaded' ? redirectTo(call.hosts, asset) : notFound();
}

export function edit(call: Call): Reply {
  const { release, asset } = findAsset(call);
  const { name, label } = call.body;
  if (release.immutable) return invalid({ resource: 'ReleaseAsset', code: 'custom', message: 'Cannot edit asset of an immutable release' });
  if (typeof name === 'string' && name !== asset.name) {
    requireFreeName(release, assetNameOf(name));
    asset.name = assetNameOf(name);
  }
  if (typeof label === 'string') { asset.label = label; }
  return json(200, assetObject(call.hosts, call.repository, release, asset));
}

/** @see uutils/coreutils#13839 */
export function remove(call: Call): Reply {
  const { release, asset } = findAsset(call);
  if (release.immutable) return invalid({ resource: 'ReleaseAsset', code: 'custom', message: 'Cannot delete asset from an immutable release' });
  release.assets.splice(release.assets.indexOf(asset), 1);
  return noContent;
}

/** The name is taken from the first byte on; an upload that does not end leaves an asset in state `starter`. */
export async function upload(call: Call): Promise<Reply> {
  const { repository, hosts, request } = call;
  const release = findRelease(call);
  const length = requireUploadable(call, release);
  const asset = addStarter(call, release);
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    if (length <= repository.keptBytes) { kept.push(chunk); }
  }
  Object.assign(asset, { state: 'uploaded', size, digest: `sha256:${hash.digest('hex')}`, bytes: length <= repository.keptBytes ? Buffer.concat(kept) : undefined });
  return json(201, assetObject(hosts, repository, release, asset));
}

/** What stands for an asset as long as its bytes are not there. @see https://docs.github.com/en/rest/releases/assets#upload-a-release-asset */
export function addStarter({ repository, query, request, token }: Call, release: Release): Asset {
  const asset: Asset = {
    id: repository.nextId(),
    name: assetNameOf(query.get('name') ?? ''),
    label: query.get('label') ?? '',
    state: 'starter',
    contentType: request.headers['content-type'] ?? 'application/octet-stream',
    size: 0,
    digest: null,
    byBot: token?.kind === 'workflow' || token?.kind === 'app',
    bytes: undefined,
  };
  release.assets.push(asset);
  return asset;
}

/** The length of what is about to be uploaded. @see eine/tip#159, svenstaro/upload-release-action#94, cli/cli#10182 */
function requireUploadable({ query, request }: Call, release: Release): number {
  const length = Number(request.headers['content-length']);
  if (release.immutable) throw new Refusal(message(422, 'Cannot upload assets to an immutable release.'));
  if (!query.get('name')) throw new Refusal(invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' }));
  if (request.headers['content-length'] === undefined) throw new Refusal(message(400, 'Bad Content-Length: '));
  if (length === 0) throw new Refusal(invalidSize('size must be greater than or equal to 1'));
  if (length === TWO_GIB) throw new Refusal(message(500, 'Server Error'));
  if (length > TWO_GIB) throw new Refusal(invalidSize(`size must be less than or equal to ${TWO_GIB}`));
  requireFreeName(release, assetNameOf(query.get('name')!));
  if (release.assets.length >= MOST_ASSETS) {
    throw new Refusal(invalid({ resource: 'ReleaseAsset', code: 'custom', field: 'file_count', message: `file_count limited to ${MOST_ASSETS} assets per release` }));
  }
  return length;
}

function invalidSize(text: string): Reply {
  return invalid({ resource: 'ReleaseAsset', code: 'custom', field: 'size', message: text });
}

/** Also a `starter` holds its name. */
function requireFreeName(release: Release, name: string): void {
  if (release.assets.some((asset) => asset.name === name)) {
    throw new Refusal(invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }));
  }
}

function findAsset({ repository, token, params }: Call): { release: Release; asset: Asset } {
  for (const release of repository.releases) {
    const asset = release.assets.find(({ id }) => String(id) === params.id);
    if (asset && (!release.draft || may(token, repository, 'contents:write'))) return { release, asset };
  }
  throw new Refusal(notFound());
}
