import type { Verdict } from './verdict';
import type { World } from './world';
import type { Model } from '../model/model';

/** What requirements are made from. */
export interface Build {
  readonly model: Model;
  /** Every `uses:` of its workflows, patches included. */
  readonly uses: readonly string[];
  /** The same of each file, by its path. */
  readonly workflows: readonly UsedIn[];
}

export interface UsedIn {
  readonly path: string;
  readonly uses: readonly string[];
}

/** One kind of fact that the outside world must satisfy before a tag can build. */
export interface RequirementKind {
  /** Stable; also the anchor in docs/doctor.md. */
  readonly id: string;
  /** A noun phrase in the plural: the heading over its checks. */
  readonly title: string;
  /** Ids of the messages by which a run says that it is not satisfied; none where a run cannot tell beforehand. */
  readonly guard: readonly string[];
  /** What a build requires of this kind. */
  of(build: Build): Requirement[];
}

/** One fact, ready to be looked up. */
export interface Requirement {
  /** Unique in its kind and build. */
  readonly subject: string;
  /** @throws CannotTell where it cannot be known from here */
  lookUp(world: World): Promise<Verdict>;
}
