import { actionNotAllowed } from './causes/action-not-allowed';
import { actionNotFound } from './causes/action-not-found';
import { aptPackageUnknown } from './causes/apt-package-unknown';
import { artifactActionGone } from './causes/artifact-action-gone';
import { artifactNameTaken } from './causes/artifact-name-taken';
import { artifactQuota } from './causes/artifact-quota';
import { azureSecretExpired } from './causes/azure-secret-expired';
import { badCredentials } from './causes/bad-credentials';
import { billing } from './causes/billing';
import { cargoLockOutOfStep } from './causes/cargo-lock-out-of-step';
import { certificatePassword } from './causes/certificate-password';
import { checkoutTokenEmpty } from './causes/checkout-token-empty';
import { commandNotFound } from './causes/command-not-found';
import { corepackKeys } from './causes/corepack-keys';
import { diskFull } from './causes/disk-full';
import { diskImageBusy } from './causes/disk-image-busy';
import { distutilsMissing } from './causes/distutils-missing';
import { dotnetSdkTooOld } from './causes/dotnet-sdk-too-old';
import { electronBuilderAuthor } from './causes/electron-builder-author';
import { electronBuilderKeychain } from './causes/electron-builder-keychain';
import { electronBuilderPublishes } from './causes/electron-builder-publishes';
import { electronDownloadFailed } from './causes/electron-download-failed';
import { electronVersionMissing } from './causes/electron-version-missing';
import { environmentRefusesTag } from './causes/environment-refuses-tag';
import { executableNotFound } from './causes/executable-not-found';
import { gitCredentialsRefused } from './causes/git-credentials-refused';
import { gitLfsBudget } from './causes/git-lfs-budget';
import { gitRepositoryNotFound } from './causes/git-repository-not-found';
import { gitSingleSignOn } from './causes/git-single-sign-on';
import { gitWriteRefused } from './causes/git-write-refused';
import { githubTrouble } from './causes/github-trouble';
import { goTooOld } from './causes/go-too-old';
import { identityTokenMissing } from './causes/identity-token-missing';
import { jobTooLong } from './causes/job-too-long';
import { nodeMemory } from './causes/node-memory';
import { notaryAgreement } from './causes/notary-agreement';
import { notaryInvalid } from './causes/notary-invalid';
import { notaryUnauthorized } from './causes/notary-unauthorized';
import { npmForbidden } from './causes/npm-forbidden';
import { npmIntegrity } from './causes/npm-integrity';
import { npmLockOutOfStep } from './causes/npm-lock-out-of-step';
import { npmNetwork } from './causes/npm-network';
import { npmNotFound } from './causes/npm-not-found';
import { npmOptionalDependency } from './causes/npm-optional-dependency';
import { npmPeerConflict } from './causes/npm-peer-conflict';
import { npmScriptMissing } from './causes/npm-script-missing';
import { npmUnauthorized } from './causes/npm-unauthorized';
import { npmVersionPublished } from './causes/npm-version-published';
import { opensslTooNew } from './causes/openssl-too-new';
import { personalTokenMayNot } from './causes/personal-token-may-not';
import { pnpmLockOfAnotherVersion } from './causes/pnpm-lock-of-another-version';
import { pnpmLockOutOfStep } from './causes/pnpm-lock-out-of-step';
import { processKilled } from './causes/process-killed';
import { pythonExternallyManaged } from './causes/python-externally-managed';
import { rateLimit } from './causes/rate-limit';
import { runCanceled } from './causes/run-canceled';
import { runSuperseded } from './causes/run-superseded';
import { runnerLost } from './causes/runner-lost';
import { runnerNotAcquired } from './causes/runner-not-acquired';
import { rustTargetMissing } from './causes/rust-target-missing';
import { rustTooOld } from './causes/rust-too-old';
import { setupNodeLockFile } from './causes/setup-node-lock-file';
import { setupPnpmNoVersion } from './causes/setup-pnpm-no-version';
import { setupPnpmTwoVersions } from './causes/setup-pnpm-two-versions';
import { setupPythonVersion } from './causes/setup-python-version';
import { signingDetritus } from './causes/signing-detritus';
import { signingKeyLocked } from './causes/signing-key-locked';
import { signingTimeStamp } from './causes/signing-time-stamp';
import { signtoolNoCertificate } from './causes/signtool-no-certificate';
import { signtoolTimeStamp } from './causes/signtool-time-stamp';
import { symbolicLinksRefused } from './causes/symbolic-links-refused';
import { systemLibraryMissing } from './causes/system-library-missing';
import { tagMoved } from './causes/tag-moved';
import { tauriDiskImage } from './causes/tauri-disk-image';
import { tauriFrontendMissing } from './causes/tauri-frontend-missing';
import { tauriKeyMissing } from './causes/tauri-key-missing';
import { tauriKeyPassword } from './causes/tauri-key-password';
import { tauriLinuxdeploy } from './causes/tauri-linuxdeploy';
import { tauriResourceMissing } from './causes/tauri-resource-missing';
import { tauriVersionsDiffer } from './causes/tauri-versions-differ';
import { visualStudioMissing } from './causes/visual-studio-missing';
import { windowsLineEnds } from './causes/windows-line-ends';
import { workflowTokenMayNot } from './causes/workflow-token-may-not';
import { yarnLockOutOfStep } from './causes/yarn-lock-out-of-step';
import type { KnownCause } from './known-cause';

/** Every known cause. Where a line says several, the first counts. */
export const knownCauses: readonly KnownCause[] = [
  checkoutTokenEmpty,
  gitRepositoryNotFound,
  gitCredentialsRefused,
  gitSingleSignOn,
  gitWriteRefused,
  tagMoved,
  gitLfsBudget,
  githubTrouble,
  setupNodeLockFile,
  setupPythonVersion,
  setupPnpmTwoVersions,
  setupPnpmNoVersion,
  executableNotFound,
  actionNotFound,
  actionNotAllowed,
  runnerLost,
  runnerNotAcquired,
  jobTooLong,
  billing,
  environmentRefusesTag,
  artifactQuota,
  artifactNameTaken,
  artifactActionGone,
  identityTokenMissing,
  workflowTokenMayNot,
  personalTokenMayNot,
  badCredentials,
  rateLimit,
  diskFull,
  processKilled,
  runCanceled,
  runSuperseded,
  npmLockOutOfStep,
  npmPeerConflict,
  npmScriptMissing,
  npmUnauthorized,
  npmForbidden,
  npmVersionPublished,
  npmNotFound,
  npmIntegrity,
  npmNetwork,
  pnpmLockOutOfStep,
  pnpmLockOfAnotherVersion,
  yarnLockOutOfStep,
  corepackKeys,
  nodeMemory,
  npmOptionalDependency,
  opensslTooNew,
  visualStudioMissing,
  distutilsMissing,
  electronBuilderPublishes,
  electronBuilderKeychain,
  certificatePassword,
  diskImageBusy,
  symbolicLinksRefused,
  electronBuilderAuthor,
  electronVersionMissing,
  electronDownloadFailed,
  notaryUnauthorized,
  notaryAgreement,
  notaryInvalid,
  signingKeyLocked,
  signingTimeStamp,
  signingDetritus,
  signtoolTimeStamp,
  signtoolNoCertificate,
  azureSecretExpired,
  tauriKeyMissing,
  tauriKeyPassword,
  systemLibraryMissing,
  tauriLinuxdeploy,
  tauriVersionsDiffer,
  tauriFrontendMissing,
  tauriResourceMissing,
  tauriDiskImage,
  aptPackageUnknown,
  pythonExternallyManaged,
  rustTargetMissing,
  rustTooOld,
  cargoLockOutOfStep,
  goTooOld,
  dotnetSdkTooOld,
  windowsLineEnds,
  commandNotFound,
];
