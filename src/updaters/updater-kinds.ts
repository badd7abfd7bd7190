import { electronBuilder } from './electron-builder';
import { files } from './files';
import { tauri } from './tauri';
import type { UpdaterKind, UpdaterKindName } from './updater-kind';

/** Every kind of updater. */
const updaterKinds: { readonly [K in UpdaterKindName]: UpdaterKind<K> } = {
  'electron-builder': electronBuilder,
  tauri,
  files,
};

/** The kind of an updater as it was declared, or of its model. */
export function kindOfUpdater<K extends UpdaterKindName>({ kind }: { readonly kind: K }): UpdaterKind<K> {
  return updaterKinds[kind];
}
