/** The checks, with all that they need. */
export function loadAppChecks(): typeof import('./app-checks') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  return require('./app-checks') as typeof import('./app-checks');
}
