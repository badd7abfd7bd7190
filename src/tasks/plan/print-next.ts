import type { NextTag } from './next-versions';
import { SIGNS } from '../../text/signs';
import { drawTree } from '../../text/tree';

/** The next tags of each build: what the command prints where no tag is given. */
export interface NextTags {
  readonly version: 1;
  readonly builds: readonly { readonly id: string; readonly next: readonly NextTag[] }[];
  readonly notes: readonly string[];
}

/** The next tags for people, in lines of at most so many columns. */
export function printNext({ builds, notes }: NextTags, width: number): string {
  const sections = builds.map(({ id, next }) => [`The next tags of ${id}:`, ...drawTree(linesOf(next).map((text) => ({ text })), width), ''].join('\n'));
  return [...sections, ...notes.map((note) => `${SIGNS.unknown} ${note}\n`)].join('\n');
}

function linesOf(next: readonly NextTag[]): string[] {
  const [first] = next;
  if (next.every(({ starts, why }) => !starts && why === first.why)) {
    return [`${SIGNS.bad} none would start it: ${first.why}`];
  }
  const longest = Math.max(...next.map(({ tag }) => tag.length));
  return next.map(({ step, tag, starts, why }) =>
    `${starts ? SIGNS.good : SIGNS.bad} ${step.padEnd(11)}${tag.padEnd(longest + 2)}${starts ? 'would start it' : `would not start it: ${why}`}`);
}
