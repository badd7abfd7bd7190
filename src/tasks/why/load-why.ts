/** With all known causes: who follows a run that succeeds has no use for them. */
export function loadWhy(): typeof import('./why') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a chunk of its own
  return require('./why') as typeof import('./why');
}
