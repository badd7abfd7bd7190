import type { MarkerProblem, SpliceResult } from './markers';

export const MEND_PAIR = 'Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.';
const CLOSE_FENCE = 'Close the code fence, or put the two comments of the section where it belongs.';

const REASONS: Readonly<Record<MarkerProblem, string>> = {
  'begin-missing': 'the section ends here, but the comment where it begins is missing',
  'end-missing': 'the section begins here, but the comment where it ends is missing',
  'wrong-order': 'the comment that ends the section stands before the one that begins it',
  'duplicate': 'the comments of the section stand here more than once',
  'fence-unclosed': 'a code fence begins here and never ends, so that the section would become part of the code',
  'overlap': 'the section of another build begins or ends inside this one',
};

/** Why a file cannot have the section of a build, and how to mend it. */
export interface BrokenMarkers {
  readonly where: string;
  readonly what: string;
  readonly fix: string;
}

export function brokenMarkers(file: string, { problem, lines }: Extract<SpliceResult, { problem: MarkerProblem }>): BrokenMarkers {
  return {
    where: `${file}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`,
    what: REASONS[problem],
    fix: problem === 'fence-unclosed' ? CLOSE_FENCE : MEND_PAIR,
  };
}
