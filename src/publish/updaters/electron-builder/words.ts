import { type FoundFile, shownPath } from '../../assemble/legs';
import type { Message } from '../../report';

/** Characters of a value that a message shows: notes of a release may be such a value. */
const MOST_CHARACTERS = 100;

export function problem(id: Message['id'], text: string): Message {
  return { level: 'error', id, text };
}

/** `'dist/latest.yml' of windows-x64`. */
export function fromFile({ leg, path }: Pick<FoundFile, 'leg' | 'path'>): string {
  return `'${shownPath(path)}' of ${leg.name}`;
}

export function shown(value: string): string {
  return value.length > MOST_CHARACTERS ? `'${value.slice(0, MOST_CHARACTERS)}…'` : `'${value}'`;
}
