/** A line for people and what belongs under it. */
export interface Node {
  readonly text: string;
  readonly children?: readonly Node[];
}

/** Draws nodes as a tree that no line of which is wider than it may be. */
export function drawTree(nodes: readonly Node[], width: number, indent = ''): string[] {
  return nodes.flatMap((node, index) => {
    const last = index === nodes.length - 1;
    const below = `${indent}${last ? '   ' : '│  '}`;
    const children = node.children ?? [];
    const [first, ...more] = wrap(node.text, width - indent.length - 3);
    return [
      `${indent}${last ? '└─ ' : '├─ '}${first}`,
      ...more.map((line) => `${below}${children.length ? '│  ' : '   '}${line}`),
      ...drawTree(children, width, below),
    ];
  });
}

/** Breaks a text between words, and a word only where it alone is too long. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(width - 3, 20);
  const words = visible(text).split(' ').flatMap((word) => pieces(word, room));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(word) <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.length ? lines : [''];
}

function pieces(word: string, room: number): string[] {
  const characters = [...word];
  return characters.length <= room
    ? [word]
    : Array.from({ length: Math.ceil(characters.length / room) }, (_, index) => characters.slice(index * room, (index + 1) * room).join(''));
}

function length(text: string): number {
  return [...text].length;
}

/** What a file holds must not move a terminal's cursor. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
