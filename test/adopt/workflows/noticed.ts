import { differences } from './differences';
import { mutated, type Mutation } from './mutations';
import type { Synthesized } from '../../../src/adopt/compare/compare';
import type { Difference, Kind } from '../../../src/adopt/compare/difference';

/** A workflow, and what was made of it. */
export interface Candidate {
  readonly name: string;
  readonly text: string;
  readonly made: Synthesized;
}

interface Noticed {
  readonly tried: number;
  readonly missed: readonly object[];
}

/** Tries a mutation where it finds something to change: how often, and where nobody has noticed it. */
export function noticed(mutation: Mutation, candidates: readonly Candidate[], most = Infinity): Noticed {
  let tried = 0;
  const missed: object[] = [];
  for (const { name, text, made } of candidates) {
    if (tried === most) break;
    // what a leg does that has no counterpart is looked at nowhere
    const isWhole = !unchanged(text, made).some(({ kind }) => kind === 'leg');
    const workflow = isWhole ? mutated(made.workflow, mutation, text) : undefined;
    if (workflow !== undefined) {
      tried += 1;
      const kinds = news(text, made, { ...made, workflow });
      // a leg of which nothing is left is a leg that is gone
      missed.push(...kinds.includes(mutation.kind) || kinds.includes('leg') ? [] : [{ name, kinds }]);
    }
  }
  return { tried, missed };
}

/** The kinds of differences that are new. */
function news(text: string, before: Synthesized, now: Synthesized): Kind[] {
  const known = unchanged(text, before).map(sentenceOf);
  return differences(text, now).filter((one) => !known.includes(sentenceOf(one))).map(({ kind }) => kind);
}

const found = new WeakMap<Synthesized, readonly Difference[]>();

/** As they are before any mutation: compared once, and not once a mutation. */
function unchanged(text: string, made: Synthesized): readonly Difference[] {
  const all = found.get(made) ?? differences(text, made);
  found.set(made, all);
  return all;
}

function sentenceOf({ subject, what }: Difference): string {
  return `${subject} ${what}`;
}
