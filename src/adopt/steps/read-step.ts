import { stepReaders } from './step-readers';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** A step, as far as it was understood. */
export interface ReadStep {
  readonly meanings: readonly StepMeaning[];
  /** What nobody knew, to be kept as it is; undefined where nothing is left. */
  readonly rest?: StepSource;
}

/** Asks every kind in its order; each is given what the kinds before it left. */
export function readStep(step: StepSource, leg: LegSource, readers: readonly StepReader[] = stepReaders): ReadStep {
  const meanings: StepMeaning[] = [];
  let rest: StepSource | undefined = step;
  for (const reader of readers) {
    const meaning: StepMeaning | undefined = rest && reader.read(rest, leg);
    if (meaning) {
      meanings.push(meaning);
      rest = meaning.rest;
    }
  }
  return { meanings, rest };
}
