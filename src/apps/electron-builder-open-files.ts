import type { AppCheck, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms, optionFor } from './electron-builder';
import { signsForMac } from './given-variables';
import { ownWords, PACKAGE_JSON, packageJsonOf, PNPM_WORKSPACE, textsOf, upwards } from './package-files';
import type { BuildJobModel, Model } from '../model/model';
import { fields, text, texts } from '../outside/data';

/** Patterns that take all packages out of the archive. */
const ALL_PACKAGES = /^(?:\.\/)?(?:\*\*\/)?(?:node_modules(?:\/\*\*(?:\/\*)?|\/)?|\*\*(?:\/\*)?|\*)$/;

/**
 * What a limit has done for others: much for some, and nothing for others, which had to patch what signs.
 *
 * @see https://github.com/electron/osx-sign/pull/286
 * @see https://github.com/TraderAlice/OpenAlice/pull/425
 * @see https://github.com/Devin-AXIS/AINO/pull/317
 * @see https://github.com/ahmadrosid/nakama/pull/1012
 */
export const electronBuilderOpenFiles: AppCheck = {
  id: 'electron-builder-open-files',
  cause: 'What signs an app on macOS opens each of its files at the same moment. Where all packages lie open in the app, by `asar: false` or an `asarUnpack` of `node_modules`, that can be tens of thousands, and it may end with `EMFILE: too many open files`.',
  cure: 'Leave `asar` on and unpack only what must lie open, leave out of `files` what the app does not need, or patch `@electron/osx-sign` so that it opens a few at a time. `ulimit -n 65536` in front of the build, in the same `run`, has helped some apps and not others; in a step before it, which is another shell, it does nothing. '
    + 'For an app with few packages switch this off with that as the reason.',
  files: (model, job) => [...ELECTRON_BUILDER_FILES, ...manifestsOf(model, job)],
  check: (seen) => electronPlatforms(seen).filter(({ platform }) => platform.system === 'macos' && signsForMac(seen, platform)).flatMap((built) => {
    const reason = isSeenTo(seen, built) ? '' : lyingOpen(built, seen);
    return reason === '' ? [] : [{
      at: built.platform,
      what: `${reason} in ${built.file} leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it may end with EMFILE`,
      fix: "Unpack only what must lie open, or patch @electron/osx-sign; 'ulimit -n 65536' in front of the build in run helps some apps and not all.",
    }];
  }),
};

function lyingOpen({ configuration = {}, platform }: ElectronPlatform, seen: Seen): string {
  const hasPackages = Object.keys(fields(packageJsonOf(seen).dependencies)).length > 0;
  const left = texts([optionFor(configuration, platform.system, 'files'), configuration.files].flat(2));
  if (!hasPackages || left.some((pattern) => /^!.*node_modules/.test(pattern))) {
    return '';
  }
  const unpacked = [optionFor(configuration, platform.system, 'asarUnpack')].flat().map(text);
  return optionFor(configuration, platform.system, 'asar') === false ? 'asar: false'
    : unpacked.some((pattern) => ALL_PACKAGES.test(pattern)) ? 'asarUnpack' : '';
}

function isSeenTo(seen: Seen, { platform }: ElectronPlatform): boolean {
  return [ownWords(seen.job), ...platform.run, ...textsOf(seen, manifestsOf(seen.model, seen.job))].some((words) => /ulimit|osx-sign|patch-package/.test(words));
}

/** Where packages are patched. */
function manifestsOf(model: Model, job: BuildJobModel): string[] {
  return upwards(model, job, PACKAGE_JSON, PNPM_WORKSPACE);
}
