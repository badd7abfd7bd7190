/**
 * What Tauri leaves of an app, with signatures that its own command made: `.ci/tauri/make-signatures.ts`
 * writes signatures.json, and `.ci/run` makes them anew and reads them with the same tests' reader.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SignedFile {
  readonly leg: string;
  /** With its path in the artifact, as Tauri lays it out below bundle/. */
  readonly path: string;
}

export interface Signatures {
  /** As `tauri signer generate` writes it into the .pub file. */
  readonly publicKey: string;
  /** Of each file by `leg/path`. */
  readonly of: Readonly<Record<string, string>>;
}

export const VERSION = '1.2.3';

export const FILES: readonly SignedFile[] = [
  { leg: 'linux-x64', path: 'appimage/App_1.2.3_amd64.AppImage' },
  { leg: 'linux-x64', path: 'appimage/App_1.2.3_amd64.AppImage.tar.gz' },
  { leg: 'linux-x64', path: 'deb/App_1.2.3_amd64.deb' },
  { leg: 'linux-x64', path: 'rpm/App-1.2.3-1.x86_64.rpm' },
  { leg: 'macos-arm64', path: 'macos/App.app.tar.gz' },
  { leg: 'macos-x64', path: 'macos/App.app.tar.gz' },
  { leg: 'windows-x64', path: 'nsis/App_1.2.3_x64-setup.exe' },
  { leg: 'windows-x64', path: 'nsis/App_1.2.3_x64-setup.nsis.zip' },
  { leg: 'windows-x64', path: 'msi/App_1.2.3_x64_de-DE.msi' },
  { leg: 'windows-x64', path: 'msi/App_1.2.3_x64_en-US.msi' },
  { leg: 'windows-x64', path: 'msi/App_1.2.3_x64_en-US.msi.zip' },
  { leg: 'windows-x64', path: 'nsis/App_1.2.3_arm64-setup.exe' },
  { leg: 'windows-x64', path: 'nsis/App_1.2.3_x86-setup.exe' },
];

/** Small, and no two alike. */
export function contentOf({ leg, path }: SignedFile): string {
  return `what ${leg} made: ${path}\n`;
}

export function keyOf({ leg, path }: SignedFile): string {
  return `${leg}/${path}`;
}

interface Fixture extends Signatures {
  /** Of the first file: by another key, as version 1.2.2, as the tag is called, and as older commands do it, which write no version. */
  readonly byAnotherKey: Signatures;
  readonly ofOldVersion: Signatures;
  readonly ofTag: Signatures;
  readonly withoutVersion: Signatures;
  /** Of the first file, by Debian's minisign: as it is by default, and in the old form (`-l`). */
  readonly byMinisign: { readonly publicKey: string; readonly prehashed: string; readonly legacy: string };
}

export const SIGNED: Fixture = JSON.parse(readFileSync(join(__dirname, 'signatures.json'), 'utf8'));
