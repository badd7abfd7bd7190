/** Characters of a value that a message shows: notes of a release may be such a value. */
const MOST_CHARACTERS = 100;

export function shown(value: string): string {
  return value.length > MOST_CHARACTERS ? `'${value.slice(0, MOST_CHARACTERS)}…'` : `'${value}'`;
}
