import { jsonTexts } from './json-texts';
import { firstVersion, isVersion, type ManifestKind } from './manifest-kind';
import { bySemver, SEMVER } from './semver';

const TOP = ['version'];
/** tauri.conf.json held it there before Tauri 2. */
const OLD = ['package', 'version'];
const ROOT = ['packages', '', 'version'];

/** JSON, with comments or without. */
export const json: ManifestKind = {
  files: /\.jsonc?$/,
  part: 'manifestJson',
  place: 'a "version" at the top',
  read: (text) => firstVersion(jsonTexts(text, [TOP, OLD]) ?? []),
};

export const packageJson: ManifestKind = { ...json, files: /^package\.json$/, write: bySemver, takes: SEMVER };

export const tauriConfiguration: ManifestKind = {
  ...packageJson,
  files: /^tauri.*\.conf\.json$/,
  place: 'a "version" (without it Tauri takes that of Cargo.toml: declare that file in its place)',
};

/** It says the version of the package twice. */
export const packageLock: ManifestKind = {
  ...packageJson,
  files: /^(?:package-lock|npm-shrinkwrap)\.json$/,
  read: (text) => {
    const [top, root] = jsonTexts(text, [TOP, ROOT]) ?? [];
    const texts = root === undefined ? [top] : [top, root];
    return texts.every(isVersion) ? texts.map((version) => ({ version })) : [];
  },
};
