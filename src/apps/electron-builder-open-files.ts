import type { AppCheck, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms, optionFor } from './electron-builder';
import { signsForMac } from './given-variables';
import { ownWords, packageJsonOf } from './package-files';
import { fields, text, texts } from '../outside/data';

/** Patterns that take all packages out of the archive. */
const ALL_PACKAGES = /^(?:\.\/)?(?:\*\*\/)?(?:node_modules(?:\/\*\*(?:\/\*)?|\/)?|\*\*(?:\/\*)?|\*)$/;

/**
 * What a limit has done for others: much for some, and nothing for others.
 *
 * @see https://github.com/electron/osx-sign/pull/286
 * @see https://github.com/TraderAlice/OpenAlice/pull/425
 * @see https://github.com/Devin-AXIS/AINO/pull/317
 */
export const electronBuilderOpenFiles: AppCheck = {
  id: 'electron-builder-open-files',
  cause: 'What signs an app on macOS opens each of its files at the same moment. Where all packages lie open in the app, by `asar: false` or an `asarUnpack` of `node_modules`, that can be tens of thousands, and it ends with `EMFILE: too many open files`.',
  cure: 'Leave `asar` on and unpack only what must lie open, or leave out of `files` what the app does not need. `ulimit -n 65536` in front of the build, in the same `run`, has helped some apps and not others; in a step before it, which is another shell, it does nothing. '
    + 'For an app with few packages switch this off with that as the reason.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => electronPlatforms(seen).filter(({ platform }) => platform.system === 'macos' && signsForMac(seen, platform)).flatMap((built) => {
    const reason = isRaised(seen, built) ? '' : lyingOpen(built, seen);
    return reason === '' ? [] : [{
      at: built.platform,
      what: `${reason} in ${built.file} leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it ends with EMFILE`,
      fix: "Unpack only what must lie open; or put 'ulimit -n 65536' in front of the build in run, which helps some apps and not all.",
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

function isRaised({ job, files }: Seen, { platform }: ElectronPlatform): boolean {
  return [ownWords(job), ...platform.run, files.get('package.json') ?? ''].some((words) => words.includes('ulimit'));
}
