import type { AppCheck, Seen } from './app-check';
import { appVersionUndeclared } from './app-version-undeclared';
import { artifactPathCase } from './artifact-path-case';
import { commandNotInstalled } from './command-not-installed';
import { electronBuilderArtifactMissing } from './electron-builder-artifact-missing';
import { electronBuilderCertificateMissing } from './electron-builder-certificate-missing';
import { electronBuilderKeychain } from './electron-builder-keychain';
import { electronBuilderOpenFiles } from './electron-builder-open-files';
import { electronBuilderPublishes } from './electron-builder-publishes';
import { electronBuilderZipMissing } from './electron-builder-zip-missing';
import { electronForgeArtifactMissing } from './electron-forge-artifact-missing';
import { electronForgePublishes } from './electron-forge-publishes';
import { electronUpdaterUncollected } from './electron-updater-uncollected';
import { electronUpdaterUnwritten } from './electron-updater-unwritten';
import { enginesRefused, enginesUnfit } from './engines';
import { gitBranchAsked } from './git-branch-asked';
import { lockFileOutOfStep } from './lock-file-out-of-step';
import { nativeModuleUnbuildable } from './native-module-unbuildable';
import { pnpmLockFileElsewhere, pnpmWorkspaceLeavesOut } from './pnpm-workspace';
import { prismaEngineMissing } from './prisma-engine-missing';
import { scriptFileMissing } from './script-file-missing';
import { spawnedWithoutShell } from './spawned-without-shell';
import { tauriArtifactMissing } from './tauri-artifact-missing';
import { tauriBundleInactive } from './tauri-bundle-inactive';
import { tauriIdentifierRefused } from './tauri-identifier-refused';
import { tauriKeyMissing } from './tauri-key-missing';
import { tauriScriptMissing } from './tauri-script-missing';
import { tauriUpdaterUncollected } from './tauri-updater-uncollected';
import { tauriUpdaterUnwritten } from './tauri-updater-unwritten';
import type { BuildJobModel, Model } from '../model/model';
import { distinct } from '../text/words';

export { originsUndeclared } from './app-version-undeclared';

/** Every check of the list. */
export const appChecks: readonly AppCheck[] = [
  electronBuilderPublishes,
  electronBuilderArtifactMissing,
  electronBuilderZipMissing,
  electronBuilderCertificateMissing,
  electronBuilderKeychain,
  electronBuilderOpenFiles,
  electronUpdaterUncollected,
  electronUpdaterUnwritten,
  electronForgePublishes,
  electronForgeArtifactMissing,
  tauriIdentifierRefused,
  tauriBundleInactive,
  tauriArtifactMissing,
  tauriKeyMissing,
  tauriUpdaterUncollected,
  tauriUpdaterUnwritten,
  tauriScriptMissing,
  appVersionUndeclared,
  commandNotInstalled,
  scriptFileMissing,
  lockFileOutOfStep,
  pnpmLockFileElsewhere,
  pnpmWorkspaceLeavesOut,
  enginesRefused,
  enginesUnfit,
  nativeModuleUnbuildable,
  gitBranchAsked,
  spawnedWithoutShell,
  prismaEngineMissing,
  artifactPathCase,
];

/** Those that a build does not switch off. */
export function appChecksOf({ ignore }: Model): AppCheck[] {
  return appChecks.filter(({ id }) => !(id in ignore));
}

/** Names of all files that the checks of a job read. */
export function filesOfChecks(model: Model, job: BuildJobModel): string[] {
  return distinct(appChecksOf(model).flatMap((check) => check.files(model, job)));
}

/** Names of further files, which those tell that are read. */
export function furtherFilesOf(seen: Seen): string[] {
  return distinct(appChecksOf(seen.model).flatMap((check) => check.more?.(seen) ?? [])).filter((name) => !seen.files.has(name));
}
