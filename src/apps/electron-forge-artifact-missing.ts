import type { AppCheck, AppFinding } from './app-check';
import { asPath, type BuiltFile, uncollected } from './built-files';
import { ELECTRON_FORGE_FILES, type ForgePlatform, forgePlatforms } from './electron-forge';
import type { OperatingSystem } from '../model/model';
import { type Fields, isFields, text, texts } from '../outside/data';

/** What Node.js calls the systems. */
const SYSTEMS: Readonly<Record<OperatingSystem, string>> = { linux: 'linux', macos: 'darwin', windows: 'win32', other: '' };

/** Of each maker: the systems on which it makes something unless it is told others, and what, below `make`. */
const MAKERS: ReadonlyMap<string, readonly [systems: string, file: string]> = new Map(Object.entries({
  appx: ['win32', 'appx/*/*.appx'],
  deb: ['linux', 'deb/*/*.deb'],
  dmg: ['darwin', '*.dmg'],
  flatpak: ['linux', 'flatpak/*/*.flatpak'],
  msix: ['win32', 'msix/*/*.msix'],
  pkg: ['darwin', '*.pkg'],
  rpm: ['linux', 'rpm/*/*.rpm'],
  snap: ['linux', 'snap/*/*.snap'],
  squirrel: ['win32', 'squirrel.windows/*/*.exe'],
  wix: ['win32', 'wix/*/*.msi'],
  zip: ['darwin linux win32', 'zip/*/*/*.zip'],
}));

/** @see https://www.electronforge.io/config/makers */
export const electronForgeArtifactMissing: AppCheck = {
  id: 'electron-forge-artifact-missing',
  cause: 'A maker of Electron Forge makes files that no artifact pattern of the platform matches: they are lost when the run ends. Where nothing at all is matched, the leg fails.',
  cure: 'Add a pattern for it, for instance `out/make/**/*.deb`, or take the maker out. A zip on macOS is what updates are made of, and is not missed.',
  files: () => ELECTRON_FORGE_FILES,
  check: (seen) => forgePlatforms(seen).filter(({ isLast }) => isLast).flatMap(missing),
};

function missing({ platform, words, configuration }: ForgePlatform): AppFinding[] {
  // anything else names another directory, other targets, or what only a shell knows
  if (!configuration || words.some((word) => !/^(?:-a|--arch(?:=\w+)?|arm64|armv7l|ia32|universal|x64|--skip-package)$/.test(word))) {
    return [];
  }
  const makers = [configuration.makers].flat().filter(isFields);
  return uncollected('Electron Forge', makers.flatMap((maker) => madeBy(maker, SYSTEMS[platform.system], configuration) ?? []), platform);
}

function madeBy({ name, platforms }: Fields, system: string, { outDir, buildIdentifier }: Fields): BuiltFile | undefined {
  const [, target = ''] = /^@electron-forge\/maker-([a-z]+)$/.exec(text(name)) ?? [];
  const [systems, file] = MAKERS.get(target) ?? ['', ''];
  const made = asPath(text(outDir) || 'out', isFields(buildIdentifier) ? '*' : text(buildIdentifier), 'make', file);
  const runs = (Array.isArray(platforms) ? texts(platforms) : systems.split(' ')).includes(system);
  // updates on macOS are made of a zip, whether anybody collects it or not
  return runs && file !== '' && made !== undefined ? { target, paths: [made], wanted: !(system === 'darwin' && target === 'zip') } : undefined;
}
