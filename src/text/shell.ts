/** A value as one word of a shell's command line, quoted only where the shell would read more into it. */
export function shellWord(value: string): string {
  return /^[\w./@:+=,%-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
