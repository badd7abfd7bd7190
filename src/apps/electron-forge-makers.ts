import { asPath, type BuiltFile } from './built-files';
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

/**
 * What a maker makes on a system; undefined where that is nothing, or not known.
 *
 * @see https://www.electronforge.io/config/makers
 */
export function madeBy({ name, platforms }: Fields, system: OperatingSystem, { outDir, buildIdentifier }: Fields): BuiltFile | undefined {
  const [, target = ''] = /^@electron-forge\/maker-([a-z]+)$/.exec(text(name)) ?? [];
  const [systems, file] = MAKERS.get(target) ?? ['', ''];
  const made = asPath(text(outDir) || 'out', isFields(buildIdentifier) ? '*' : text(buildIdentifier), 'make', file);
  const runs = (Array.isArray(platforms) ? texts(platforms) : systems.split(' ')).includes(SYSTEMS[system]);
  // updates on macOS are made of a zip, whether anybody collects it or not
  return runs && file !== '' && made !== undefined ? { target, paths: [made], wanted: !(system === 'macos' && target === 'zip') } : undefined;
}
