/**
 * What the workflow tells the publish script, and what one of its runs leaves for the next: the
 * script reads it with JSON.parse, whatever renders the workflow writes it. Both import these types.
 *
 * Besides, every command reads what GitHub sets (`GITHUB_REPOSITORY`, `GITHUB_SHA`, `GITHUB_RUN_ID`, `GITHUB_RUN_ATTEMPT`,
 * `GITHUB_API_URL`, `GITHUB_SERVER_URL`, `GITHUB_STEP_SUMMARY`, `GITHUB_OUTPUT`), `DOC_URL`, and the
 * outputs of the guard: `REAL`, `TAG`, `NAME`, `VERSION`, `PRERELEASE`. Whatever publishes files also reads
 * `RECORD_SHA256`: the sum of the record, which `assemble` handed on by its output of that name.
 */

/** The commands: the first argument, and for `release` the second. */
export type Command = 'assemble' | 'attest' | 'release' | 'npm' | 'dispatch';

/** How far `release` goes: to a draft that is complete and verified, or on until it is public. */
export type ReleaseMode = 'draft' | 'publish';

/** The steps of `attest` around the action that signs: the files are proven, then what it made is laid out. */
export type AttestMode = 'prove' | 'collect';

/** Minutes that `release` waits altogether because GitHub asks for it: an hour, after which a limit has passed. */
export const RELEASE_PATIENCE = 65;

/** The same of `dispatch`, which asks twice. */
export const DISPATCH_PATIENCE = 15;

/** Where each leg's artifact was downloaded to, from the workspace: `legs/<job>/<platform>`. */
export const LEGS = 'legs';

/** What is assembled, from the workspace: the one artifact that all later jobs download. */
export const SET = 'release';

/** In it, the files under the names that they have in a release. */
export const FILES = 'files';

/** In it, what is known of them: a `ReleaseSet`. */
export const RECORD = 'set.json';

/** The files of a release that the script makes itself: the sums of the others, and the record. */
export const CHECKSUMS = 'SHA256SUMS';
export const MANIFEST = 'build-manifest.json';

/** The output of `assemble` that holds the sum of the record. */
export const RECORD_SUM = 'record-sha256';

/** What `attest collect` lays out, from the workspace: the artifact that the jobs that make releases download besides. */
export const ATTESTATIONS = 'attestations';

/** In it, the bundles of signatures, which become files of the release: for all files, and of the SBOM. */
export const PROVENANCE = 'provenance.sigstore.json';
export const SBOM_ATTESTATION = 'sbom.sigstore.json';

/**
 * The output of `attest` that holds the sums of the bundles, `<sha256> <name>` behind one another with
 * a comma between; `release` reads it as `ATTESTATION_SUMS`.
 */
export const ATTESTATION_SUMS = 'attestation-sums';

/** Which file is the SBOM: an output of `assemble`, its path from the workspace; '' where there is none. */
export const SBOM_PATH = 'sbom-path';

/** What the log of `assemble` says of each file, in front of its name: a rehearsal is told by it what a tag would publish. */
export const TO_PUBLISH = 'to publish: ';

/**
 * For `assemble`: `PLAN` in the environment, `COMMITS` with a line `id commit` for each repository that
 * is not the workflow's own, `REFS` with a line `id ref` for each whose ref the guard found, and `SIGNED`
 * with a line `job platform state state …` for each leg that is signed, a `SigningState` for each of its
 * ways in their order; a leg that was not reached has none.
 */
export interface AssemblePlan {
  /** Id of the build. */
  readonly build: string;
  /** With placeholders; '' is the default. */
  readonly assetName: string;
  readonly checksums: boolean;
  readonly manifest: boolean;
  /** Every leg whose artifact is a result. */
  readonly legs: readonly PlannedLeg[];
  readonly repositories: readonly PlannedRepository[];
  /** What installed apps read, each once. */
  readonly updaters: readonly UpdaterPlan[];
  /** Pattern of the SBOM among the names of the files; '' where there is none. */
  readonly sbom: string;
  /** Names of the bundles that `attest` makes of them, which are files of a release too. */
  readonly bundles: readonly string[];
  /** What would become public where: noun phrases, for a rehearsal's summary. `a GitHub release in acme/releases`. */
  readonly targets: readonly string[];
}

/** No path of an artifact has it. */
export const EITHER = '|';

export interface PlannedLeg {
  readonly job: string;
  readonly platform: string;
  /** What it is called by, unique in the build: the platform, or `job-platform` where two jobs have one of that name. */
  readonly name: string;
  /** Patterns of files, from the workspace that built them; `EITHER` stands between those of which one is enough. */
  readonly patterns: readonly string[];
  /** Those of them that may match nothing, because an updater proves what it needs of them. */
  readonly unneeded: readonly string[];
  /** What the paths in the artifact are relative to, from that workspace; '' is the workspace itself. */
  readonly root: string;
  /** Why it may be absent; '' where it may not. */
  readonly allowedToFail: string;
  /** The ways in which it is signed. */
  readonly signings: readonly PlannedSigning[];
}

export interface PlannedSigning {
  readonly title: string;
  /** What happens without; '' where it is required. */
  readonly without: string;
}

/** Whether the leg has proven the signatures, or did without because the secrets are not set. */
export type SigningState = 'proven' | 'absent';

export type UpdaterPlan = ElectronBuilderPlan | TauriPlan | UpdaterFilesPlan;

export interface ElectronBuilderPlan {
  readonly kind: 'electron-builder';
  /** `owner/name` of the releases that apps download from; '' is the workflow's own repository. */
  readonly repository: string;
  readonly legs: readonly ElectronBuilderLeg[];
  /** '' where the app's own configuration names none: it is `latest`, or for a pre-release its first word. */
  readonly channel: string;
}

export interface ElectronBuilderLeg {
  readonly job: string;
  readonly platform: string;
  readonly system: 'linux' | 'macos' | 'windows' | 'other';
}

/** What Tauri apps look for in the latest release. */
export const LATEST_JSON = 'latest.json';

export interface TauriPlan {
  readonly kind: 'tauri';
  /** `owner/name` of the releases that apps download from; '' is the workflow's own repository. */
  readonly repository: string;
  readonly legs: readonly TauriLeg[];
  /** Tauri's configuration, from the root of the workflow's repository; '' where `publicKey` stands for it. */
  readonly config: string;
  /** In base64, as in the configuration. */
  readonly publicKey: string;
  readonly preferMsi: boolean;
}

export interface TauriLeg {
  readonly job: string;
  readonly platform: string;
  /** What it builds for: `darwin-aarch64`. */
  readonly targets: readonly string[];
}

export interface UpdaterFilesPlan {
  readonly kind: 'files';
  /** Names or patterns of files of the release. */
  readonly files: readonly string[];
  readonly holdVersion: boolean;
}

export interface PlannedRepository {
  /** As the guard calls it. */
  readonly id: string;
  /** `owner/name`; '' is the workflow's own. */
  readonly name: string;
  /** As declared; '' for the workflow's own, and where the guard hands on what it found (`REFS`). */
  readonly ref: string;
}

/** The record of an assembled set, and the content of build-manifest.json (schema/build-manifest.schema.json). */
export interface ReleaseSet {
  /** Of this shape. */
  readonly version: 1;
  readonly build: string;
  /** '' in a rehearsal on a branch. */
  readonly tag: string;
  /** The version in the tag; the name of the branch in a rehearsal on one. */
  readonly release: string;
  readonly prerelease: boolean;
  readonly run: ReleaseRun;
  readonly repositories: readonly BuiltRepository[];
  readonly files: readonly ReleaseFile[];
  /** Legs that were allowed to fail, and did. */
  readonly absent: readonly AbsentLeg[];
  /** How the files of each leg were signed. */
  readonly signatures: readonly LegSignature[];
}

export interface ReleaseRun {
  readonly repository: string;
  /** @asType integer */
  readonly id: number;
  readonly url: string;
}

export interface BuiltRepository {
  /** `owner/name`. */
  readonly name: string;
  readonly ref: string;
  /** @pattern ^[0-9a-f]{40,64}$ */
  readonly commit: string;
}

export interface ReleaseFile {
  /**
   * In the release.
   * @pattern ^[0-9A-Za-z_+@][0-9A-Za-z._+@-]*$
   */
  readonly name: string;
  /**
   * In bytes.
   * @asType integer
   * @minimum 1
   */
  readonly size: number;
  /**
   * In hexadecimal digits.
   * @pattern ^[0-9a-f]{64}$
   */
  readonly sha256: string;
  readonly job: string;
  readonly platform: string;
  /** As the build named it, with its path in the artifact. */
  readonly originalName: string;
}

export interface AbsentLeg {
  readonly job: string;
  readonly platform: string;
  /** Why it may be. */
  readonly why: string;
}

export interface LegSignature {
  readonly job: string;
  readonly platform: string;
  /** What it was to be signed by. */
  readonly signing: string;
  /** Whether the signatures were proven where the files were built, or its secrets were not set. */
  readonly state: SigningState;
  /** What happens without; '' where it was proven. */
  readonly without: string;
}

/**
 * For `attest`: `PLAN` in the environment, and `SBOM_PATH` as `assemble` said it. `collect` is also told
 * where the action has written the bundles: `PROVENANCE_BUNDLE`, and `SBOM_BUNDLE`, which is '' where there is no SBOM.
 */
export interface AttestPlan {
  /** Whether the SBOM is attested, besides the provenance. */
  readonly sbom: boolean;
}

/** For `release`: `TARGET` in the environment, `TOKEN`, and `ATTESTATION_SUMS` where a release is attested. */
export interface ReleasePlan {
  /** `owner/name`; '' is the workflow's own. */
  readonly repository: string;
  /** With placeholders. */
  readonly title: string;
  readonly notes: ReleaseNotesPlan;
  readonly prerelease: 'auto' | 'always' | 'never';
  readonly latest: 'auto' | 'always' | 'never';
  readonly draftOnly: boolean;
  readonly discussionCategory: string;
  readonly immutable: boolean;
  readonly replacePublicFiles: boolean;
  /** Whether installed apps look for it, which find nothing but the latest release. */
  readonly isUpdate: boolean;
  /** Whether the bundles of `attest` are files of it. */
  readonly attested: boolean;
  /** The build's tag filters in order, `+ ERE` or `- ERE` each: which releases count when the latest is sought. */
  readonly tagFilters: readonly string[];
}

export interface ReleaseNotesPlan {
  readonly kind: 'generated' | 'changelog' | 'file' | 'text' | 'none';
  /** From the workspace of the publish job, which is the root of the workflow's repository. */
  readonly path: string;
  readonly text: string;
  readonly previousTag: string;
  readonly configurationFile: string;
  readonly commits: boolean;
  readonly checksums: boolean;
}

/** For `npm`: `TARGET` in the environment. */
export interface NpmPlan {
  readonly package: string;
  readonly tarball: string;
  readonly staged: boolean;
  readonly distTag: string;
}

/** For `dispatch`: `TARGET` in the environment, and `TOKEN`. */
export interface DispatchPlan {
  /** `owner/name`; '' is the workflow's own. */
  readonly repository: string;
  readonly workflow: string;
  /** '' is the default branch. */
  readonly ref: string;
  /** With placeholders in the values. */
  readonly inputs: Readonly<Record<string, string>>;
}
