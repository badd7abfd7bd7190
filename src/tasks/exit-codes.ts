/** What the commands end with: the one table of it. */
export const EXIT = {
  ok: 0,
  found: 1,
  failed: 2,
  unknown: 3,
  usage: 64,
  interrupted: 130,
} as const;

export type Exit = keyof typeof EXIT;

/** In general; what it is that a command finds, its help says. */
export const EXIT_MEANINGS: Readonly<Record<Exit, string>> = {
  ok: 'all is well',
  found: 'something was found that speaks against it',
  failed: 'it could not begin, or not go on; standard error says why',
  unknown: 'nothing was found, but something could not be looked up',
  usage: 'the command was written wrongly',
  interrupted: 'it was interrupted',
};
