import { execFile } from 'node:child_process';

/** Seconds; a program that asks for something would wait forever. */
const PATIENCE = 5;

export type Env = Readonly<Record<string, string | undefined>>;

/** What a program prints, without blank ends; undefined where it is not there or fails. */
export async function runProgram(file: string, args: readonly string[], cwd: string, env: Env): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { cwd, env, timeout: PATIENCE * 1000, encoding: 'utf8' } as const;
    execFile(file, args, options, (error, stdout) => resolve(error ? undefined : stdout.trim()));
  });
}
