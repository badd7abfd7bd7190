import type { NextTag } from './next-versions';
import { drawTree } from './tree';

/** The next tags of each build: what the command prints where no tag is given. */
export interface NextTags {
  readonly version: 1;
  readonly builds: readonly { readonly id: string; readonly next: readonly NextTag[] }[];
  readonly notes: readonly string[];
}

/** The next tags for people. */
export function printNext({ builds, notes }: NextTags): string {
  const sections = builds.map(({ id, next }) => {
    const longest = Math.max(...next.map(({ tag }) => tag.length));
    const nodes = next.map(({ step, tag, starts, why }) => ({ text: `${step.padEnd(11)}${tag.padEnd(longest + 2)}${starts ? 'would start it' : `would not start it: ${why}`}` }));
    return [`The next tags of ${id}:`, ...drawTree(nodes, 100), ''].join('\n');
  });
  return [...sections, ...notes.map((note) => `${note}\n`)].join('\n');
}
