import { UNSEEN } from '../../text/printable';

/** Longer lines are data, and no message of a tool. */
const LONGEST = 2000;

/** Sequences by which programs colour, move the cursor and name the window. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g;

/** What GitHub's runner writes before a line that is more than text: `##[error]`. */
const MARK = /^##\[(?:(error)|(?:warning|notice|debug|command|section|group|endgroup|add-matcher|remove-matcher))\]/;

/** A line of a log as a terminal would show it: of what overwrites itself the last, and no sequences. */
export function plain(line: string): string {
  const shown = line.slice(0, LONGEST).replace(/^\ufeff/, '').replace(SEQUENCES, '').replace(/\r+$/, '').replace(/^[^]*\r/, '');
  return shown.replace(/\t/g, '  ').replace(UNSEEN, '').trimEnd();
}

/** What a program or an action says, without the runner's mark for an error; undefined where it is no failure. */
export function messageIn(line: string): string | undefined {
  const [mark, error] = MARK.exec(line) ?? [];
  return mark === undefined || error ? line.slice(mark?.length ?? 0).trim() : undefined;
}

export function isError(line: string): boolean {
  return line.startsWith('##[error]');
}
