import { type CommandLine, parse, UsageError } from '../command-line';
import { JSON_OPTION } from '../json';

export interface RehearseArguments {
  /** `PLATFORM` or `JOB/PLATFORM` of the leg; undefined where one only fits this machine. */
  readonly platform: string | undefined;
  /** Id of the build; undefined where there is one only. */
  readonly build: string | undefined;
  readonly secretFile: string | undefined;
  readonly remote: boolean;
  readonly guardOnly: boolean;
  readonly json: boolean;
}

export const REHEARSE_LINE = {
  usage: ['[PLATFORM | --guard-only] [--secret-file FILE] [--build ID] [--json]', '--remote [--guard-only] [--build ID] [--json]'],
  operand: { name: 'PLATFORM', about: 'the leg to run, where several fit this machine; JOB/PLATFORM where several jobs have it', list: 'platforms' },
  options: {
    'secret-file': { value: 'FILE', about: 'lines NAME=value for what GitHub has as secrets and variables; .env.tag-build without it', list: 'files' },
    'remote': { value: '', about: 'run all of it on GitHub, on the branch that is checked out' },
    'guard-only': { value: '', about: 'run the guard and no leg: are the secrets good, and can the repositories be read? With --remote those that GitHub has stored' },
    'build': { value: 'ID', about: 'of several builds, the one of this id', list: 'builds' },
    'json': JSON_OPTION,
  },
  examples: [
    ['rehearse', 'run the leg for this machine by act'],
    ['rehearse linux-x64 --secret-file ci.env', 'one of several legs, with these secrets'],
    ['rehearse --guard-only', 'try secrets and repositories on any machine'],
    ['rehearse --remote --guard-only', 'try the secrets that GitHub has'],
    ['rehearse --remote --json', 'in a script; what is said meanwhile goes to standard error'],
  ],
  exits: { ok: 'all of it succeeded', found: 'something failed', interrupted: 'it was interrupted: nothing is left running here, and a run on GitHub goes on' },
  page: 'docs/rehearse.md',
} as const satisfies CommandLine;

/** @throws UsageError */
export function rehearseArguments(args: readonly string[]): RehearseArguments {
  const { options, operand: platform } = parse(REHEARSE_LINE, args);
  const { remote = false, build, 'guard-only': guardOnly = false, 'secret-file': secretFile, json = false } = options;
  if (remote && (platform !== undefined || secretFile !== undefined)) {
    throw new UsageError('--remote runs all platforms with the secrets that GitHub has; it takes no platform and no --secret-file');
  }
  if (guardOnly && platform !== undefined) {
    throw new UsageError('--guard-only runs no leg; it takes no platform');
  }
  return { platform, build, secretFile, remote, guardOnly, json };
}
