import type { Then } from './known-cause';

/** What a job says of its failure. */
export interface Diagnosis {
  /** As the run's page calls it; '' where the run has none. */
  readonly job: string;
  /** The page to look at. */
  readonly url: string;
  /** The step that failed; '' where none did. */
  readonly step: string;
  /** The cause, or of our own messages all; none where nothing is recognised. */
  readonly findings: readonly FoundCause[];
  /** The end of what the step has logged, fit to be printed; none where something is recognised. */
  readonly tail: readonly string[];
  /** Why the log could not be read; '' where it was. */
  readonly silence: string;
}

/** A cause that was recognised. */
export interface FoundCause {
  readonly id: string;
  readonly title: string;
  /** The line that says it, fit to be printed. */
  readonly said: string;
  readonly cause: string;
  readonly cure: string;
  readonly then: Then;
  /** As of a known cause. */
  readonly before: string;
  /** Where to read more: for our own messages their heading in the setup doc. */
  readonly sources: readonly string[];
}
