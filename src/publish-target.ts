import type { github } from 'projen';
import type { Credential } from './credential';
import type { ReleaseNotes } from './release-notes';
import type { Secret } from './secret';
import type { Updater } from './updater';

/** Whether a release is marked as something: by its version, or in any case. */
export enum ReleaseFlag {
  /** The version decides. */
  AUTO = 'auto',
  /** Every release is. */
  ALWAYS = 'always',
  /** No release is. */
  NEVER = 'never',
}

/** Options of a GitHub release. */
export interface GithubReleaseOptions {
  /**
   * The repository that the release is made in, `owner/name`.
   *
   * @default - the one that the workflow runs in
   */
  readonly repository?: string;

  /**
   * How it is written to: a token or a GitHub App with `Contents: write` on the repository.
   *
   * @default Credential.workflowToken(), which can write to the repository of the workflow alone
   */
  readonly credential?: Credential;

  /**
   * Title of the release; `{tag}` and `{version}` stand for those of the release.
   *
   * @default '{tag}'
   */
  readonly title?: string;

  /**
   * What it says of itself.
   *
   * @default - `ReleaseNotes.generated()` in the workflow's own repository; in another one the commits alone
   */
  readonly notes?: ReleaseNotes;

  /**
   * Whether it is marked as a pre-release. `AUTO`: where the version is one, as 1.2.0-beta.1 and 1.2.0b1 are, and
   * where the tag holds none, as `nightly` does: the guard warns of it, unless this says what its releases are.
   *
   * @default ReleaseFlag.AUTO
   */
  readonly prerelease?: ReleaseFlag;

  /**
   * Whether it is the one that `releases/latest` leads to. `AUTO`: where no release of a matching
   * tag has a higher version, so that 1.9.1 does not take the place of 2.0.0. A pre-release never is.
   *
   * @default ReleaseFlag.AUTO
   */
  readonly latest?: ReleaseFlag;

  /**
   * Whether it stays a draft, verified and complete, for a person to publish. That person then says
   * whether it is the latest, and whether a discussion is opened.
   *
   * @default false
   */
  readonly draftOnly?: boolean;

  /**
   * Category of a discussion that is opened along with it. It must exist in the repository.
   *
   * @default - no discussion
   * @see https://docs.github.com/en/discussions/managing-discussions-for-your-community/managing-categories-for-discussions
   */
  readonly discussionCategory?: string;

  /**
   * Environment of the jobs that publish: for approvals, and for the credential's secrets. It must
   * admit the tags: an environment for protected branches alone refuses every tag.
   *
   * @default - none
   * @see https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments
   */
  readonly environment?: string;

  /**
   * Whether releases of the repository are immutable, so that one that turns out not to be is an
   * error.
   *
   * @default false
   * @see https://docs.github.com/en/code-security/supply-chain-security/understanding-your-software-supply-chain/immutable-releases
   */
  readonly immutable?: boolean;

  /**
   * Whether files of a release that is public already may be replaced. People may have downloaded
   * and verified them.
   *
   * @default false
   */
  readonly replacePublicFiles?: boolean;

  /**
   * What apps that are installed already find the release by. It is checked before anything is public.
   *
   * @default - nothing, people download new versions themselves
   */
  readonly updater?: Updater;

  /**
   * Whether the provenance of every file is attested: that this workflow built it, from which commit.
   * The attestation belongs to the repository that the workflow runs in, and lies in the release as
   * `provenance.sigstore.json`. Of private repositories only those of an organization with GitHub
   * Enterprise Cloud can do it.
   *
   * @default false
   * @see https://docs.github.com/en/actions/how-tos/secure-your-work/use-artifact-attestations/use-artifact-attestations
   */
  readonly attest?: boolean;

  /**
   * Pattern among the names of the files of the release: the list of what the files contain (SBOM, in
   * SPDX or CycloneDX as JSON, at most 16 MiB), which the build makes. It is attested too, for all
   * other files; exactly one matches.
   *
   * @default - none
   */
  readonly sbom?: string;
}

/** A right of the workflow's token. */
export interface JobPermission {
  /** Its name in the workflow, such as `id-token` or `packages`. */
  readonly permission: string;

  /** How much of it. */
  readonly access: github.workflows.JobPermission;

  /** What for, a phrase that ends the sentence "It is needed to …". It stands in the workflow as a comment. */
  readonly reason: string;
}

/** Options of a job of your own that publishes. */
export interface PublishStepsOptions {
  /**
   * Its steps. The verified files lie in `release/files`, also called `$RELEASE_DIRECTORY`;
   * `$RELEASE_TAG` and `$RELEASE_VERSION` are those of the release. Nothing is checked out.
   */
  readonly steps: github.workflows.JobStep[];

  /**
   * What it is called in the run.
   *
   * @default - the id in words: 'publish-pypi' becomes 'Publish Pypi'
   */
  readonly title?: string;

  /**
   * Whether it runs when the releases are public, as what needs their addresses must: Homebrew,
   * winget, Scoop, AUR. Otherwise it runs before, when the drafts are complete and verified; where it
   * fails, none becomes public. A re-run of failed jobs does not run it again where it succeeded.
   *
   * @default false
   */
  readonly afterRelease?: boolean;

  /**
   * Rights of its token.
   *
   * @default - none
   */
  readonly permissions?: JobPermission[];

  /**
   * Secrets that its steps use. They are checked and documented like all others; a step names them itself.
   *
   * @default - none
   */
  readonly secrets?: Secret[];

  /**
   * Its environment, which must admit the tags.
   *
   * @default - none
   */
  readonly environment?: string;

  /**
   * Labels that its runner must have.
   *
   * @default ['ubuntu-latest']
   */
  readonly runsOn?: string[];

  /**
   * Minutes after which it is cancelled.
   *
   * @default 30
   */
  readonly timeoutMinutes?: number;
}

/** Options of a package on npm. */
export interface NpmOptions {
  /**
   * Name of the package. It must exist, with this workflow as its trusted publisher.
   *
   * @see https://docs.npmjs.com/trusted-publishers
   */
  readonly package: string;

  /**
   * Pattern of its tarball among the names of the files of the release; exactly one matches.
   *
   * @default '*.tgz'
   */
  readonly tarball?: string;

  /**
   * Whether the version is staged: a maintainer approves it with a second factor, on npmjs.com or by
   * `npm stage approve`. Publishers that were set up after 2026-09-03 can do nothing else.
   *
   * @default true
   */
  readonly staged?: boolean;

  /**
   * The dist-tag of a version that is no pre-release. That of a pre-release is its first word, `beta`
   * for 1.2.0-beta.1, or `next`.
   *
   * @default 'latest'
   */
  readonly distTag?: string;

  /**
   * The environment that is registered with npm.
   *
   * @default - none
   */
  readonly environment?: string;
}

/** Options of a workflow that is started when everything is public. */
export interface FollowUpWorkflowOptions {
  /** Name of its file, such as `website.yml`. It must listen to `workflow_dispatch`. */
  readonly workflow: string;

  /**
   * Where it lies, `owner/name`.
   *
   * @default - the repository that this workflow runs in
   */
  readonly repository?: string;

  /**
   * How it is started: a token or a GitHub App with `Actions: write` on the repository.
   *
   * @default Credential.workflowToken(), which can start workflows of its own repository alone
   */
  readonly credential?: Credential;

  /**
   * The branch or tag that it is started on.
   *
   * @default - the repository's default branch
   */
  readonly ref?: string;

  /**
   * Its inputs, at most 25; `{tag}` and `{version}` in a value stand for those of the release.
   *
   * @default - none
   */
  readonly inputs?: { [input: string]: string };
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type PublishTargetSpec =
  | { readonly kind: 'github-release'; readonly options?: GithubReleaseOptions }
  | { readonly kind: 'steps'; readonly id: string; readonly options: PublishStepsOptions }
  | { readonly kind: 'npm'; readonly options: NpmOptions }
  | { readonly kind: 'workflow'; readonly options: FollowUpWorkflowOptions };

/**
 * Where results become public. It happens when every platform has built and everything is checked;
 * in a rehearsal it is said what would happen, and nothing does.
 */
export class PublishTarget {
  /**
   * A GitHub release with the results of all platforms: one draft, verified, then public.
   */
  public static githubRelease(options: GithubReleaseOptions = {}): PublishTarget {
    return new PublishTarget({ kind: 'github-release', options });
  }

  /**
   * A job of your own, which is given the verified files.
   *
   * @param id names the job: letters, digits, `-` and `_`, unique in the build
   */
  public static steps(id: string, options: PublishStepsOptions): PublishTarget {
    return new PublishTarget({ kind: 'steps', id, options });
  }

  /**
   * A package on npmjs.com by trusted publishing, without a token. It is published before the
   * releases become public, since it can hardly be taken back.
   *
   * @see https://docs.npmjs.com/trusted-publishers
   */
  public static npm(options: NpmOptions): PublishTarget {
    return new PublishTarget({ kind: 'npm', options });
  }

  /** @internal */
  public static _of(spec: PublishTargetSpec): PublishTarget {
    return new PublishTarget(spec);
  }

  /** @internal */
  public readonly _spec: PublishTargetSpec;

  private constructor(spec: PublishTargetSpec) {
    this._spec = spec;
  }
}

/** What is done when everything is public. It stands in `publish` like the targets. */
export class FollowUp {
  /**
   * Starts a workflow. A release that was published with the workflow's own token starts none.
   *
   * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow#triggering-a-workflow-from-a-workflow
   */
  public static workflow(options: FollowUpWorkflowOptions): PublishTarget {
    return PublishTarget._of({ kind: 'workflow', options });
  }

  private constructor() {}
}
