import { oneLine } from '../../text/markdown';
import { shellWord as word } from '../../text/shell';

/** A value as one word of a command in the doc: a line break would end the command. */
export function shellWord(value: string): string {
  return word(oneLine(value));
}
