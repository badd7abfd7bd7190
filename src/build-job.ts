import type { github } from 'projen';
import type { Dependency } from './dependency';
import type { Platform } from './platform';
import type { Repository } from './repository';
import type { Secret } from './secret';
import type { Setup } from './setup';

/** What a job is handed by another one. */
export interface NeededJob {
  /**
   * Id of the other job: that of a `BuildJob`, or `build` for the one that the options at the top are.
   */
  readonly job: string;

  /**
   * Where its files arrive, relative to the working directory of the job that needs them. They lie
   * there as they lay below the directory that the other's artifact patterns have in common: of
   * `web/dist/**`, `index.html` arrives as `<path>/index.html`, with its permissions and links.
   * Nothing may lie in their place.
   */
  readonly path: string;

  /**
   * Names of the other job's platforms whose files are wanted.
   *
   * @default - all of them
   */
  readonly platforms?: string[];

  /**
   * Whether the files of all platforms arrive in `path` itself, and not each platform's in
   * `<path>/<platform>`. Two platforms cannot hand on a file of one name then.
   *
   * @default - only where the files of a single platform are wanted
   */
  readonly merge?: boolean;
}

/** Options of a build job. */
export interface BuildJobOptions {
  /**
   * What is built, on which platforms. At least one.
   */
  readonly platforms: Platform[];

  /**
   * What its legs are called in the run, in front of the platform's name.
   *
   * @default - the id in words: 'web-app' becomes 'Web App'
   */
  readonly title?: string;

  /**
   * Jobs whose files it is handed. It begins when all their platforms are done, and is skipped
   * where one of them has failed.
   *
   * @default - none
   */
  readonly needs?: NeededJob[];

  /**
   * The repositories that it checks out, among those of the build. `[]` is none.
   *
   * @default - all of them
   */
  readonly repositories?: Repository[];

  /**
   * Where `prepare`, the builds and the artifact patterns are at home, relative to the workspace.
   *
   * @default - the build's; without the main repository, the path of the first that it checks out
   */
  readonly workingDirectory?: string;

  /**
   * Tools that it needs, beyond those of the runner.
   *
   * @default - none
   */
  readonly setup?: Setup[];

  /**
   * Steps behind the setup and before `prepare`, on all platforms.
   *
   * @default - none
   */
  readonly preInstallSteps?: github.workflows.JobStep[];

  /**
   * Steps that make the sources ready to build, on all platforms: what installs dependencies.
   *
   * @default - none
   */
  readonly prepare?: github.workflows.JobStep[];

  /**
   * Steps right before the build, on all platforms.
   *
   * @default - none
   */
  readonly preBuildSteps?: github.workflows.JobStep[];

  /**
   * Steps right behind the build, on all platforms, before the artifacts are collected.
   *
   * @default - none
   */
  readonly postBuildSteps?: github.workflows.JobStep[];

  /**
   * Secrets that only own steps of this job use. They are checked and documented like all others.
   *
   * @default - those of the build, which every job may use
   */
  readonly secrets?: Secret[];

  /**
   * Private repositories and registries that only this job fetches from, besides those of the build.
   *
   * @default - none
   */
  readonly dependencies?: Dependency[];

  /**
   * Minutes after which a platform's job is cancelled.
   *
   * @default - the build's `timeoutMinutes`
   */
  readonly timeoutMinutes?: number;

  /**
   * Whether its artifacts are for other jobs only: they are kept for a day and are no result.
   *
   * @default false
   */
  readonly handedOn?: boolean;

  /**
   * Days for which GitHub keeps the artifacts, 1 to 90; a repository can cap it. What is handed on
   * is kept for a day.
   *
   * @default - the build's `retentionDays`
   */
  readonly retentionDays?: number;
}

/** @internal */
export interface BuildJobSpec {
  readonly kind: 'of';
  readonly id: string;
  readonly options: BuildJobOptions;
}

/**
 * A build job: platforms that share tools and steps. Jobs can need one another, and hand files on.
 * The options of a `TagBuild` that belong to a job are one, too: it is called `build`.
 */
export class BuildJob {
  /**
   * A build job.
   *
   * @param id names the job in the workflow and its artifacts: letters, digits, `-` and `_`,
   * unique in the build
   */
  public static of(id: string, options: BuildJobOptions): BuildJob {
    return new BuildJob({ kind: 'of', id, options });
  }

  /** @internal */
  public readonly _spec: BuildJobSpec;

  private constructor(spec: BuildJobSpec) {
    this._spec = spec;
  }
}
