/**
 * The declaration, normalised: plain JSON, every default filled in, nothing left to decide.
 *
 * This is the one thing the workflow, the setup doc, the README section and the tasks are made
 * from, and what `.projen/tag-builds.json` holds. All paths use forward slashes.
 */
export interface Model {
  /**
   * Names the workflow file, the doc and the artifacts.
   * @pattern ^[A-Za-z0-9][\w.-]*$
   */
  readonly id: string;
  readonly title: string;
  /** projen's line for generated files, without comment signs. */
  readonly marker: string;
  /** What calls a program of an installed package, as the docs show it. */
  readonly packageRunner: PackageRunner;
  /** Where the project lies in its repository; '' is the root. */
  readonly directory: RelativePath;
  /**
   * From the repository's root.
   * @pattern ^\.github/workflows/[A-Za-z0-9][\w.-]*\.yml$
   */
  readonly workflowPath: string;
  /**
   * Tag filters in declared order.
   * @minItems 1
   */
  readonly tags: readonly string[];
  /** Whether a manual run (`workflow_dispatch`) is offered. */
  readonly rehearsal: boolean;
  /** What else rehearses it, and watches over it; absent where nothing does. */
  readonly rehearse?: RehearseModel;
  readonly version: VersionModel;
  /** The guard's own. */
  readonly guard: RunnerModel;
  /**
   * The first is the main one.
   * @minItems 1
   */
  readonly repositories: readonly RepositoryModel[];
  /** What package managers and submodules fetch besides. */
  readonly dependencies: readonly DependencyModel[];
  /**
   * The build jobs; each stands behind those it needs.
   * @minItems 1
   */
  readonly jobs: readonly BuildJobModel[];
  /** Every secret the build knows of: the platforms', the steps' and the credentials', in this order. */
  readonly secrets: readonly SecretModel[];
  /** Every way of signing that some platform declares. */
  readonly signings: readonly SigningModel[];
  readonly release: ReleaseModel;
  /** Where the results become public, and what follows: those of each kind in the order of the declaration. */
  readonly publish: readonly PublishTargetModel[];
  readonly setupDoc: SetupDocModel;
  readonly readme: ReadmeModel;
  /** Ids of rules that are switched off, with the reason. */
  readonly ignore: Readonly<Record<string, string>>;
}

export type PackageRunner = 'npx' | 'pnpm exec' | 'yarn' | 'bunx';

/**
 * A path below the directory that it is relative to, with forward slashes; '' is that directory.
 * @pattern ^(?![/~]|[A-Za-z]:)(?!(?:.{0,}/)?(?:\.\.|\.[Gg][Ii][Tt])(?:/|$))[^\\\u0000-\u001f\u007f]*$
 * @maxLength 4096
 */
export type RelativePath = string;

/**
 * `owner/name`.
 * @pattern ^$|^(?!\.{1,2}/)[\w.-]+/(?!\.{1,2}$)[\w.-]+$
 */
export type RepositoryName = string;

export interface RehearseModel {
  /** Whether pull requests are. */
  readonly pullRequests: boolean;
  /** Filters for the branches whose pushes are, in declared order. */
  readonly branches: readonly string[];
  /** When the default branch is, as cron has it; '' is never. */
  readonly schedule: string;
  /** What is rehearsed, without what that needs. */
  readonly legs: readonly LegReference[];
  /** When the guard alone runs, as cron has it; '' is never. */
  readonly watch: string;
  /** Whether an issue holds what it finds. */
  readonly watchIssue: boolean;
}

export interface VersionModel {
  /** Files that hold the version, from the project's directory. */
  readonly files: readonly RelativePath[];
  /** Files of any kind that hold it in one line. */
  readonly texts: readonly VersionTextModel[];
  /** Whether each must have the tag's version in the commit, or is given it by each leg. */
  readonly mode: 'compare' | 'stamp';
  /** Whether own steps are told the version and the commits. */
  readonly env: boolean;
}

export interface VersionTextModel {
  /** From the project's directory. */
  readonly path: RelativePath;
  /**
   * With `{version}`, and without blanks around it.
   * @pattern ^[^\r\n]*$
   */
  readonly line: string;
}

export interface RepositoryModel {
  /** Unique in the build; names the guard's output and the checkout step. */
  readonly id: string;
  /** The repository that the workflow runs in: no `name`, no `ref`. */
  readonly self: boolean;
  /** '' for the repository itself. */
  readonly name: RepositoryName;
  /** Branch, tag or commit; `HEAD` is the default branch. */
  readonly ref: string;
  /** What the tag is called that goes before it, with placeholders; '' is none. */
  readonly matchTag: string;
  /** The file in which the ref stands, from the root of the main repository; '' where it is `ref`. */
  readonly refFile: RelativePath;
  /** Names of the platforms whose legs check it out; none is all. */
  readonly platforms: readonly string[];
  /** From the workspace; '' is the workspace itself. */
  readonly path: RelativePath;
  readonly credential: CredentialModel;
  /** Directories, or patterns as in a .gitignore, that are checked out; none is all. */
  readonly sparse: readonly string[];
  /** What git leaves out until it is needed; '' is nothing. */
  readonly filter: string;
  /** Inputs for actions/checkout, passed through. */
  readonly with: Readonly<Record<string, string>>;
}

/** Something private that steps of `prepare` fetch, and what updates submodules. */
export type DependencyModel = GithubDependencyModel | NpmRegistryModel | CargoRegistryModel;

/** What all kinds of dependencies say. */
interface DependencyBase {
  /** Unique among the dependencies and repositories of the build. */
  readonly id: string;
  /** Where it is declared, for messages: `dependencies[0]`. */
  readonly declaredAt: string;
}

export interface GithubDependencyModel extends DependencyBase {
  readonly kind: 'github';
  readonly name: RepositoryName;
  readonly credential: CredentialModel;
}

export interface NpmRegistryModel extends DependencyBase {
  readonly kind: 'npm-registry';
  /**
   * With a slash at its end.
   * @pattern ^https://[^\s@?#]+/$
   */
  readonly registry: string;
  /**
   * '' is all packages.
   * @pattern ^(?:@[\w.~-]+)?$
   */
  readonly scope: string;
  readonly secret: string;
  /**
   * One that the guard asks for.
   * @pattern ^(?:@[\w.~-]+/)?[\w.~-]+$
   */
  readonly package: string;
}

export interface CargoRegistryModel extends DependencyBase {
  readonly kind: 'cargo-registry';
  /** @pattern ^[A-Za-z][\w-]*$ */
  readonly name: string;
  /**
   * With a slash at its end.
   * @pattern ^sparse\+https://[^\s@?#]+/$
   */
  readonly index: string;
  readonly secret: string;
}

export type CredentialModel =
  | { readonly kind: 'workflow-token' }
  | { readonly kind: 'token'; readonly secret: string }
  | GithubAppModel
  | { readonly kind: 'deploy-key'; readonly secret: string };

export interface GithubAppModel {
  readonly kind: 'github-app';
  /** Holds the private key. */
  readonly secret: string;
  /** The client id stands in one of these two; '' is the other. */
  readonly clientIdVariable: string;
  readonly clientIdSecret: string;
  /** Names its token for one owner: the step that makes it and the guard's variables. */
  readonly tokenId: string;
}

export type SetupKind =
  | 'apt'
  | 'brew'
  | 'cask'
  | 'choco'
  | 'winget'
  | 'node'
  | 'npm'
  | 'pnpm'
  | 'yarn'
  | 'bun'
  | 'deno'
  | 'python'
  | 'uv'
  | 'go'
  | 'java'
  | 'gradleWrapper'
  | 'dotnet'
  | 'ruby'
  | 'flutter'
  | 'rust'
  | 'zig'
  | 'cmake'
  | 'sshKnownHosts'
  | 'other';

/**
 * A package's name, with a version behind `=`.
 * @pattern ^[A-Za-z0-9][\w.+:~@=-]*$
 */
export type PackageName = string;

/** A tool that is installed. What its kind does not have is empty. */
export interface SetupModel {
  readonly kind: SetupKind;
  /** As declared, or as `packageManager` says; '' where the kind has none, or another file says it. */
  readonly version: string;
  /** The file that says the version, from the workspace; '' where none does. */
  readonly versionFile: RelativePath;
  /** More inputs of the action that installs it. */
  readonly with: Readonly<Record<string, string>>;
  readonly targets: readonly string[];
  readonly components: readonly string[];
  /** What a package manager of the system installs. */
  readonly packages: readonly PackageName[];
  /** Lines of a known_hosts file of ssh. */
  readonly hosts: readonly string[];
  /** The declaration's own. */
  readonly steps: readonly StepModel[];
}

/** One step as it stands in the workflow file. */
export interface StepModel {
  readonly 'name'?: string;
  readonly 'id'?: string;
  readonly 'if'?: string;
  readonly 'uses'?: string;
  readonly 'run'?: string;
  readonly 'shell'?: string;
  readonly 'with'?: Readonly<Record<string, unknown>>;
  readonly 'env'?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean | string;
  readonly 'timeout-minutes'?: number | string;
  readonly 'working-directory'?: string;
  /** Goes on while the steps behind it run. */
  readonly 'background'?: boolean;
  /** Ids of background steps to wait for. */
  readonly 'wait'?: readonly string[];
  /** Whether to wait for all background steps. */
  readonly 'wait-all'?: boolean;
  /** Id of a background step to end. */
  readonly 'cancel'?: string;
  /** Steps that run at the same time. */
  readonly 'parallel'?: readonly StepModel[];
}

/** A matrix of platforms that share tools and steps: one job of the workflow. */
export interface BuildJobModel {
  /**
   * Its id in the workflow, unique in the build.
   * @pattern ^[A-Za-z_][\w-]*$
   */
  readonly id: string;
  /** What its legs are called by, in front of the platform's name. */
  readonly title: string;
  /** Where it is declared, for messages: `jobs[1]`; '' for the options at the top. */
  readonly declaredAt: string;
  readonly needs: readonly NeedModel[];
  /** Ids of the repositories that it checks out. */
  readonly repositories: readonly string[];
  /** Ids of the dependencies that it fetches. */
  readonly dependencies: readonly string[];
  /** From the workspace; '' is the workspace itself. */
  readonly workingDirectory: RelativePath;
  /** In the order they run. */
  readonly setup: readonly SetupModel[];
  readonly preInstallSteps: readonly StepModel[];
  readonly prepare: readonly StepModel[];
  readonly preBuildSteps: readonly StepModel[];
  readonly postBuildSteps: readonly StepModel[];
  /** @minItems 1 */
  readonly platforms: readonly PlatformModel[];
  /** What becomes of its artifacts: a part of what the build is for, or for other jobs only. */
  readonly artifacts: 'result' | 'handed-on';
  /** Days for which GitHub keeps the artifacts that are results. */
  readonly retentionDays: number;
}

/** What a job is handed by another one. */
export interface NeedModel {
  /** Id of the other job. */
  readonly job: string;
  /** Where its files arrive, from the workspace; '' is the workspace itself. */
  readonly path: RelativePath;
  /** Names of the other job's platforms whose files are wanted. */
  readonly platforms: readonly string[];
  /** Whether all of them arrive in `path` itself, and not each in `<path>/<platform>`. */
  readonly merge: boolean;
}

/** Whose machine a leg runs on. `unknown`: labels of a larger runner, or of a machine of the user's that does not say so. */
export type RunnerHost = 'github' | 'self-hosted' | 'unknown';

export type OperatingSystem = 'linux' | 'macos' | 'windows' | 'other';

/** Which runner a job asks for. */
export interface RunnerModel {
  /** Labels that it must have; none where any in the group will do. */
  readonly runsOn: readonly string[];
  /** The group that it must be in; '' is any. */
  readonly runnerGroup: string;
}

export interface PlatformModel extends RunnerModel {
  /**
   * Unique in its job; the leg's name in the matrix.
   * @pattern ^[A-Za-z_][\w.-]*$
   */
  readonly name: string;
  readonly host: RunnerHost;
  readonly system: OperatingSystem;
  readonly container?: Readonly<Record<string, unknown>>;
  /** '' is none. */
  readonly environment: string;
  readonly timeoutMinutes: number;
  /** Variables of its build and of its own steps. */
  readonly env: Readonly<Record<string, string>>;
  /** Those of them that the steps have as well that it shares with other platforms. */
  readonly jobEnv: Readonly<Record<string, string>>;
  /** Package script; '' where `run` holds the commands. */
  readonly script: string;
  /** The build's commands, a package script already turned into its command. */
  readonly run: readonly string[];
  /** Absent where the build is run once. */
  readonly retry?: RetryModel;
  /** Absent where nothing is started. */
  readonly smokeTest?: SmokeTestModel;
  /** Patterns of files, from `workingDirectory`. */
  readonly artifacts: readonly string[];
  /** Of these patterns, those of which one is enough, in the places of one that was declared. */
  readonly alternatives: readonly (readonly string[])[];
  /** What the paths of handed-on files are relative to: the directory that the patterns have in common, or its one file. */
  readonly artifactRoot: string;
  /** Without the guard's name, which the run appends. */
  readonly artifactName: string;
  /** Titles of the secrets its build step is given (see `Model.secrets`). */
  readonly secrets: readonly string[];
  /** Titles of the ways in which it is signed (see `Model.signings`), whose secrets are among its secrets. */
  readonly signing: readonly string[];
  /** What is proven of it before it is collected, one for each of them. */
  readonly proofs: readonly ProofModel[];
  readonly setup: readonly SetupModel[];
  readonly preInstallSteps: readonly StepModel[];
  readonly preBuildSteps: readonly StepModel[];
  readonly postBuildSteps: readonly StepModel[];
  /** Why this leg may fail without failing the run; '' when it may not. */
  readonly allowedToFail: string;
}

export interface RetryModel {
  /** How often the build runs at most. */
  readonly attempts: number;
  readonly pauseSeconds: number;
  /** A sentence. */
  readonly reason: string;
}

export interface SmokeTestModel {
  /** Commands that start what was packaged. */
  readonly run: string;
  readonly timeoutSeconds: number;
}

/** A secret alone, or a group that is all or none. */
export interface SecretModel {
  /** Unique in the build. */
  readonly title: string;
  readonly required: boolean;
  /** Names as stored in GitHub, in declared order. */
  readonly names: readonly string[];
  /** Environment variable → name of the secret. Empty for a credential's secret. */
  readonly env: Readonly<Record<string, string>>;
  /** What it is for, a phrase: 'reads acme/server'. */
  readonly purpose: string;
  /** Environments that it is stored in, where only legs see it; none where it is the repository's and the guard checks it. */
  readonly environments: readonly string[];
  /** What happens without an optional one, a sentence; '' for a required one. */
  readonly without: string;
  /** Set for the build step where an optional one is absent. */
  readonly envWithout: Readonly<Record<string, string>>;
  /** Who uses it. */
  readonly usedBy: SecretUse;
}

export interface SecretUse {
  /** Names (`owner/name`) of the repositories read with it. */
  readonly repositories: readonly string[];
  /** The legs whose build step is given it. */
  readonly legs: readonly LegReference[];
  /** Ids of the build jobs whose own steps may use it. */
  readonly steps: readonly string[];
  /** Ids of the publish targets that use it. */
  readonly targets: readonly string[];
  /** Ids of the dependencies that are fetched with it. */
  readonly dependencies: readonly string[];
}

/** A leg: platforms have names that are unique in their job only. */
export interface LegReference {
  readonly job: string;
  readonly platform: string;
}

export type SigningKindName =
  | 'azure' | 'codesign' | 'electron-builder-mac' | 'electron-builder-windows' | 'electron-forge-mac' | 'electron-forge-windows'
  | 'tauri-mac' | 'tauri-updater' | 'tauri-windows';

/** What the build step does for one way of signing, where its secrets are set. */
export interface SigningModel {
  /** Unique in the build; also the title of its secrets. */
  readonly title: string;
  readonly kind: SigningKindName;
  /** Variables that are set to a value of their own. */
  readonly env: Readonly<Record<string, string>>;
  /** Variables whose secret is written into a file; they hold its absolute path then. */
  readonly files: readonly SecretFileModel[];
  /** A certificate that is imported before the build. */
  readonly certificate?: CertificateModel;
  /** Whether the job's own token is exchanged for one of Azure. */
  readonly azureToken: boolean;
  /** What Apple is asked with, role → variable: `key`, `key-id`, `issuer`, or `apple-id`, `password`, `team-id`. Empty where it is not asked. */
  readonly notary: Readonly<Record<string, string>>;
  /** Whether disk images and packages are notarized and stapled behind the build. */
  readonly notarizesImages: boolean;
}

export interface SecretFileModel {
  readonly variable: string;
  /** What the file is called by, its directory is made. */
  readonly name: string;
  /** Whether the secret holds the content in base64. */
  readonly base64: boolean;
}

export interface CertificateModel {
  /** A keychain that is made for the build, or the user's own store on Windows. */
  readonly store: 'keychain' | 'windows';
  /** Variables that hold the certificate (PKCS #12, in base64) and its password. */
  readonly certificate: string;
  readonly password: string;
}

/** What proves that files were signed. */
export interface ProofModel {
  /** Title of the signing. */
  readonly signing: string;
  /** Signatures of Apple, of Windows (Authenticode), or of updates (minisign). */
  readonly kind: 'macos' | 'windows' | 'minisign';
  /** Patterns of the files that are looked at, from the working directory; of them those that can be signed. */
  readonly files: readonly string[];
  /** Who must have signed: a team, or a common name; '' is anybody. */
  readonly signer: string;
  /** Whether apps must be notarized. */
  readonly notarized: boolean;
  /** Whether disk images and packages must be, too. */
  readonly stapledImages: boolean;
  /** Where the public key stands, from the working directory; '' where none is needed. */
  readonly config: RelativePath;
}

/** The files that become public, and the jobs that see to it. */
export interface ReleaseModel {
  /** Their names, with placeholders; '' is the default. */
  readonly assetName: string;
  /** Whether SHA256SUMS is among them. */
  readonly checksums: boolean;
  /** Whether build-manifest.json is among them. */
  readonly manifest: boolean;
  /** Of the jobs that assemble and publish. */
  readonly runner: RunnerModel;
}

export type PublishTargetModel = GithubReleaseModel | PublishStepsModel | NpmModel | FollowUpModel;

/** What all kinds of publish targets say. */
interface TargetBase {
  /**
   * Unique in the build; of a kind that is a job of its own, the job's.
   * @pattern ^[A-Za-z_][\w-]*$
   */
  readonly id: string;
  /** Where it is declared, for messages: `publish[0]`. */
  readonly declaredAt: string;
}

/** Whether something is so by the version, in any case, or never. */
export type ReleaseFlagModel = 'auto' | 'always' | 'never';

export interface GithubReleaseModel extends TargetBase {
  readonly kind: 'github-release';
  /** '' is the repository that the workflow runs in. */
  readonly repository: RepositoryName;
  readonly credential: CredentialModel;
  /** With placeholders. */
  readonly title: string;
  readonly notes: ReleaseNotesModel;
  readonly prerelease: ReleaseFlagModel;
  readonly latest: ReleaseFlagModel;
  readonly draftOnly: boolean;
  /** '' is none. */
  readonly discussionCategory: string;
  /** '' is none. */
  readonly environment: string;
  /** Whether it is expected to be. */
  readonly immutable: boolean;
  readonly replacePublicFiles: boolean;
  /** What installed apps find it by. */
  readonly updater?: UpdaterModel;
  /** Whether the provenance of its files is attested. */
  readonly attest: boolean;
  /** Pattern of the SBOM among the names of the files of the release; '' is none. */
  readonly sbom: string;
}

export type UpdaterModel = ElectronBuilderUpdaterModel | TauriUpdaterModel | UpdaterFilesModel;

export interface ElectronBuilderUpdaterModel {
  readonly kind: 'electron-builder';
  /** Those whose apps update themselves. */
  readonly legs: readonly LegReference[];
  /** '' where the app's own configuration names none: it is `latest`, or for a pre-release its first word. */
  readonly channel: string;
}

export interface TauriUpdaterModel {
  readonly kind: 'tauri';
  readonly legs: readonly TauriLegModel[];
  /** From the root of the workflow's own repository; '' where it lies in another one. */
  readonly config: RelativePath;
  /** In base64, as in the configuration; '' where it is read there. */
  readonly publicKey: string;
  readonly preferMsi: boolean;
}

export interface TauriLegModel extends LegReference {
  /** What it builds for: `darwin-aarch64`. */
  readonly targets: readonly string[];
}

export interface UpdaterFilesModel {
  readonly kind: 'files';
  readonly files: readonly string[];
  readonly holdVersion: boolean;
}

export interface ReleaseNotesModel {
  /** `none`: only what is appended. */
  readonly kind: 'generated' | 'changelog' | 'file' | 'text' | 'none';
  /** Of a changelog or a file, from the project's directory; '' for the other kinds. */
  readonly path: RelativePath;
  readonly text: string;
  /** '' is GitHub's choice. */
  readonly previousTag: string;
  /** From the root of the repository with the release; '' is GitHub's. */
  readonly configurationFile: string;
  /** Whether the commits follow. */
  readonly commits: boolean;
  /** Whether the sums follow. */
  readonly checksums: boolean;
}

/** A job of the user's own. */
export interface PublishStepsModel extends TargetBase {
  readonly kind: 'steps';
  readonly title: string;
  readonly afterRelease: boolean;
  readonly permissions: readonly PermissionModel[];
  readonly environment: string;
  readonly runner: RunnerModel;
  readonly timeoutMinutes: number;
  readonly steps: readonly StepModel[];
}

export interface PermissionModel {
  /** @pattern ^[a-z][a-z-]*$ */
  readonly permission: string;
  readonly access: 'read' | 'write' | 'none';
  readonly reason: string;
}

export interface NpmModel extends TargetBase {
  readonly kind: 'npm';
  /** @pattern ^(?:@[\w.~-]+/)?[\w.~-]+$ */
  readonly package: string;
  /** Pattern among the names of the files of the release. */
  readonly tarball: string;
  readonly staged: boolean;
  readonly distTag: string;
  readonly environment: string;
}

export interface FollowUpModel extends TargetBase {
  readonly kind: 'workflow';
  /** '' is the repository that the workflow runs in. */
  readonly repository: RepositoryName;
  readonly workflow: string;
  readonly credential: CredentialModel;
  /** '' is the default branch. */
  readonly ref: string;
  /** With placeholders in the values. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface SetupDocModel {
  /** From the project's directory. */
  readonly path: RelativePath;
  /** Own sections, and built-in ones replaced or moved, in the order of the declaration. */
  readonly sections: readonly DocSectionModel[];
  /** Ids of built-in sections that are left out. */
  readonly drop: readonly string[];
  /** Rows added to the troubleshooting table. */
  readonly troubleshooting: readonly TroubleshootingModel[];
}

export interface DocSectionModel {
  /** Of a built-in section to replace it, any other to add one. */
  readonly id: string;
  readonly heading: string;
  /** Markdown. */
  readonly body: string;
  /** Id of the section it stands behind; '' keeps a replaced one in place and puts a new one at the end. */
  readonly after: string;
}

export interface TroubleshootingModel {
  readonly message: string;
  readonly cause: string;
  readonly cure: string;
}

export interface ReadmeModel {
  /** From the project's directory. */
  readonly path: RelativePath;
  readonly heading: string;
}
