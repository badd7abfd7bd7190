import { actionNotPinned } from './action-not-pinned';
import { actionsLock } from './actions-lock';
import { appClientId } from './app-client-id';
import { appRules } from './app-rules';
import { artifactNameMalformed } from './artifact-name-malformed';
import { artifactNameTaken } from './artifact-name-taken';
import { artifactPatternMalformed } from './artifact-pattern-malformed';
import { assetNameMalformed } from './asset-name-malformed';
import { assetNameTaken } from './asset-name-taken';
import { attestWithoutChecksums } from './attest-without-checksums';
import { azureWithoutEnvironment } from './azure-without-environment';
import { buildIdTaken } from './build-id-taken';
import { checkoutFilterIdle } from './checkout-filter-idle';
import { checkoutInputTaken } from './checkout-input-taken';
import { checkoutPartMalformed } from './checkout-part-malformed';
import { credentialShared } from './credential-shared';
import { dependencyDeclaredTwice } from './dependency-declared-twice';
import { dependencyEnvTaken } from './dependency-env-taken';
import { dependencyMalformed } from './dependency-malformed';
import { dependencyNotFetched } from './dependency-not-fetched';
import { dependencyOutOfReach } from './dependency-out-of-reach';
import { docSectionUnknown } from './doc-section-unknown';
import { envNameMalformed } from './env-name-malformed';
import { expressionInScript } from './expression-in-script';
import { expressionInText } from './expression-in-text';
import { expressionOutOfReach } from './expression-out-of-reach';
import { followUpMalformed } from './follow-up-malformed';
import { handedOnPathOutside } from './handed-on-path-outside';
import { handedOnPathTaken } from './handed-on-path-taken';
import { hiddenCharacter } from './hidden-character';
import { idMalformed } from './id-malformed';
import { jobCircle } from './job-circle';
import { jobIdMalformed } from './job-id-malformed';
import { jobIdTaken } from './job-id-taken';
import { jobNeededTwice } from './job-needed-twice';
import { jobNotNeeded } from './job-not-needed';
import { jobPlatformUnknown } from './job-platform-unknown';
import { jobRepositoryUnknown } from './job-repository-unknown';
import { jobUnknown } from './job-unknown';
import { keyRepeated } from './key-repeated';
import { knownHostMalformed } from './known-host-malformed';
import { notesFileMissing } from './notes-file-missing';
import { notesFileOutside } from './notes-file-outside';
import { nothingToPublish } from './nothing-to-publish';
import { npmNameMalformed } from './npm-name-malformed';
import { npmTarballMissing } from './npm-tarball-missing';
import { numberOutOfRange } from './number-out-of-range';
import { optionMalformed } from './option-malformed';
import { optionUnknown } from './option-unknown';
import { outputPathLinked } from './output-path-linked';
import { outputPathOccupied } from './output-path-occupied';
import { outputPathOutside } from './output-path-outside';
import { outputPathTaken } from './output-path-taken';
import { outputPathUnfit } from './output-path-unfit';
import { outputPathUnwritable } from './output-path-unwritable';
import { packageDeclaredTwice } from './package-declared-twice';
import { packageManagerUnknown } from './package-manager-unknown';
import { packageManagerVersion } from './package-manager-version';
import { packageNameMalformed } from './package-name-malformed';
import { packageSystemUnfit } from './package-system-unfit';
import { pathOutsideWorkspace } from './path-outside-workspace';
import { permissionMalformed } from './permission-malformed';
import { placeholderUnknown } from './placeholder-unknown';
import { platformMissing } from './platform-missing';
import { platformNameMalformed } from './platform-name-malformed';
import { platformNameTaken } from './platform-name-taken';
import { platformWithTwoBuilds } from './platform-with-two-builds';
import { platformWithoutArtifacts } from './platform-without-artifacts';
import { platformWithoutBuild } from './platform-without-build';
import { platformWithoutRunner } from './platform-without-runner';
import { publishCredentialUnfit } from './publish-credential-unfit';
import { publishStepsMissing } from './publish-steps-missing';
import { publishTargetTaken } from './publish-target-taken';
import { readmeMarkersBroken } from './readme-markers-broken';
import { readmeNotUtf8 } from './readme-not-utf8';
import { readmeSectionStale } from './readme-section-stale';
import { refDeclaredTwice } from './ref-declared-twice';
import { refFileUnreachable } from './ref-file-unreachable';
import { refFileWithoutRef } from './ref-file-without-ref';
import { rehearseBranchImpossible } from './rehearse-branch-impossible';
import { rehearseEnvironment } from './rehearse-environment';
import { rehearseIdle } from './rehearse-idle';
import { rehearsePlatformUnknown } from './rehearse-platform-unknown';
import { rehearseRunnerExposed } from './rehearse-runner-exposed';
import { rehearseScheduleMalformed } from './rehearse-schedule-malformed';
import { rehearseScheduleOnTheHour } from './rehearse-schedule-on-the-hour';
import { rehearseSigningUnfit } from './rehearse-signing-unfit';
import { releaseEnvironmentsDiffer } from './release-environments-differ';
import { releaseOptionIdle } from './release-option-idle';
import { releaseWithoutTarget } from './release-without-target';
import { repositoryMissing } from './repository-missing';
import { repositoryNameMalformed } from './repository-name-malformed';
import { repositoryNotCheckedOut } from './repository-not-checked-out';
import { repositoryPathTaken } from './repository-path-taken';
import { repositoryPlatformUnknown } from './repository-platform-unknown';
import { repositoryRefMalformed } from './repository-ref-malformed';
import type { Rule } from './rule';
import { ruleUnknown } from './rule-unknown';
import { runnerGroupMalformed } from './runner-group-malformed';
import { runnerLabelEnding } from './runner-label-ending';
import { runnerLabelMoving } from './runner-label-moving';
import { runnerLabelRetired } from './runner-label-retired';
import { runnerLabelUnknown } from './runner-label-unknown';
import { runnerLabelsImpossible } from './runner-labels-impossible';
import { rustTargetUnfit } from './rust-target-unfit';
import { rustTargetUnknown } from './rust-target-unknown';
import { sbomMissing } from './sbom-missing';
import { sbomWithoutAttest } from './sbom-without-attest';
import { sbomsDiffer } from './sboms-differ';
import { scalarTooLong } from './scalar-too-long';
import { scriptChanged } from './script-changed';
import { secretDeclaredDifferently } from './secret-declared-differently';
import { secretEnvTaken } from './secret-env-taken';
import { secretEnvUnknown } from './secret-env-unknown';
import { secretGroupEmpty } from './secret-group-empty';
import { secretNameRefused } from './secret-name-refused';
import { secretNotDeclared } from './secret-not-declared';
import { secretRequiredAndOptional } from './secret-required-and-optional';
import { secretTokenShaped } from './secret-token-shaped';
import { secretUnnamed } from './secret-unnamed';
import { setupConflict } from './setup-conflict';
import { signingDeclaredTwice } from './signing-declared-twice';
import { signingProvesNothing } from './signing-proves-nothing';
import { signingPublisherMalformed } from './signing-publisher-malformed';
import { signingSecretUnknown } from './signing-secret-unknown';
import { signingSystemUnfit } from './signing-system-unfit';
import { signingTeamMalformed } from './signing-team-malformed';
import { sparseLeavesOut } from './sparse-leaves-out';
import { stepIdMalformed } from './step-id-malformed';
import { stepIdTaken } from './step-id-taken';
import { stepMalformed } from './step-malformed';
import { tagFilterUntagged } from './tag-filter-untagged';
import { tagPatternImpossible } from './tag-pattern-impossible';
import { tagPatternsOnlyNegative } from './tag-patterns-only-negative';
import { tokenInWorkflow } from './token-in-workflow';
import { tooManyPlatforms } from './too-many-platforms';
import { toolFileConflict } from './tool-file-conflict';
import { toolFileMissing } from './tool-file-missing';
import { toolFileOverrides } from './tool-file-overrides';
import { toolFileUnfit } from './tool-file-unfit';
import { toolMissing } from './tool-missing';
import { toolVersionMalformed } from './tool-version-malformed';
import { unknownScript } from './unknown-script';
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
import { versionEnvTaken } from './version-env-taken';
import { versionFileUnknown } from './version-file-unknown';
import { versionFileUnreachable } from './version-file-unreachable';
import { versionMissing } from './version-missing';
import { versionOptionIdle } from './version-option-idle';
import { versionTextMalformed } from './version-text-malformed';
import { versionsDiffer } from './versions-differ';
import { workflowTooLarge } from './workflow-too-large';
import { wrapperUnproven } from './wrapper-unproven';

/** Every rule, in the order in which its problems are printed. */
export const rules: readonly Rule[] = [
  optionMalformed,
  optionUnknown,
  idMalformed,
  buildIdTaken,
  outputPathOutside,
  outputPathUnfit,
  outputPathTaken,
  outputPathOccupied,
  outputPathLinked,
  outputPathUnwritable,
  docSectionUnknown,
  tagPatternImpossible,
  tagPatternsOnlyNegative,
  tagFilterUntagged,
  repositoryMissing,
  repositoryNameMalformed,
  repositoryRefMalformed,
  refDeclaredTwice,
  refFileUnreachable,
  refFileWithoutRef,
  repositoryPathTaken,
  checkoutInputTaken,
  checkoutPartMalformed,
  checkoutFilterIdle,
  sparseLeavesOut,
  repositoryNotCheckedOut,
  repositoryPlatformUnknown,
  appClientId,
  credentialShared,
  dependencyMalformed,
  dependencyDeclaredTwice,
  dependencyNotFetched,
  dependencyOutOfReach,
  dependencyEnvTaken,
  pathOutsideWorkspace,
  versionFileUnreachable,
  versionFileUnknown,
  versionTextMalformed,
  versionOptionIdle,
  versionEnvTaken,
  versionMissing,
  versionsDiffer,
  jobIdMalformed,
  jobIdTaken,
  jobRepositoryUnknown,
  jobUnknown,
  jobCircle,
  jobNeededTwice,
  jobPlatformUnknown,
  jobNotNeeded,
  handedOnPathOutside,
  handedOnPathTaken,
  setupConflict,
  toolVersionMalformed,
  toolMissing,
  packageManagerUnknown,
  packageNameMalformed,
  packageDeclaredTwice,
  packageSystemUnfit,
  rustTargetUnknown,
  rustTargetUnfit,
  knownHostMalformed,
  rehearseIdle,
  rehearseBranchImpossible,
  rehearseScheduleMalformed,
  rehearseScheduleOnTheHour,
  rehearsePlatformUnknown,
  rehearseSigningUnfit,
  rehearseEnvironment,
  rehearseRunnerExposed,
  platformMissing,
  tooManyPlatforms,
  platformNameMalformed,
  platformNameTaken,
  platformWithoutBuild,
  platformWithTwoBuilds,
  platformWithoutArtifacts,
  platformWithoutRunner,
  runnerGroupMalformed,
  runnerLabelsImpossible,
  runnerLabelRetired,
  runnerLabelEnding,
  runnerLabelMoving,
  runnerLabelUnknown,
  artifactPatternMalformed,
  artifactNameMalformed,
  artifactNameTaken,
  releaseWithoutTarget,
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
  assetNameMalformed,
  assetNameTaken,
  placeholderUnknown,
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
  numberOutOfRange,
  secretNameRefused,
  secretTokenShaped,
  secretGroupEmpty,
  secretRequiredAndOptional,
  secretDeclaredDifferently,
  secretEnvUnknown,
  secretEnvTaken,
  signingSystemUnfit,
  signingDeclaredTwice,
  signingSecretUnknown,
  signingTeamMalformed,
  signingPublisherMalformed,
  signingProvesNothing,
  azureWithoutEnvironment,
  updaterKeyUndeclared,
  envNameMalformed,
  expressionInScript,
  expressionInText,
  hiddenCharacter,
  expressionOutOfReach,
  scriptChanged,
  stepMalformed,
  stepIdMalformed,
  stepIdTaken,
  actionNotPinned,
  unknownScript,
  packageManagerVersion,
  toolFileMissing,
  toolFileUnfit,
  toolFileOverrides,
  toolFileConflict,
  wrapperUnproven,
  ...appRules,
  secretNotDeclared,
  secretUnnamed,
  keyRepeated,
  tokenInWorkflow,
  scalarTooLong,
  workflowTooLarge,
  readmeNotUtf8,
  readmeMarkersBroken,
  readmeSectionStale,
  actionsLock,
  ruleUnknown(() => rules.map(({ id }) => id)),
];
