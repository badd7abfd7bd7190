import { oneLine } from './markdown';

/** A value as one word of a shell command, quoted only where the shell would read more into it. */
export function shellWord(value: string): string {
  const line = oneLine(value);
  return /^[\w./@:+=,-]+$/.test(line) ? line : `'${line.replace(/'/g, "'\\''")}'`;
}
