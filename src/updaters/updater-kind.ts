import type { Configuration, ConfigurationPlace, Misled, Wanted } from './app-configuration';
import type { Leg } from '../model/jobs';
import type { GithubReleaseModel, LegReference, Model, OperatingSystem, PlatformModel, UpdaterModel } from '../model/model';
import type { UpdaterPlan } from '../publish/contract';
import type { UpdaterSpec } from '../updater';

/** The kind of an updater. */
export type UpdaterKindName = UpdaterSpec['kind'];

export type SpecOf<K extends UpdaterKindName> = Extract<UpdaterSpec, { kind: K }>;

export type ModelOf<K extends UpdaterKindName> = Extract<UpdaterModel, { kind: K }>;

/** A leg whose artifacts are results, as its updater asks for it. */
export interface UpdatedLeg extends LegReference {
  readonly system: OperatingSystem;
  /** Of its runner, as far as it is known. */
  readonly architecture: 'x64' | 'arm64' | undefined;
  /** Its working directory, from the root of the workflow's own repository; undefined where it is in another one. */
  readonly directory: string | undefined;
}

/** A platform whose artifacts are results, as it is declared. */
export type UpdatedPlatform = Pick<PlatformModel, 'name' | 'system' | 'artifacts'>;

/** An option of an updater that cannot be as it is. */
export interface OptionProblem {
  readonly option: string;
  /** A predicate: what was written and what is allowed. */
  readonly what: string;
  readonly fix: string;
}

/** A file that the artifacts of a platform must have. */
export interface NeededFile {
  /** Endings of its name, of which one is enough. */
  readonly endings: readonly string[];
  /** What for, behind "which". */
  readonly why: string;
  /** How it gets there, whole sentences. */
  readonly hint: string;
}

/** How one kind of updater finds a new version. */
export interface UpdaterKind<K extends UpdaterKindName> {
  /** Which releases apps find: only the latest one, pre-releases by their tags too, or what nobody knows but the app. */
  readonly finds: 'latest' | 'tags' | 'unknown';
  /** Systems on which the apps of all legs read one file and choose theirs by its name. */
  readonly choosing: readonly OperatingSystem[];
  /** Whether the build leaves what it has written into an app where its leg can look at it. */
  readonly showsFeed: boolean;
  /** Names of the files of a release that are made, whatever the version is. */
  readonly makes: readonly string[];
  /** Patterns that are collected of a platform besides those that it declares, from the working directory. */
  collected(spec: SpecOf<K>, platform: UpdatedPlatform): string[];
  /** Whether a pattern of an updated platform may match nothing: what it is for is proven when files are put together. */
  mayMatchNothing(pattern: string): boolean;
  /** With every default filled in. */
  model(spec: SpecOf<K>, legs: readonly UpdatedLeg[]): ModelOf<K>;
  /** What `assemble` is told. */
  plan(updater: ModelOf<K>, release: GithubReleaseModel, model: Model): Extract<UpdaterPlan, { kind: K }>;
  /** What is wrong with its options. */
  problems(updater: ModelOf<K>): OptionProblem[];
  /** What the artifacts of a platform must have. */
  needed(system: OperatingSystem): NeededFile[];
  /** Names of files, or patterns of them, that some platform must build, whichever. */
  named(updater: ModelOf<K>): readonly string[];
  /** What apps read and how it is made, as Markdown: sentences. */
  about(updater: ModelOf<K>, model: Model): string[];
  /** What the app's own configuration must say, step by step, as Markdown. */
  setUp(updater: ModelOf<K>, release: GithubReleaseModel, model: Model): string[];
  /** Where the app's own configuration may stand. */
  configured(updater: ModelOf<K>, model: Model): ConfigurationPlace[];
  /** Why apps that are built with it would not find the release. */
  misled(updater: ModelOf<K>, configuration: Configuration, wanted: Wanted, at: ConfigurationPlace, model: Model): Misled[];
  /** What apps find a release of a version by, in plain text. */
  planned(updater: ModelOf<K>, version: string, model: Model): string[];
}

/** Whether a platform's app updates itself: what is declared, or what has a system that apps are installed on. */
export function isUpdated(platforms: readonly string[] | undefined, { name, system }: Pick<UpdatedPlatform, 'name' | 'system'>): boolean {
  return platforms ? platforms.includes(name) : system !== 'other';
}

/** Whether the app of a leg is updated by it. */
export function updates(updater: UpdaterModel, { job, platform }: Leg): boolean {
  return 'legs' in updater && updater.legs.some((leg) => leg.job === job.id && leg.platform === platform.name);
}
