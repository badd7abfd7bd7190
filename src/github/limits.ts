/**
 * What GitHub limits and our rules check beforehand, because GitHub says it only after the push,
 * in a run without jobs.
 */

/**
 * Bytes of a workflow file (500 KB).
 *
 * @see https://docs.github.com/en/actions/reference/limits
 */
export const MAX_WORKFLOW_BYTES = 512_000;

/**
 * Characters of one YAML scalar that holds an expression; the scalar as a whole is compiled to one.
 *
 * @see https://github.com/actions/runner/blob/main/src/Sdk/DTExpressions2/Expressions2/ExpressionConstants.cs
 */
export const MAX_EXPRESSION_LENGTH = 21_000;

/**
 * Legs of one matrix.
 *
 * @see https://docs.github.com/en/actions/reference/limits
 */
export const MAX_MATRIX_JOBS = 256;

/**
 * Days an artifact is kept; a repository's own maximum may be lower.
 *
 * @see https://github.com/actions/upload-artifact#retention-period
 */
export const RETENTION_DAYS = { min: 1, max: 90 } as const;

/**
 * Bytes of a tag's name: a ref has at most 255, `refs/tags/` among them.
 *
 * @see https://github.com/desktop/desktop/issues/819
 */
export const MAX_TAG_BYTES = 255 - 'refs/tags/'.length;

/**
 * Minutes a job may run: on a hosted runner, on the small hosted runner and on a machine of one's own.
 *
 * @see https://docs.github.com/en/actions/reference/limits
 * @see https://docs.github.com/en/actions/reference/runners/github-hosted-runners
 */
export const MAX_JOB_MINUTES = { hosted: 6 * 60, ubuntuSlim: 15, selfHosted: 5 * 24 * 60 } as const;

/** Minutes a step may run: no longer than the longest job. */
export const STEP_MINUTES = { min: 1, max: MAX_JOB_MINUTES.selfHosted } as const;

/** How often a build is tried: a step that fails more often is broken. */
export const RETRY_ATTEMPTS = { min: 2, max: 5 } as const;

/** Seconds between two attempts. */
export const PAUSE_SECONDS = { min: 0, max: 600 } as const;

/** Seconds that an app has to start and end. */
export const SMOKE_TEST_SECONDS = { min: 1, max: 1800 } as const;

/**
 * Inputs that a workflow can be started with.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs
 */
export const MAX_DISPATCH_INPUTS = 25;

/**
 * A secret's name. GitHub ignores its case.
 *
 * @see https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
 */
export const SECRET_NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i;

/**
 * Characters that the name of an artifact cannot have.
 *
 * @see https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts
 */
export const ARTIFACT_NAME_FORBIDDEN = /["<>|:*?\r\n\\/]/;

/** Characters that mean something in a pattern of the names of artifacts, besides those. */
export const ARTIFACT_PATTERN_SPECIAL = /[{}()[\]!]/;

/**
 * Characters that no file in an artifact can have in its path.
 *
 * @see https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts
 */
export const ARTIFACT_PATH_FORBIDDEN = /["<>|:*?\r\n]/;

/**
 * Commits to fetch: 0 is all of them. git holds the number in 32 bits.
 *
 * @see https://git-scm.com/docs/git-fetch#Documentation/git-fetch.txt---depthdepth
 */
export const FETCH_DEPTH = { min: 0, max: 2 ** 31 - 1 } as const;

/** The id of a job or of a step: fewer than 100 characters. GitHub keeps those that begin with two underscores for itself. */
export const WORKFLOW_ID = /^(?!__)[A-Za-z_][\w-]{0,98}$/;

/** Characters of a name in such an id: what stands around it needs the rest. */
export const MAX_NAME_IN_ID = 80;

/** Ports that a container can open. */
export const PORTS = { min: 1, max: 65_535 } as const;

/**
 * Characters of an asset's name that GitHub leaves as they are; others it replaces.
 *
 * @see https://docs.github.com/en/rest/releases/assets#upload-a-release-asset
 */
export const ASSET_NAME = /^(?![.-])(?!.*(?:\.\.|\.$))[0-9A-Za-z._+@-]+$/;

/** Bytes of a file's name: the file systems of all runners hold as many. */
export const MAX_FILE_NAME_BYTES = 255;

/**
 * Bytes of an asset: fewer than 2 GiB.
 *
 * @see https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
 */
export const MAX_ASSET_BYTES = 2 ** 31 - 1;

/**
 * Bytes of an SBOM that is attested.
 *
 * @see https://github.com/actions/attest#inputs
 */
export const MAX_SBOM_BYTES = 16 * 2 ** 20;

/**
 * Assets of a release.
 *
 * @see https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
 */
export const MAX_ASSETS = 1000;
