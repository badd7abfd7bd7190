import type { JudgedPin, State } from './pin';
import { SIGNS } from '../../text/signs';
import { EXIT } from '../exit-codes';

const STATE_SIGNS: Readonly<Record<State, string>> = { current: SIGNS.good, behind: SIGNS.behind, wrong: SIGNS.bad, unknown: SIGNS.unknown };

const WORDS: Readonly<Record<State, string>> = { current: 'up to date', behind: 'behind', wrong: 'wrong', unknown: 'not known' };

/** One line a pin, in words that others wrote as well. */
export function pinText({ pin: { action, version, commit, files }, verdict }: JudgedPin): string {
  const name = `${STATE_SIGNS[verdict.state]} ${action}`;
  switch (verdict.state) {
    case 'current':
      return `${name} ${verdict.version}`;
    case 'behind':
      return `${name} ${version || commit}: newest is ${verdict.newest.version}, commit ${verdict.newest.commit}`;
    case 'wrong':
      return `${name}: ${verdict.why} (${files.join(', ')}). Find out which of the two was meant before you change either.`;
    case 'unknown':
      return `${name} ${version || commit}: ${verdict.why}`;
  }
}

export function tallyText(judged: readonly JudgedPin[]): string {
  return Object.entries(WORDS)
    .map(([state, words]) => `${judged.filter(({ verdict }) => verdict.state === state).length} ${words}`)
    .join(', ');
}

export function exitCodeOf(judged: readonly JudgedPin[]): number {
  const states = judged.map(({ verdict }) => verdict.state);
  if (states.includes('behind') || states.includes('wrong')) return EXIT.found;
  return states.includes('unknown') ? EXIT.unknown : EXIT.ok;
}
