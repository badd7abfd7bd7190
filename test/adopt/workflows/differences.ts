import { compare, type Synthesized } from '../../../src/adopt/compare/compare';
import type { Difference } from '../../../src/adopt/compare/difference';
import { readerOf } from '../../../src/adopt/compare/read-workflow';
import { engine } from '../../support/engine';

/** Whose workflows they all are. */
export const REPOSITORY = 'northshore/app';

const read = readerOf(engine);

/** What the comparer finds. A text that is compared with many is read once. */
export function differences(original: string, made: Synthesized): Difference[] {
  return compare(original, made, { read, repository: REPOSITORY });
}
