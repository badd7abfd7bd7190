import { electronBuilder } from './electron-builder/electron-builder';
import { files } from './files';
import { tauri } from './tauri/tauri';
import type { UpdaterPart } from './updater-part';
import type { UpdaterPlan } from '../contract';
import { fail } from '../report';

/** Every kind of updater. */
const updaterParts: { readonly [K in UpdaterPlan['kind']]: UpdaterPart<Extract<UpdaterPlan, { kind: K }>, any> } = {
  'electron-builder': electronBuilder,
  tauri,
  files,
};

export function partOf<K extends UpdaterPlan['kind']>({ kind }: { readonly kind: K }): UpdaterPart<UpdaterPlan> {
  return updaterParts[kind] as UpdaterPart<UpdaterPlan> | undefined
    ?? fail('the-script-was-called-wrongly', `There is no updater '${kind}'. Run "npx projen", which writes the workflow anew.`);
}
