import { type CommandLine, parse, UsageError } from '../command-line';
import { JSON_OPTION } from '../json';

export interface DoctorArguments {
  readonly json: boolean;
  /** Seconds for everything. */
  readonly timeout: number;
}

export const DOCTOR_LINE = {
  usage: ['[--json] [--timeout SECONDS]'],
  options: {
    json: JSON_OPTION,
    timeout: { value: 'SECONDS', about: 'for all look-ups together, up to 600; 30 without it' },
  },
  examples: [
    ['doctor', 'look up all of it, as you, by the login of gh'],
    ['doctor --json --timeout 120', 'for a script, and with patience'],
  ],
  exits: { found: 'something is missing', unknown: 'nothing is known to be missing, but something could not be seen' },
  page: 'docs/doctor.md',
} as const satisfies CommandLine;

/** @throws UsageError */
export function doctorArguments(args: readonly string[]): DoctorArguments {
  const { options: { json = false, timeout = '30' } } = parse(DOCTOR_LINE, args);
  return { json, timeout: secondsIn(timeout) };
}

/** What was given for `--timeout`. @throws UsageError */
export function secondsIn(timeout: string): number {
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 600)) {
    throw new UsageError(`--timeout is '${timeout}'; it takes a number of seconds up to 600`);
  }
  return seconds;
}
