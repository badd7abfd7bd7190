import type { github } from 'projen';
import type { BuildJob, NeededJob } from './build-job';
import type { Dependency } from './dependency';
import type { Platform } from './platform';
import type { PublishTarget } from './publish-target';
import type { RehearseOptions } from './rehearse';
import type { Repository } from './repository';
import type { Secret } from './secret';
import type { Setup } from './setup';

/** Options of a tag build. */
export interface TagBuildOptions {
  /**
   * What is built, on which platforms. Together with `needs`, `setup`, `prepare` and the hooks it
   * is a job called `build`.
   *
   * @default - the platforms of `jobs`, of which at least one is needed then
   */
  readonly platforms?: Platform[];

  /**
   * Further build jobs, which can need one another and be handed each other's files.
   *
   * @default - none
   */
  readonly jobs?: BuildJob[];

  /**
   * Jobs whose files the job `build` is handed.
   *
   * @default - none
   */
  readonly needs?: NeededJob[];

  /**
   * Name of the workflow, title of the setup doc, heading of the README section.
   *
   * @default - the id in words: 'desktop-tag-build' becomes 'Desktop Tag Build'
   */
  readonly title?: string;

  /**
   * Filters for the tags that start the build, in GitHub's filter syntax; of those that match, the
   * last one decides, and `!` in front excludes. What GitHub starts by the push of a tag publishes; a run
   * by hand on a tag publishes if they let it in.
   *
   * @default ['v*.*.*']
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
   */
  readonly tags?: string[];

  /**
   * Whether the workflow can be started by hand. On a branch it then does everything but publish.
   * What rehearses by itself says `rehearse`.
   *
   * @default true
   */
  readonly rehearsal?: boolean;

  /**
   * What else rehearses the build, and watches over it, between two tags.
   *
   * @default - nothing
   */
  readonly rehearse?: RehearseOptions;

  /**
   * Files that hold the version, which must be the tag's or becomes it, and what own steps are told of it.
   *
   * @default - none is compared in the run; `plan` compares package.json
   */
  readonly version?: VersionOptions;

  /**
   * Repositories to check out. The first one is the main one, where the build runs.
   *
   * @default [Repository.self()]
   */
  readonly repositories?: Repository[];

  /**
   * Where `prepare`, the builds and the artifact patterns are at home, relative to the workspace,
   * in all jobs that name no other.
   *
   * @default - the main repository's path; for a subproject in its own repository the
   * subproject's directory in it
   */
  readonly workingDirectory?: string;

  /**
   * Tools that the job `build` needs, beyond those of the runner.
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
   * Secrets that only own steps use. They are checked and documented like all others, and no step
   * is given them but those that name them.
   *
   * @default - none
   */
  readonly secrets?: Secret[];

  /**
   * Private repositories and registries that package managers and submodules fetch from. They can
   * be read in the steps of `prepare` of all jobs, and where submodules are updated.
   *
   * @default - none; submodules are read as the repository that has them
   */
  readonly dependencies?: Dependency[];

  /**
   * Minutes after which a platform's job is cancelled.
   *
   * @default 120
   */
  readonly timeoutMinutes?: number;

  /**
   * Days for which GitHub keeps the artifacts, 1 to 90; a repository can cap it.
   *
   * @default 30
   * @see https://docs.github.com/en/organizations/managing-organization-settings/configuring-the-retention-period-for-github-actions-artifacts-and-logs-in-your-organization
   */
  readonly retentionDays?: number;

  /**
   * The job that checks everything before a build starts.
   *
   * @default - on `ubuntu-slim`
   */
  readonly guard?: GuardOptions;

  /**
   * Where the results of all platforms become public, and what follows.
   *
   * @default - nowhere: they stay with the run
   */
  readonly publish?: PublishTarget[];

  /**
   * The files that become public, and the jobs that see to it.
   *
   * @default - the results under names that GitHub takes, with `SHA256SUMS` and `build-manifest.json`
   */
  readonly release?: ReleaseOptions;

  /**
   * The setup doc.
   *
   * @default - `docs/<id>.md` with all sections
   */
  readonly setupDoc?: SetupDocOptions;

  /**
   * The section of the README.
   *
   * @default - in README.md, under the title
   */
  readonly readme?: ReadmeOptions;

  /**
   * Rules that are switched off: id of the rule → why.
   *
   * @default - none
   */
  readonly ignore?: { [rule: string]: string };
}

/** What becomes of the version in files. */
export enum VersionMode {
  /** The tagged commit must have it in all of them; else the guard ends the run. */
  COMPARE = 'compare',
  /** Each platform's job writes it into them before anything is built, and commits nothing. */
  STAMP = 'stamp',
}

/**
 * Where the version of what is built is written down.
 *
 * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/version.md
 */
export interface VersionOptions {
  /**
   * package.json, package-lock.json, tauri.conf.json and other JSON with a `version`, Cargo.toml, pyproject.toml,
   * pubspec.yaml, *.csproj, Directory.Build.props, gradle.properties: paths relative to the project, in the
   * repository that the workflow runs in.
   *
   * @default - none
   */
  readonly files?: string[];

  /**
   * Files of any other kind, each with the line that holds the version.
   *
   * @default - none
   */
  readonly texts?: VersionText[];

  /**
   * Whether the files must have the tag's version already, or are given it.
   *
   * @default VersionMode.COMPARE
   */
  readonly mode?: VersionMode;

  /**
   * Whether own steps, the build and own jobs of publishing have in their environment what the guard found out:
   * `VERSION`, `TAG`, `PRERELEASE` (true or false), and the commit of each repository in `COMMIT_<ID>`, such as
   * `COMMIT_MY_LIB`. On a branch the first two are empty.
   *
   * @default false
   */
  readonly env?: boolean;
}

/** A line of a text file that holds the version. */
export interface VersionText {
  /** Relative to the project. */
  readonly path: string;

  /**
   * The whole line, but for blanks around it, with `{version}` where the version stands: `const VERSION = '{version}';`.
   * Exactly one line of the file must be like it.
   */
  readonly line: string;
}

/** Options of the guard. */
export interface GuardOptions {
  /**
   * Labels that its runner must have. It needs bash, curl and git.
   *
   * @default - 'ubuntu-slim'; with a `runnerGroup`, any in the group
   */
  readonly runsOn?: string[];

  /**
   * Name of the group that its runner must be in, as a platform's `runnerGroup`.
   *
   * @default - any group
   * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job#choosing-runners-in-a-group
   */
  readonly runnerGroup?: string;
}

/** What becomes public, wherever it does. */
export interface ReleaseOptions {
  /**
   * Name of a file in the release. `{name}` and `{ext}` are those of the file that was built, `{platform}`,
   * `{job}`, `{version}` and `{tag}` what they say. Accepted are letters without accents, digits and
   * `.`, `_`, `+`, `@`, `-`; accents are left out, and anything else becomes `-`.
   *
   * @default - '{name}{ext}', and '{name}-{platform}{ext}' where files of several platforms would have one name
   */
  readonly assetName?: string;

  /**
   * Whether the file `SHA256SUMS` is among them.
   *
   * @default true
   */
  readonly checksums?: boolean;

  /**
   * Whether the file `build-manifest.json` is among them: tag, version, run, commits and files, for machines.
   *
   * @default true
   */
  readonly manifest?: boolean;

  /**
   * Labels that the runners of the jobs that assemble and publish must have. They need git and Node.js, 20 or newer.
   *
   * @default ['ubuntu-latest']
   */
  readonly runsOn?: string[];
}

/** Options of the setup doc. */
export interface SetupDocOptions {
  /**
   * Where it lies, relative to the project: a Markdown file inside the repository, with forward
   * slashes. A symbolic link may lead to another place of the repository, and nowhere else.
   *
   * @default 'docs/<id>.md'
   */
  readonly path?: string;

  /**
   * Sections of your own, and built-in ones in other words or another place.
   *
   * @default - the built-in sections
   */
  readonly sections?: DocSection[];

  /**
   * Ids of built-in sections to leave out.
   *
   * @default - none
   */
  readonly drop?: string[];

  /**
   * Rows for the troubleshooting section, behind the built-in ones.
   *
   * @default - none
   */
  readonly troubleshooting?: TroubleshootingRow[];
}

/** A section of the setup doc. */
export interface DocSection {
  /**
   * Id of the section: that of a built-in section replaces it, any other adds one.
   */
  readonly id: string;

  /**
   * Heading of the section.
   *
   * @default - the built-in section's heading
   */
  readonly heading?: string;

  /**
   * Markdown below the heading.
   *
   * @default - the built-in section's text, for one that only moves
   */
  readonly body?: string;

  /**
   * Id of the section it stands behind.
   *
   * @default - a built-in section keeps its place, any other stands at the end
   */
  readonly after?: string;
}

/** A row of the troubleshooting section. */
export interface TroubleshootingRow {
  /** What the reader sees. */
  readonly message: string;
  /** Why it appears. */
  readonly cause: string;
  /** What to do. */
  readonly cure: string;
}

/** Options of the README section. */
export interface ReadmeOptions {
  /**
   * Where the README lies, relative to the project: a Markdown file, as the setup doc is one.
   *
   * @default 'README.md'
   */
  readonly path?: string;

  /**
   * Heading of the section.
   *
   * @default - the title
   */
  readonly heading?: string;
}
