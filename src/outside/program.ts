import { spawn } from 'node:child_process';
import type { Context } from '../tasks/command';

export type Where = Pick<Context, 'root' | 'env'>;

/** What a program printed. */
export interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program and keeps what it prints. */
export async function run(program: string, args: readonly string[], where: Where): Promise<Output> {
  return started(program, args, where, 'pipe');
}

/** Runs a program that talks to the terminal itself. */
export async function show(program: string, args: readonly string[], where: Where): Promise<number | null> {
  return (await started(program, args, where, 'inherit')).code;
}

/** What a program prints, where it succeeds. */
export async function output(program: string, args: readonly string[], where: Where): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, where);
  if (code !== 0) {
    throw new Error(`${program} ${args.slice(0, 2).join(' ')} failed: ${(stderr || stdout).trim() || `exit code ${code}`}`);
  }
  return stdout.trim();
}

async function started(program: string, args: readonly string[], { root, env }: Where, stdio: 'pipe' | 'inherit'): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', stdio, stdio] });
    let [stdout, stderr] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
