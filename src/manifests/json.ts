import { jsonTexts } from './json-texts';
import { firstVersion, type ManifestKind, placedVersions } from './manifest-kind';
import { bySemver, SEMVER } from './semver';

export const TOP = ['version'];
export const ROOT = ['packages', '', 'version'];
/** tauri.conf.json held it there before Tauri 2. */
const OLD = ['package', 'version'];

/** JSON, with comments or without. */
export const json: ManifestKind = {
  files: /\.jsonc?$/,
  part: 'manifestJson',
  place: 'a "version" at the top',
  read: (text) => firstVersion(jsonTexts(text, [TOP, OLD]) ?? []),
};

const bySemverOnly: ManifestKind = { ...json, write: bySemver, takes: SEMVER };

export const packageJson: ManifestKind = { ...bySemverOnly, files: /^package\.json$/ };

export const tauriConfiguration: ManifestKind = {
  ...bySemverOnly,
  files: /^tauri.*\.conf\.json$/,
  place: 'a "version" (without it Tauri takes that of Cargo.toml: declare that file in its place)',
};

/** It says the version of the package twice. */
export const packageLock: ManifestKind = {
  ...bySemverOnly,
  files: /^(?:package-lock|npm-shrinkwrap)\.json$/,
  read: (text) => {
    const [top, root] = jsonTexts(text, [TOP, ROOT]) ?? [];
    const texts = root === undefined ? [top] : [top, root];
    const versions = placedVersions(texts);
    return versions.length === texts.length ? versions : [];
  },
};
