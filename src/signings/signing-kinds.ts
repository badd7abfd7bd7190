import { azure } from './azure';
import { codesign } from './codesign';
import { electronBuilderMac } from './electron-builder-mac';
import { electronBuilderWindows } from './electron-builder-windows';
import { electronForgeMac } from './electron-forge-mac';
import { electronForgeWindows } from './electron-forge-windows';
import type { SigningKind } from './signing-kind';
import { tauriMac } from './tauri-mac';
import { tauriUpdater } from './tauri-updater';
import { tauriWindows } from './tauri-windows';
import type { SigningKindName } from '../model/model';

/** Every way of signing. */
export const signingKinds: Readonly<Record<SigningKindName, SigningKind>> = {
  'azure': azure,
  'codesign': codesign,
  'electron-builder-mac': electronBuilderMac,
  'electron-builder-windows': electronBuilderWindows,
  'electron-forge-mac': electronForgeMac,
  'electron-forge-windows': electronForgeWindows,
  'tauri-mac': tauriMac,
  'tauri-updater': tauriUpdater,
  'tauri-windows': tauriWindows,
};
