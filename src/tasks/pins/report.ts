import type { JudgedPin, Release, State } from './pin';
import { cleaner } from '../../text/clean';
import { SIGNS } from '../../text/signs';
import { EXIT } from '../exit-codes';

const clean = cleaner([]);

const STATE_SIGNS: Readonly<Record<State, string>> = { current: SIGNS.good, behind: SIGNS.behind, wrong: SIGNS.bad, unknown: SIGNS.unknown };

const WORDS: Readonly<Record<State, string>> = { current: 'up to date', behind: 'behind', wrong: 'wrong', unknown: 'not known' };

/** What `--json` prints. */
export interface PinsOutput extends Written {
  readonly version: 1;
  /** How many came to each verdict. */
  readonly summary: Readonly<Record<State, number>>;
  readonly pins: readonly PinOutput[];
}

/** What --write has done. */
export interface Written {
  /** In the repository of this package itself: the actions that were raised in its list. */
  readonly raised: readonly string[];
  /** Elsewhere: lines for a projenrc, which raise what is behind. */
  readonly lines: readonly string[];
}

export interface PinOutput {
  /** What stands before the `@` of `uses`. */
  readonly action: string;
  /** What it is said to be; '' where nothing is said. */
  readonly version: string;
  /** '' where it is not pinned to one. */
  readonly commit: string;
  /** Where it stands, from the repository's root. */
  readonly files: readonly string[];
  readonly state: State;
  /** The newest version, where it is behind. */
  readonly newest?: Release;
  /** What is wrong, or why it is not known; '' elsewhere. */
  readonly why: string;
}

export function outputOf(judged: readonly JudgedPin[], written: Written): PinsOutput {
  return { version: 1, summary: summaryOf(judged), pins: judged.map(pinOutput), ...written };
}

function pinOutput({ pin: { action, version, commit, files }, verdict }: JudgedPin): PinOutput {
  const { state } = verdict;
  return { action, version, commit, files, state, ...state === 'behind' && { newest: verdict.newest }, why: 'why' in verdict ? clean(verdict.why) : '' };
}

function summaryOf(judged: readonly JudgedPin[]): PinsOutput['summary'] {
  const count = (state: State) => judged.filter(({ verdict }) => verdict.state === state).length;
  return { current: count('current'), behind: count('behind'), wrong: count('wrong'), unknown: count('unknown') };
}

/** One line a pin, in words that others wrote as well. */
export function pinText({ pin: { action, version, commit, files }, verdict }: JudgedPin): string {
  const name = `${STATE_SIGNS[verdict.state]} ${action}`;
  switch (verdict.state) {
    case 'current':
      return `${name} ${verdict.version}`;
    case 'behind':
      return `${name} ${version || commit}: newest is ${verdict.newest.version}, commit ${verdict.newest.commit}`;
    case 'wrong':
      return `${name}: ${verdict.why} (${files.join(', ')}). ${commit ? 'Find out which of the two was meant before you change either' : 'Write the full SHA of a commit behind the @'}.`;
    case 'unknown':
      return `${name} ${version || commit}: ${verdict.why}`;
  }
}

export function tallyText(judged: readonly JudgedPin[]): string {
  return Object.entries(summaryOf(judged)).map(([state, count]) => `${count} ${WORDS[state as State]}`).join(', ');
}

export function exitCodeOf(judged: readonly JudgedPin[]): number {
  const states = judged.map(({ verdict }) => verdict.state);
  if (states.includes('behind') || states.includes('wrong')) return EXIT.found;
  return states.includes('unknown') ? EXIT.unknown : EXIT.ok;
}
