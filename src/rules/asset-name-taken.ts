import { placedLegs, type PlacedLeg } from './places';
import { type DeclarationRule, repeated } from './rule';
import type { Model } from '../model/model';
import { publishes } from '../model/publish';
import { filled } from '../text/placeholders';

export const assetNameTaken: DeclarationRule = {
  id: 'asset-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two files would have one name in a release: two patterns of a platform end in the same name, '
    + '`release.assetName` leaves out what tells files apart, or a file is called as one that is written beside them.',
  cure: 'Let the build give them different names, or put `{name}`, `{ext}` and `{platform}` into `release.assetName`.',
  check: (model) => publishes(model) ? repeated([...ours(model), ...declared(model)], ({ name }) => name).map(({ value, first }) => ({
    where: value.where,
    what: `a file of '${value.pattern}' would be called '${value.shown}' in the release, as ${first.pattern} is`,
    fix: model.release.assetName
      ? "Put what tells them apart into release.assetName, for instance '{name}-{platform}{ext}'."
      : 'Let the build give it another name.',
  })) : [],
};

/** A file of a release whose name is known beforehand. */
interface Asset {
  readonly where: string;
  readonly pattern: string;
  /** What must be unique. */
  readonly name: string;
  /** The same as it reads. */
  readonly shown: string;
}

function ours({ release: { checksums, manifest } }: Model): Asset[] {
  return [...checksums ? ['SHA256SUMS'] : [], ...manifest ? ['build-manifest.json'] : []]
    .map((name) => ({ where: 'release', pattern: 'the one that is written beside them', name, shown: name }));
}

/** By default files of several platforms that would have one name are told apart by the platform. */
function declared(model: Model): Asset[] {
  const assets = placedLegs(model).filter(({ job }) => job.artifacts === 'result').flatMap((leg) => assetsOf(model, leg));
  const isShared = ({ where, shown }: Asset) => assets.some((other) => other.shown === shown && other.where !== where);
  return model.release.assetName ? assets : assets.map((asset) => isShared(asset) ? { ...asset, name: `${asset.where} ${asset.shown}` } : asset);
}

function assetsOf({ release: { assetName } }: Model, { where, job, platform }: PlacedLeg): Asset[] {
  return platform.artifacts.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => {
    const name = filled(assetName || '{name}{ext}', { ...knownOf(pattern), platform: platform.name, job: job.id });
    return /\{(?:name|ext)\}/.test(name) ? [] : [{ where, pattern, name, shown: name }];
  });
}

/** What a pattern tells of the name of a file: nothing of what its wildcards leave open. */
function knownOf(pattern: string): Record<string, string> {
  const base = pattern.split('/').pop()!;
  const [ext] = /(?:\.[A-Za-z][0-9A-Za-z]*)*$/.exec(base)!;
  return /[*?[]/.test(base) ? ext ? { ext } : {} : { ext, name: base.slice(0, base.length - ext.length) };
}
