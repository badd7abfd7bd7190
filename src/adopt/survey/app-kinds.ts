import type { AppKind } from './app';
import { cargo } from './apps/cargo';
import { cmake } from './apps/cmake';
import { dotnet } from './apps/dotnet';
import { electronBuilder } from './apps/electron-builder';
import { electronForge } from './apps/electron-forge';
import { flutter } from './apps/flutter';
import { go } from './apps/go';
import { pyinstaller, wheel } from './apps/python';
import { make, scripts } from './apps/scripts';
import { tauri } from './apps/tauri';
import { wails, wails3 } from './apps/wails';

/** Every way of building that is known, the particular before the general. */
export const appKinds: readonly AppKind[] = [
  tauri, electronBuilder, electronForge, wails, wails3, flutter, dotnet, pyinstaller, cargo, go, wheel, cmake, scripts, make,
];
