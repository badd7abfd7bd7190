import { oneLine } from './markdown';

/** A value as one word of a shell's command line, quoted only where the shell would read more into it. */
export function shellWord(value: string): string {
  return /^[\w./@:+=,%-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** The same as a document shows it: a line break would end the command there. */
export function shownShellWord(value: string): string {
  return shellWord(oneLine(value));
}
