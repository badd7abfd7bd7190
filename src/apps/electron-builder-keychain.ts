import type { AppCheck, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, electronPlatforms } from './electron-builder';
import { givenVariables } from './given-variables';
import { isPlain, LOCK_FILES, lockedVersions, PACKAGE_JSON, PNPM_WORKSPACE, textsOf, upwards } from './package-files';
import type { PlatformModel } from '../model/model';
import { rangesMeet } from '../outside/version-ranges';
import { andList, distinct } from '../text/words';

/** Images of macOS 26, whose `security` refuses the wrong password. */
const REFUSING = /^macos-(?:26|latest)(?:-intel|-large|-xlarge)?$/i;

const MENDED = '>=26.16.1';

/** What may mend it otherwise. */
const PATCHED = /patch-package|app-builder-lib[^\n]{0,200}\bpatch|patch[^\n]{0,50}app-builder-lib|patchedDependencies:\s{1,10}'?app-builder-lib/;

/** @see https://github.com/electron-userland/electron-builder/issues/10066 */
export const electronBuilderKeychain: AppCheck = {
  id: 'electron-builder-keychain',
  cause: 'Before 26.16.1, electron-builder hands the password of the certificate to a keychain of its own that has another one. macOS 26.6 refuses that, and so do the images of macOS 26 since the end of August 2026: the build ends as soon as it is given `CSC_LINK`.',
  cure: 'Raise electron-builder to 26.16.1 or later, or build on `macos-15`. What patches app-builder-lib is taken at its word.',
  files: () => ELECTRON_BUILDER_FILES,
  more: (seen) => given(seen).length ? filesOf(seen) : [],
  check: (seen) => {
    const versions = given(seen).length ? unmended(seen) : [];
    return versions.length === 0 ? [] : given(seen).map(({ platform, image }) => ({
      at: platform,
      what: `electron-builder ${andList(versions)} is given CSC_LINK, and cannot open the keychain that it makes on ${image}`,
      fix: "Raise it to 26.16.1 or later, or build on runsOn: ['macos-15'].",
    }));
  },
};

/** The platforms with such an image that are given a certificate; a command that names it may take it away. */
function given(seen: Seen): { readonly platform: PlatformModel; readonly image: string }[] {
  return electronPlatforms(seen).flatMap(({ platform }) => {
    const image = platform.runsOn.find((label) => REFUSING.test(label));
    const isGiven = isPlain(platform) && givenVariables(seen, platform).includes('CSC_LINK') && !platform.run.join('\n').includes('CSC_LINK');
    return image !== undefined && isGiven ? [{ platform, image }] : [];
  });
}

function filesOf({ model, job }: Seen): string[] {
  return upwards(model, job, ...LOCK_FILES, PNPM_WORKSPACE, PACKAGE_JSON);
}

/** The locked versions, where none of them is fit. */
function unmended(seen: Seen): string[] {
  const texts = textsOf(seen, filesOf(seen));
  const versions = distinct(texts.flatMap((lock) => lockedVersions(lock, 'app-builder-lib')));
  return versions.every((version) => rangesMeet(version, MENDED) === false) && !texts.some((text) => PATCHED.test(text)) ? versions : [];
}
