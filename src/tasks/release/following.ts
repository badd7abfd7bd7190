import type { Edges } from './edges';
import type { Place } from './look-round';
import type { Report } from './outcome';
import type { Talk } from './talk';
import type { Model } from '../../model/model';

/** A tag that is pushed, and for whom it is followed. */
export interface Following {
  readonly tag: string;
  /** The one that it stands for. */
  readonly commit: string;
  /** The builds that it starts. */
  readonly models: readonly Model[];
  readonly place: Place;
  readonly edges: Edges;
  readonly talk: Talk;
  readonly report: Report;
}
