import type { SetFile } from '../proven-set';
import { releasesOf, type Target } from './target';
import { CHECKSUMS, MANIFEST, PROVENANCE, SBOM_ATTESTATION } from '../contract';
import { refused } from '../github/refusals';
import { type Asset, assetIn, type Release } from '../github/shapes';

/** How the files of a release differ from those that were assembled. */
export interface Comparison {
  /** There, and the same. */
  readonly equal: readonly SetFile[];
  /** All of it is there, only GitHub has not computed its sum yet. */
  readonly unproven: readonly SetFile[];
  readonly missing: readonly SetFile[];
  /** Of a name of ours, with other bytes or not all of them. */
  readonly different: ReadonlyArray<{ readonly file: SetFile; readonly asset: Asset }>;
  /** Of no name of ours. */
  readonly others: readonly Asset[];
}

/** Files that no two runs make alike. */
const MADE_ANEW: readonly string[] = [CHECKSUMS, MANIFEST, PROVENANCE, SBOM_ATTESTATION];

/** The files of a release; undefined where it is no more. */
export async function assetsOf(target: Target, { id }: Pick<Release, 'id'>): Promise<Asset[] | undefined> {
  let gone = false;
  const assets = await target.github.all(`${releasesOf(target)}/${id}/assets`, (answer) => {
    gone = answer.status === 404;
    return refused(answer, `list the files of release ${id} of ${target.repository}`);
  }).catch((error: unknown) => gone ? undefined : Promise.reject(error));
  return assets?.map(assetIn);
}

export function compare(files: readonly SetFile[], assets: readonly Asset[]): Comparison {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  const ours = new Set(files.map(({ name }) => name));
  const there = files.flatMap((file) => {
    const asset = byName.get(file.name);
    return asset ? [{ file, asset }] : [];
  });
  const isUnproven = ({ file, asset }: typeof there[0]) => asset.uploaded && asset.digest === '' && asset.size === file.size;
  return {
    equal: there.filter(({ file, asset }) => isEqual(file, asset)).map(({ file }) => file),
    unproven: there.filter(isUnproven).map(({ file }) => file),
    missing: files.filter(({ name }) => !byName.has(name)),
    different: there.filter((pair) => !isEqual(pair.file, pair.asset) && !isUnproven(pair)),
    others: assets.filter(({ name }) => !ours.has(name)),
  };
}

/** Whether a file of a release is one of those that were assembled. */
function isEqual(file: SetFile, asset: Asset): boolean {
  return asset.uploaded && asset.name === file.name && asset.size === file.size && asset.digest === `sha256:${file.sha256}`;
}

/**
 * What is compared with a release that is public: the manifest names the run, and the sums hold that
 * of the manifest, so a later run of the same commit writes others; and each signature is another one,
 * which holds for the same files. Of these only the names count.
 */
export function comparePublic(files: readonly SetFile[], assets: readonly Asset[]): Comparison {
  const { different, equal, ...rest } = compare(files, assets);
  const isNamed = ({ file, asset }: Comparison['different'][0]) => asset.uploaded && MADE_ANEW.includes(file.name);
  return {
    ...rest,
    equal: [...equal, ...different.filter(isNamed).map(({ file }) => file)],
    different: different.filter((pair) => !isNamed(pair)),
  };
}

/** In what they differ, as phrases; none where all is there and the same. What others added is not asked for. */
export function differencesIn({ unproven, missing, different }: Comparison): string[] {
  return [
    ...missing.map(({ name }) => `${name} is missing`),
    ...different.map(({ file: { name }, asset }) => asset.uploaded ? `${name} has other bytes` : `${name} was never wholly uploaded`),
    ...unproven.map(({ name }) => `GitHub has no digest of ${name}`),
  ];
}
