import { parseArgs } from 'node:util';

export interface DoctorArguments {
  readonly json: boolean;
  /** Seconds for everything. */
  readonly timeout: number;
}

const USAGE = 'usage: projen-tag-build doctor [--json] [--timeout SECONDS]';

/** @throws Error that says what is allowed */
export function doctorArguments(args: readonly string[]): DoctorArguments {
  const { json, timeout } = parsed(args);
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 600)) {
    throw new Error(`--timeout is '${timeout}'; it takes a number of seconds up to 600\n${USAGE}`);
  }
  return { json, timeout: seconds };
}

function parsed(args: readonly string[]): { json: boolean; timeout: string } {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false }, timeout: { type: 'string', default: '30' } } }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
