import { wrap } from './wrap';

/** A line for people and what belongs under it. */
export interface Node {
  readonly text: string;
  readonly children?: readonly Node[];
}

/** Columns that a text is left at least, however deep it lies. */
const LEAST = 20;

/** Draws nodes as a tree that no line of which is wider than it may be. */
export function drawTree(nodes: readonly Node[], width: number, indent = ''): string[] {
  return nodes.flatMap((node, index) => {
    const last = index === nodes.length - 1;
    const below = `${indent}${last ? '   ' : '│  '}`;
    const children = node.children ?? [];
    const [first, ...more] = wrap(node.text, Math.max(width - below.length - 3, LEAST));
    return [
      `${indent}${last ? '└─ ' : '├─ '}${first}`,
      ...more.map((line) => `${below}${children.length ? '│  ' : '   '}${line}`),
      ...drawTree(children, width, below),
    ];
  });
}
