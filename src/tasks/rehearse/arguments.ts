import { parseArgs } from 'node:util';

export interface RehearseArguments {
  /** Name of the leg; undefined where one only fits this machine. */
  readonly platform: string | undefined;
  /** Id of the build; undefined where there is one only. */
  readonly build: string | undefined;
  readonly secretFile: string | undefined;
  readonly remote: boolean;
  readonly guardOnly: boolean;
}

export const USAGE = 'usage: projen-tag-build rehearse [PLATFORM] [--secret-file FILE] [--build ID]\n'
  + '       projen-tag-build rehearse --remote [--guard-only] [--build ID]';

/** @throws Error that says what is allowed */
export function rehearseArguments(args: readonly string[]): RehearseArguments {
  const { values: { remote, build, 'guard-only': guardOnly, 'secret-file': secretFile }, positionals: [platform, ...more] } = parsed(args);
  if (remote && (platform !== undefined || secretFile !== undefined)) {
    throw usageError('--remote runs all platforms with the secrets that GitHub has; it takes no platform and no --secret-file');
  }
  if (guardOnly && !remote) {
    throw usageError('--guard-only belongs to --remote');
  }
  if (more.length) {
    throw usageError(`got ${more.length + 1} platforms, and a rehearsal is of one`);
  }
  return { platform, build, secretFile, remote, guardOnly };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'remote': { type: 'boolean', default: false },
        'guard-only': { type: 'boolean', default: false },
        'build': { type: 'string' },
        'secret-file': { type: 'string' },
      },
    });
  } catch (error) {
    throw usageError((error as Error).message);
  }
}

function usageError(message: string): Error {
  return new Error(`${message}\n${USAGE}`);
}
