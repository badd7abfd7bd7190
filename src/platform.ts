import type { github } from 'projen';
import type { Secret } from './secret';
import type { Setup } from './setup';
import type { Signing } from './signing';

/** How often a build is tried. */
export interface RetryOptions {
  /**
   * Why it is tried again, a sentence: what fails now and then, and nobody here can mend. The log, the
   * workflow and the setup doc say it.
   */
  readonly reason: string;

  /**
   * How often it runs at most, 2 to 5.
   *
   * @default 3
   */
  readonly attempts?: number;

  /**
   * Seconds between two attempts, 0 to 600.
   *
   * @default 30
   */
  readonly pauseSeconds?: number;
}

/** What proves that what was packaged starts. */
export interface SmokeTestOptions {
  /**
   * Commands that start it and end by themselves, run by bash in the working directory: `out/app --version`,
   * for a window on Linux `xvfb-run -a out/app --smoke-test`. They hold no `${{ }}`, and are given no secret.
   */
  readonly run: string;

  /**
   * Seconds that they may take, 1 to 1800. Then all that they have started is ended, and the test has failed.
   *
   * @default 60
   */
  readonly timeoutSeconds?: number;
}

/** What is built on one runner. */
export interface PlatformOptions {
  /**
   * Package script that builds: run by the package manager that `setup` declares, in the working
   * directory. Declare this or `run`.
   *
   * @default - `run` holds the commands
   */
  readonly script?: string;

  /**
   * Commands that build, run one after another by bash in the working directory until one fails.
   * They hold no `${{ }}`: values reach them through `env`.
   *
   * @default - `script` names the package script
   */
  readonly run?: string[];

  /**
   * Runs the build again where it fails, all of its commands; each failure is a warning of the run. Where
   * it is signed, that is tried again along with it.
   *
   * @default - it is run once
   */
  readonly retry?: RetryOptions;

  /**
   * Starts what was packaged, behind the build and the steps that follow it, and before anything is
   * collected. A test that fails is told apart from a build that does.
   *
   * @default - nothing is started
   */
  readonly smokeTest?: SmokeTestOptions;

  /**
   * Patterns of the files that the build must produce, relative to the working directory: `*`,
   * `**`, `?`, `[ab]`, `{a,b}`, and `!` in front of what is left out. Each must match at least one
   * file: of `dist/*.{AppImage,appimage}` one of the two is enough.
   *
   * @see https://github.com/actions/upload-artifact#usage
   */
  readonly artifacts: string[];

  /**
   * Name of the platform, unique in its build job.
   *
   * @default - as the factory says, for instance 'linux-x64'
   */
  readonly name?: string;

  /**
   * Name of the artifact, to which the run appends the name of the tag.
   *
   * @default - the build's id and the platform's name: `<id>-<platform>`, in further jobs
   * `<id>-<job>-<platform>`
   */
  readonly artifactName?: string;

  /**
   * Labels that the runner must have: one for GitHub's own runners, several for self-hosted ones.
   *
   * @default - GitHub's runner of that system and architecture; with a `runnerGroup`, any in the group
   * @see https://docs.github.com/en/actions/reference/runners/github-hosted-runners
   */
  readonly runsOn?: string[];

  /**
   * Name of the group that the runner must be in, of larger runners or self-hosted ones; behind
   * `organization/` or `enterprise/` where both have one of that name.
   *
   * @default - any group
   * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job#choosing-runners-in-a-group
   */
  readonly runnerGroup?: string;

  /**
   * Container that the steps run in. It needs bash.
   *
   * @default - none, the steps run on the runner itself
   */
  readonly container?: github.workflows.ContainerOptions;

  /**
   * Environment of the job. Its secrets are then checked by the leg itself, since the guard cannot
   * see them. Its deployment rules must admit tags.
   *
   * @default - none
   * @see https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments
   */
  readonly environment?: string;

  /**
   * Minutes after which the leg is cancelled, 1 to 360 on GitHub's own runners.
   *
   * @default - the build's `timeoutMinutes`
   */
  readonly timeoutMinutes?: number;

  /**
   * Environment variables of the build, and of the other steps that are this platform's alone. A
   * step's own `env` comes first. The steps that all platforms share are the same for each: for
   * those there is `jobEnv`.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Environment variables of every step that the declaration brings: besides those of `env` the
   * hooks and `prepare` of the job, but no tool that `setup` installs. `env` and a step's own `env`
   * come first. A step that platforms share stands in the workflow once for each different `jobEnv`,
   * so it has no `id` then.
   *
   * @default - none
   */
  readonly jobEnv?: { [name: string]: string };

  /**
   * Secrets that the build step is given.
   *
   * @default - none
   */
  readonly secrets?: Secret[];

  /**
   * How what it builds is signed: the build step is given its secrets, and what comes out is proven
   * before it is collected.
   *
   * @default - it is not, or nobody proves it
   */
  readonly signing?: Signing[];

  /**
   * Tools of this platform, behind the `setup` of its job.
   *
   * @default - none
   */
  readonly setup?: Setup[];

  /**
   * Steps behind the setup and before `prepare`.
   *
   * @default - none
   */
  readonly preInstallSteps?: github.workflows.JobStep[];

  /**
   * Steps right before the build.
   *
   * @default - none
   */
  readonly preBuildSteps?: github.workflows.JobStep[];

  /**
   * Steps right behind the build, before the artifacts are collected.
   *
   * @default - none
   */
  readonly postBuildSteps?: github.workflows.JobStep[];

  /**
   * Why this platform may fail without failing the run, one sentence for the setup doc.
   *
   * @default - it may not
   */
  readonly allowedToFail?: string;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export interface PlatformSpec {
  readonly kind: 'of';
  readonly name: string;
  /** Which of GitHub's own runners it has by default. */
  readonly hosted?: Exclude<keyof typeof Platform, 'of' | 'prototype'>;
  readonly options: PlatformOptions;
}

/** One leg of the matrix: a runner, what builds there, and what must come out. */
export class Platform {
  /** Linux on x64. */
  public static linuxX64(options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: 'linux-x64', hosted: 'linuxX64', options });
  }

  /** Linux on arm64. */
  public static linuxArm64(options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: 'linux-arm64', hosted: 'linuxArm64', options });
  }

  /** Windows on x64. */
  public static windowsX64(options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: 'windows-x64', hosted: 'windowsX64', options });
  }

  /** Windows on arm64. */
  public static windowsArm64(options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: 'windows-arm64', hosted: 'windowsArm64', options });
  }

  /** macOS on Apple silicon. */
  public static macosArm64(options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: 'macos-arm64', hosted: 'macosArm64', options });
  }

  /** macOS on Intel. */
  public static macosX64(options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: 'macos-x64', hosted: 'macosX64', options });
  }

  /**
   * Any other platform.
   *
   * @param platformName unique in its build job
   * @param options `runsOn` or `runnerGroup` must be among them
   */
  public static of(platformName: string, options: PlatformOptions): Platform {
    return new Platform({ kind: 'of', name: platformName, options });
  }

  /** @internal */
  public readonly _spec: PlatformSpec;

  private constructor(spec: PlatformSpec) {
    this._spec = spec;
  }
}
