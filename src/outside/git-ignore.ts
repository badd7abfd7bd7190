/** Longer than anybody writes. */
const LONGEST = 100_000;

/** Whether a `.gitignore` leaves out the packages that lie in `node_modules`. */
export function ignoresPackages(patterns: string): boolean {
  return isIgnoredBy(patterns, 'node_modules/projen/package.json') === true;
}

/**
 * Whether git leaves a file alone by a `.gitignore`; undefined where that says nothing of it.
 *
 * @param file from the directory of the `.gitignore`
 */
export function isIgnoredBy(patterns: string, file: string): boolean | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  const { ignore } = require('./ignore') as typeof import('./ignore');
  const { ignored, unignored } = ignore().add(patterns.slice(0, LONGEST)).test(file);
  return ignored || unignored ? ignored : undefined;
}
