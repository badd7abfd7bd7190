import { type CommandLine, parse } from '../command-line';
import { secondsIn } from '../doctor/arguments';
import { JSON_OPTION } from '../json';

export interface StatusArguments {
  /** Id of the build; undefined for all. */
  readonly build: string | undefined;
  readonly json: boolean;
  /** Seconds for everything. */
  readonly timeout: number;
}

export const STATUS_LINE = {
  usage: ['[--build ID] [--json] [--timeout SECONDS]'],
  options: {
    build: { value: 'ID', about: 'of several builds, the one of this id', list: 'builds' },
    json: JSON_OPTION,
    timeout: { value: 'SECONDS', about: 'for all look-ups together, up to 600; 30 without it' },
  },
  examples: [
    ['status', 'the builds, their last tag and run, and what is public'],
    ['status --build desktop', 'one of several builds'],
    ['status --json --timeout 120', 'for a script, and with patience'],
  ],
  exits: { found: 'something has failed or is behind', unknown: 'nothing is known to, but something could not be seen' },
  page: 'docs/status.md',
} as const satisfies CommandLine;

/** @throws UsageError */
export function statusArguments(args: readonly string[]): StatusArguments {
  const { options: { build, json = false, timeout = '30' } } = parse(STATUS_LINE, args);
  return { build, json, timeout: secondsIn(timeout) };
}
