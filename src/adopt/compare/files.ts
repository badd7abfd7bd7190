/** A pattern of files without what makes no difference: a directory is all that lies in it. */
export function pattern(written: string): string {
  const not = written.startsWith('!') ? '!' : '';
  const plain = written.slice(not.length).trim().replace(/\\/g, '/').replace(/^\.\//, '');
  return not + plain.replace(/(?:\/\*\*(?:\/\*)?|\/)$/, '');
}

/** A list of patterns, one a line or with commas between them. */
export function patterns(written: string, separator = /\n/): string[] {
  return written.split(separator).map(pattern).filter(Boolean);
}

/** A directory relative to the workspace. */
export function directory(written: string): string {
  return written.replace(/\\/g, '/').replace(/^⟦github\.workspace⟧\/?/, '').replace(/^\.\/?/, '').replace(/\/$/, '');
}
