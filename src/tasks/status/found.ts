import type { Line } from './line';
import type { Preface } from '../doctor/report';

export interface BuildStatus {
  readonly id: string;
  readonly title: string;
  readonly workflow: string;
  readonly lines: readonly Line[];
}

/** How the builds are, fit to be printed. */
export interface Status extends Preface {
  readonly builds: readonly BuildStatus[];
  /** What holds for all of them. */
  readonly clone: readonly Line[];
}
