import type { Complaint } from '../github/complaint';
import type { Runner } from '../github/runners';
import type { OperatingSystem, PlatformModel, SetupKind, SetupModel, StepModel } from '../model/model';
import type { Scripts } from '../text/scripts';

/**
 * Names of files that say a version, or their endings, and what each must hold, as the action reads it; `*` is any
 * other file. A group is the version, where others want to know it. No space in it is a line's end: of many empty
 * lines each would be tried with all that follow.
 */
export type VersionFiles = Readonly<Record<string, RegExp>>;

/** Reads a file that lies here, by its path from the working directory; undefined where none does, or what it will say is not known. */
export type ReadHere = (file: string) => string | undefined;

/** How one kind of tool gets onto a runner. */
export interface Toolchain {
  /** What the tool is called; none where its steps say it. */
  readonly title?: string;
  /** What installs it, for the docs: an action as `owner/name`, or words. */
  readonly installedBy?: readonly string[];
  /** The version where none is declared. */
  readonly defaultVersion?: string;
  /** Inputs of the action that the declaration can say otherwise. */
  readonly defaultWith?: Readonly<Record<string, string>>;
  /** Further inputs of the action that turn a cache on, where it has none without. */
  readonly caches?: readonly string[];
  /** Whether nothing but a full version will do. */
  readonly exactVersion?: true;
  /** The files that it understands; none where no file says its version. */
  readonly versionFiles?: VersionFiles;
  /** Those of the working directory that count more than what is declared. */
  readonly overriddenBy?: readonly string[];
  /** The command in front of a package script's name, if the tool runs package scripts. */
  readonly runScript?: string;
  /** Whether it is there for programs, too: it runs package scripts where no package manager does. */
  readonly runsPrograms?: true;
  /** Its name in `packageManager` of a package.json, where its action refuses another version than that. */
  readonly packageManager?: string;
  /** The system that it is for; on platforms of another one it is left out. */
  readonly system?: Exclude<OperatingSystem, 'other'>;
  /** What is true of its packages, if it is a manager of packages: what is declared several times is one list. */
  readonly packages?: Packages;
  /** The targets that it compiles for, if they are named. */
  readonly targets?: Targets;
  /** Whether its steps are the declaration's own: a rule for own steps is one for these, and it may be declared several times. */
  readonly ownSteps?: true;
  /** Files of the working directory that `unproven` asks for. */
  readonly looksAt?: readonly string[];
  /** What would run without having been proven, by the files that lie here and the tools that all platforms have. */
  unproven?(read: ReadHere, setup: readonly SetupModel[]): readonly Complaint[];
  /** Why a runner of GitHub's cannot have it, behind `and`. */
  missing?(tool: SetupModel, runner: Runner): Complaint | undefined;
  /** What speaks against it beside the other tools of a platform: the subject is in it. */
  complaint?(setup: readonly SetupModel[]): Complaint | undefined;
  /** The packages that it needs on a platform, by their manager. */
  needs?(tool: SetupModel, platform: Machine): Partial<Record<SetupKind, readonly string[]>>;
  /** Variables for everything that a platform runs; its own come first. */
  env?(tool: SetupModel, platform: Machine): Readonly<Record<string, string>>;
  /** The steps that install it; none where nothing needs installing. */
  steps(tool: SetupModel, scripts: Scripts): readonly StepModel[];
}

/** What is asked of a platform: on which machine it runs. */
export type Machine = Pick<PlatformModel, 'name' | 'runsOn' | 'system'>;

export interface Packages {
  /** What the manager is called: packages are installed by it. */
  readonly manager: string;
  /** The whole of a name as it may be declared. */
  readonly shape: RegExp;
  /** What is allowed, for messages. */
  readonly allowed: string;
}

export interface Targets {
  readonly known: readonly string[];
  /** Whether something there links for a target, as far as is known. */
  links(target: string, platform: Machine): boolean;
}
