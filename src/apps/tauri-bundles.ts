import { asPath, type BuiltFile } from './built-files';
import { type TauriPlatform, valuesOf } from './tauri';
import type { OperatingSystem, PlatformModel } from '../model/model';

/** Of each bundle: the system on which it is made, its directory and the ending of its file. */
export const BUNDLES: ReadonlyMap<string, readonly [system: OperatingSystem, directory: string, ending: string]> = new Map(Object.entries({
  app: ['macos', 'macos', 'app'],
  appimage: ['linux', 'appimage', 'AppImage'],
  deb: ['linux', 'deb', 'deb'],
  dmg: ['macos', 'dmg', 'dmg'],
  msi: ['windows', 'msi', 'msi'],
  nsis: ['windows', 'nsis', 'exe'],
  rpm: ['linux', 'rpm', 'rpm'],
}));

/** Where Cargo builds: beside its manifest, or in the root of the workspace that this is a part of. */
const TARGETS = ['src-tauri/target', 'target'];

/** How Tauri builds on a system. */
export interface TauriBuild extends Pick<TauriPlatform, 'words'> {
  readonly platform: Pick<PlatformModel, 'system'>;
}

/** Where a bundle may lie, in each directory that Cargo may build in; undefined where it is made on another system. */
export function builtFile(bundle: string, { platform, words }: TauriBuild): Omit<BuiltFile, 'wanted'> | undefined {
  const [system, directory, ending] = BUNDLES.get(bundle) ?? ['other', '', ''];
  const triple = valuesOf(words, '--target', '-t').slice(0, 1);
  const mode = words.some((word) => /^(?:--debug|-d)$/.test(word)) ? 'debug' : 'release';
  const paths = TARGETS.flatMap((root) => asPath(root, ...triple, mode, 'bundle', directory, `*.${ending}`) ?? []);
  return system === platform.system && system !== 'other' ? { target: bundle, paths } : undefined;
}
