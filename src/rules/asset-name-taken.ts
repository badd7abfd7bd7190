import { placedLegs, type PlacedLeg } from './places';
import { type DeclarationRule, repeated } from './rule';
import type { Model } from '../model/model';
import { publishes, updatersOf } from '../model/publish';
import { assetNames } from '../publish/assemble/asset-names';
import { splitName } from '../publish/assemble/extension';
import { CHECKSUMS, MANIFEST } from '../publish/contract';
import { bundlesOf, plannedLeg } from '../render/workflow/assemble-job';
import { placeholdersIn } from '../text/placeholders';
import { distinct } from '../text/words';
import { kindOfUpdater } from '../updaters/kind-of-updater';

export const assetNameTaken: DeclarationRule = {
  id: 'asset-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two files would have one name in a release: two patterns of a platform end in the same name, '
    + '`release.assetName` leaves out what tells files apart, or a file is called as one that is written beside them.',
  cure: 'Let the build give them different names, or put `{name}`, `{ext}` and `{platform}` into `release.assetName`.',
  check: (model) => publishes(model) ? clashes(model).map(({ value, first }) => ({
    where: value.where,
    what: `${value.what} would be called '${value.name}' in the release, as ${first.where === value.where ? first.what : first.whole} is`,
    fix: model.release.assetName
      ? "Put what tells them apart into release.assetName, for instance '{name}-{platform}{ext}'."
      : 'Let the build give it another name.',
  })) : [],
};

/** Of two alternatives the build leaves one. */
function clashes(model: Model) {
  return repeated([...ours(model), ...declared(model)], ({ name }) => name)
    .filter(({ value, first }) => value.among === undefined || value.among !== first.among || value.where !== first.where);
}

/** A file of a release whose name is known beforehand. */
interface Asset {
  readonly where: string;
  /** What it is called by in a message. */
  readonly what: string;
  /** With its place, where that is another. */
  readonly whole: string;
  readonly name: string;
  /** The alternatives that its pattern is one of. */
  readonly among?: readonly string[];
}

const WRITTEN = 'the one that is written beside them';

function ours(model: Model): Asset[] {
  const { checksums, manifest } = model.release;
  const made = distinct(updatersOf(model).flatMap(({ updater }) => kindOfUpdater(updater).makes));
  return [...checksums ? [CHECKSUMS] : [], ...manifest ? [MANIFEST] : [], ...bundlesOf(model), ...made]
    .map((name) => ({ where: 'release', what: WRITTEN, whole: WRITTEN, name }));
}

/** Named as the publish script names them. */
function declared(model: Model): Asset[] {
  const template = model.release.assetName;
  const files = placedLegs(model).filter(({ job }) => job.artifacts === 'result').flatMap((leg) => filesOf(leg, template));
  const names = assetNames(files.map(({ leg, file }) => ({ leg: plannedLeg(model, leg), path: file })), { template, version: 'VERSION', tag: 'TAG' });
  return files.map(({ leg: { where, platform }, pattern }, index) => ({
    where,
    what: `a file of '${pattern}'`,
    whole: `a file of '${pattern}' of ${where}`,
    name: names[index],
    among: platform.alternatives.find((all) => all.includes(pattern)),
  })).filter(({ name }) => name !== '');
}

function filesOf(leg: PlacedLeg, template: string): { readonly leg: PlacedLeg; readonly pattern: string; readonly file: string }[] {
  return leg.platform.artifacts.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => {
    const file = fileOf(pattern, placeholdersIn(template || '{name}{ext}'));
    return file === undefined ? [] : [{ leg, pattern, file }];
  });
}

/** A file that a pattern matches, where its name in the release does not depend on what a wildcard leaves open. Without an extension it may be a directory. */
function fileOf(pattern: string, wanted: readonly string[]): string | undefined {
  const base = pattern.split('/').pop()!;
  const [end] = /[^*?[\]]*$/.exec(base)!;
  if (end === base) {
    return splitName(base)[1] || base === CHECKSUMS ? base : undefined;
  }
  return wanted.includes('name') || wanted.includes('ext') && !end.includes('.') ? undefined : `x${end}`;
}
