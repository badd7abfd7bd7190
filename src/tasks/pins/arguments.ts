import { parseArgs } from 'node:util';

const USAGE = 'usage: projen-tag-build pins [--write]';

export interface PinsArguments {
  readonly write: boolean;
}

/** @throws Error that says what is allowed */
export function pinsArguments(args: readonly string[]): PinsArguments {
  try {
    const { values: { write } } = parseArgs({ args: [...args], options: { write: { type: 'boolean', default: false } } });
    return { write };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
