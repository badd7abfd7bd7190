import { assetNameTaken } from './asset-name-taken';
import { attestWithoutChecksums } from './attest-without-checksums';
import { followUpMalformed } from './follow-up-malformed';
import { notesFileMissing } from './notes-file-missing';
import { notesFileOutside } from './notes-file-outside';
import { nothingToPublish } from './nothing-to-publish';
import { npmNameMalformed } from './npm-name-malformed';
import { npmTarballMissing } from './npm-tarball-missing';
import { permissionMalformed } from './permission-malformed';
import { publishCredentialUnfit } from './publish-credential-unfit';
import { publishStepsMissing } from './publish-steps-missing';
import { publishTargetTaken } from './publish-target-taken';
import { releaseEnvironmentsDiffer } from './release-environments-differ';
import { releaseOptionIdle } from './release-option-idle';
import type { Rule } from './rule';
import { sbomMissing } from './sbom-missing';
import { sbomWithoutAttest } from './sbom-without-attest';
import { sbomsDiffer } from './sboms-differ';
import { updaterDeclaredDifferently } from './updater-declared-differently';
import { updaterFileMissing } from './updater-file-missing';
import { updaterKeyUndeclared } from './updater-key-undeclared';
import { updaterLatestShared } from './updater-latest-shared';
import { updaterMalformed } from './updater-malformed';
import { updaterMisled } from './updater-misled';
import { updaterNotLatest } from './updater-not-latest';
import { updaterPlatformMayFail } from './updater-platform-may-fail';
import { updaterPlatformUnknown } from './updater-platform-unknown';
import { updaterTagsUnfit } from './updater-tags-unfit';
import { updaterWithoutPlatform } from './updater-without-platform';

/** The rules about what becomes public, in the order in which their problems are printed. */
export const publishRules: readonly Rule[] = [
  publishTargetTaken,
  publishCredentialUnfit,
  releaseEnvironmentsDiffer,
  releaseOptionIdle,
  attestWithoutChecksums,
  sbomWithoutAttest,
  sbomsDiffer,
  sbomMissing,
  permissionMalformed,
  nothingToPublish,
  publishStepsMissing,
  assetNameTaken,
  notesFileOutside,
  notesFileMissing,
  npmNameMalformed,
  npmTarballMissing,
  followUpMalformed,
  updaterPlatformUnknown,
  updaterWithoutPlatform,
  updaterMalformed,
  updaterDeclaredDifferently,
  updaterFileMissing,
  updaterPlatformMayFail,
  updaterNotLatest,
  updaterLatestShared,
  updaterTagsUnfit,
  updaterMisled,
  updaterKeyUndeclared,
];
