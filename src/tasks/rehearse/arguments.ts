import { parseArgs } from 'node:util';

export interface RehearseArguments {
  /** Id of the build; undefined where there is one only. */
  readonly build: string | undefined;
  readonly guardOnly: boolean;
}

export const USAGE = 'usage: projen-tag-build rehearse --remote [--guard-only] [--build ID]';

/** @throws Error that says what is allowed */
export function rehearseArguments(args: readonly string[]): RehearseArguments {
  const { remote, build, 'guard-only': guardOnly } = parsed(args);
  if (!remote) {
    throw new Error(`a rehearsal runs on GitHub, and takes --remote to say so\n${USAGE}`);
  }
  return { build, guardOnly };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'remote': { type: 'boolean', default: false },
        'guard-only': { type: 'boolean', default: false },
        'build': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
