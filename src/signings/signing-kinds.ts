import { azure } from './azure';
import { codesign } from './codesign';
import { electronBuilderMac } from './electron-builder-mac';
import { electronBuilderWindows } from './electron-builder-windows';
import { electronForgeMac } from './electron-forge-mac';
import { electronForgeWindows } from './electron-forge-windows';
import type { Guide } from './guide';
import type { SigningKind } from './signing-kind';
import { tauriMac } from './tauri-mac';
import { tauriUpdater } from './tauri-updater';
import { tauriWindows } from './tauri-windows';
import { legsOf } from '../model/jobs';
import type { Model, SecretModel, SigningKindName } from '../model/model';
import { code } from '../text/markdown';

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

/** What a person has to know of the signing that a secret belongs to; undefined for any other secret. */
export function guideOf(model: Pick<Model, 'jobs' | 'signings'>, { title, required, environments, env }: SecretModel): Guide | undefined {
  const signing = model.signings.find((one) => one.title === title);
  const config = legsOf(model).flatMap(({ platform }) => platform.proofs).find((proof) => proof.signing === title)?.config ?? '';
  // a model that was edited by hand may lack some
  const names = new Map(Object.entries(env));
  return signing && signingKinds[signing.kind].guide({ signing, required, config, environments, secret: (variable) => code(names.get(variable) ?? '') });
}
