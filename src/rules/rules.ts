import { actionNotPinned } from './action-not-pinned';
import { actionsLock } from './actions-lock';
import { appClientId } from './app-client-id';
import { appRules } from './app-rules';
import { artifactNameMalformed } from './artifact-name-malformed';
import { artifactNameTaken } from './artifact-name-taken';
import { artifactPatternMalformed } from './artifact-pattern-malformed';
import { artifactPatternsAlike } from './artifact-patterns-alike';
import { assetNameMalformed } from './asset-name-malformed';
import { buildIdTaken } from './build-id-taken';
import { checkoutFilterIdle } from './checkout-filter-idle';
import { checkoutInputTaken } from './checkout-input-taken';
import { checkoutPartMalformed } from './checkout-part-malformed';
import { credentialShared } from './credential-shared';
import { docSectionUnknown } from './doc-section-unknown';
import { envNameMalformed } from './env-name-malformed';
import { expressionInScript } from './expression-in-script';
import { expressionInText } from './expression-in-text';
import { expressionMalformed } from './expression-malformed';
import { expressionOutOfReach } from './expression-out-of-reach';
import { expressionRefused } from './expression-refused';
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
import { loadDependencyRules, loadPublishRules, loadRehearseRules, loadSigningRules } from './late-rules';
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
import { placeholderUnknown } from './placeholder-unknown';
import { platformMissing } from './platform-missing';
import { platformNameMalformed } from './platform-name-malformed';
import { platformNameTaken } from './platform-name-taken';
import { platformWithTwoBuilds } from './platform-with-two-builds';
import { platformWithoutArtifacts } from './platform-without-artifacts';
import { platformWithoutBuild } from './platform-without-build';
import { platformWithoutRunner } from './platform-without-runner';
import { readmeBesideAnother } from './readme-beside-another';
import { readmeHeadingTaken } from './readme-heading-taken';
import { readmeMarkersBroken } from './readme-markers-broken';
import { readmeNotUtf8 } from './readme-not-utf8';
import { readmeSectionStale } from './readme-section-stale';
import { refDeclaredTwice } from './ref-declared-twice';
import { refFileUnreachable } from './ref-file-unreachable';
import { refFileWithoutRef } from './ref-file-without-ref';
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
import { scalarTooLong } from './scalar-too-long';
import { scriptChanged } from './script-changed';
import { secretDeclaredDifferently } from './secret-declared-differently';
import { secretEnvTaken } from './secret-env-taken';
import { secretEnvUnknown } from './secret-env-unknown';
import { secretGroupEmpty } from './secret-group-empty';
import { secretNameRefused } from './secret-name-refused';
import { secretNotDeclared } from './secret-not-declared';
import { secretRequiredAndOptional } from './secret-required-and-optional';
import { secretStateUnknown } from './secret-state-unknown';
import { secretTokenShaped } from './secret-token-shaped';
import { secretUnnamed } from './secret-unnamed';
import { setupConflict } from './setup-conflict';
import { signingVariableAlone } from './signing-variable-alone';
import { sparseLeavesOut } from './sparse-leaves-out';
import { stepIdMalformed } from './step-id-malformed';
import { stepIdTaken } from './step-id-taken';
import { stepMalformed } from './step-malformed';
import { tagFilterUntagged } from './tag-filter-untagged';
import { tagMadeElsewhere } from './tag-made-elsewhere';
import { tagPatternImpossible } from './tag-pattern-impossible';
import { tagPatternsOnlyNegative } from './tag-patterns-only-negative';
import { tagPrefixExtended } from './tag-prefix-extended';
import { tokenInWorkflow } from './token-in-workflow';
import { tooManyPlatforms } from './too-many-platforms';
import { toolFileConflict } from './tool-file-conflict';
import { toolFileMissing } from './tool-file-missing';
import { toolFileOverrides } from './tool-file-overrides';
import { toolFileUnfit } from './tool-file-unfit';
import { toolInputTaken } from './tool-input-taken';
import { toolMissing } from './tool-missing';
import { toolVersionMalformed } from './tool-version-malformed';
import { twinWithoutSecret } from './twin-without-secret';
import { twinsDiffer } from './twins-differ';
import { unknownScript } from './unknown-script';
import { variableOutOfReach } from './variable-out-of-reach';
import { versionElsewhere } from './version-elsewhere';
import { versionEnvTaken } from './version-env-taken';
import { versionFileUnknown } from './version-file-unknown';
import { versionFileUnreachable } from './version-file-unreachable';
import { versionMissing } from './version-missing';
import { versionOptionIdle } from './version-option-idle';
import { versionTextMalformed } from './version-text-malformed';
import { versionsDiffer } from './versions-differ';
import { workflowTooLarge } from './workflow-too-large';
import { wrapperUnproven } from './wrapper-unproven';
import type { Model } from '../model/model';

/** Rules that find nothing in a build without their subject: only one that has it loads them. */
interface Subject {
  isOf(model: Model): boolean;
  rules(): readonly Rule[];
}

/** In the order in which their problems are printed. */
const RULES: readonly (Rule | Subject)[] = [
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
  tagPrefixExtended,
  tagFilterUntagged,
  tagMadeElsewhere,
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
  { isOf: ({ dependencies }) => dependencies.length > 0, rules: () => loadDependencyRules().dependencyRules },
  pathOutsideWorkspace,
  versionFileUnreachable,
  versionFileUnknown,
  versionTextMalformed,
  versionOptionIdle,
  versionEnvTaken,
  versionMissing,
  versionsDiffer,
  versionElsewhere,
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
  toolInputTaken,
  toolVersionMalformed,
  toolMissing,
  packageManagerUnknown,
  packageNameMalformed,
  packageDeclaredTwice,
  packageSystemUnfit,
  rustTargetUnknown,
  rustTargetUnfit,
  knownHostMalformed,
  { isOf: ({ rehearse }) => rehearse !== undefined, rules: () => loadRehearseRules().rehearseRules },
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
  artifactPatternsAlike,
  artifactNameMalformed,
  artifactNameTaken,
  releaseWithoutTarget,
  { isOf: ({ publish }) => publish.length > 0, rules: () => loadPublishRules().publishRules },
  assetNameMalformed,
  placeholderUnknown,
  numberOutOfRange,
  secretNameRefused,
  secretTokenShaped,
  secretGroupEmpty,
  secretRequiredAndOptional,
  secretDeclaredDifferently,
  secretEnvUnknown,
  secretEnvTaken,
  signingVariableAlone,
  twinWithoutSecret,
  twinsDiffer,
  { isOf: ({ signings }) => signings.length > 0, rules: () => loadSigningRules().signingRules },
  envNameMalformed,
  expressionInScript,
  expressionInText,
  hiddenCharacter,
  expressionMalformed,
  expressionOutOfReach,
  variableOutOfReach,
  expressionRefused,
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
  secretStateUnknown,
  secretUnnamed,
  keyRepeated,
  tokenInWorkflow,
  scalarTooLong,
  workflowTooLarge,
  readmeNotUtf8,
  readmeMarkersBroken,
  readmeSectionStale,
  readmeHeadingTaken,
  readmeBesideAnother,
  actionsLock,
  ruleUnknown(() => everyRule().map(({ id }) => id)),
];

/** Those that can find something in a build; without one, in options that are not read yet. */
export function rulesFor(model: Model | undefined): Rule[] {
  return RULES.flatMap((one) => 'id' in one ? one : model && one.isOf(model) ? one.rules() : []);
}

export function everyRule(): Rule[] {
  return RULES.flatMap((one) => 'id' in one ? one : one.rules());
}
