import type { AppCheck } from './app-check';
import { electronBuilderArtifactMissing } from './electron-builder-artifact-missing';
import { electronBuilderPublishes } from './electron-builder-publishes';
import { electronBuilderZipMissing } from './electron-builder-zip-missing';
import { electronForgeArtifactMissing } from './electron-forge-artifact-missing';
import { electronForgePublishes } from './electron-forge-publishes';
import { tauriArtifactMissing } from './tauri-artifact-missing';
import { tauriBundleInactive } from './tauri-bundle-inactive';
import { tauriIdentifierRefused } from './tauri-identifier-refused';
import { tauriKeyMissing } from './tauri-key-missing';
import { tauriScriptMissing } from './tauri-script-missing';
import type { BuildJobModel, Model } from '../model/model';
import { distinct } from '../text/words';

/** Every check over files of the app, in the order in which their problems are printed. */
export const appChecks: readonly AppCheck[] = [
  electronBuilderPublishes,
  electronBuilderArtifactMissing,
  electronBuilderZipMissing,
  electronForgePublishes,
  electronForgeArtifactMissing,
  tauriIdentifierRefused,
  tauriBundleInactive,
  tauriArtifactMissing,
  tauriKeyMissing,
  tauriScriptMissing,
];

/** Those that a build does not switch off. */
export function appChecksOf({ ignore }: Model): AppCheck[] {
  return appChecks.filter(({ id }) => !(id in ignore));
}

/** Names of all files that the checks of a job read. */
export function filesOfChecks(model: Model, job: BuildJobModel): string[] {
  return distinct(appChecksOf(model).flatMap((check) => check.files(model, job)));
}
