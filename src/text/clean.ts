import { UNSEEN } from './printable';

/** Long enough for every sentence of ours, too short to drown them. */
const MOST = 1000;
/** Shorter ones are found in ordinary words; no token is that short. */
const SHORTEST = 8;

/**
 * Makes a cleaner for text in which words of others may stand: control characters and those that
 * turn or hide text are taken out, so that nothing reaches the terminal as a command, and so are
 * the values that must not be seen.
 */
export function cleaner(hidden: readonly string[]): (text: string) => string {
  const values = hidden.map(bare).filter(({ length }) => length >= SHORTEST);
  return (text) => {
    const safe = values.reduce((seen, value) => seen.replaceAll(value, '***'), bare(text));
    return safe.length > MOST ? `${safe.slice(0, MOST)}…` : safe;
  };
}

function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNSEEN, '');
}
