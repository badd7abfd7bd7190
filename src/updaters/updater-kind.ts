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

/** How one kind of updater finds a new version. */
export interface UpdaterKind<K extends UpdaterKindName> {
  /** Patterns that are collected of a platform besides those that it declares, from the working directory. */
  collected(spec: SpecOf<K>, platform: UpdatedPlatform): string[];
  /** With every default filled in. */
  model(spec: SpecOf<K>, legs: readonly UpdatedLeg[]): ModelOf<K>;
  /** What `assemble` is told. */
  plan(updater: ModelOf<K>, release: GithubReleaseModel, model: Model): Extract<UpdaterPlan, { kind: K }>;
}

/** Whether a platform's app updates itself: what is declared, or what has a system that apps are installed on. */
export function isUpdated(platforms: readonly string[] | undefined, { name, system }: Pick<UpdatedPlatform, 'name' | 'system'>): boolean {
  return platforms ? platforms.includes(name) : system !== 'other';
}
