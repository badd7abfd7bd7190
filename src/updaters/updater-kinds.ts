import { electronBuilder } from './electron-builder';
import { files } from './files';
import { tauri } from './tauri';
import type { UpdaterKind, UpdaterKindName } from './updater-kind';

/** Every kind of updater. */
export const updaterKinds: { readonly [K in UpdaterKindName]: UpdaterKind<K> } = {
  'electron-builder': electronBuilder,
  tauri,
  files,
};
