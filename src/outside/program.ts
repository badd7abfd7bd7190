import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { withoutSecrets } from '../text/tokens';

/** Where a program runs, and what it sees. */
export interface Where {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a program printed. */
export interface Output {
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether it was ended because it took too long. */
  readonly late: boolean;
}

/** In bytes, of either stream: more is no answer to anything that is asked here. */
const MOST = 2 ** 28;

/**
 * Runs a program and keeps what it prints. It has no input to wait for.
 *
 * @param seconds after which it is ended; 0 never
 * @throws Error where it cannot be started, or prints without end
 */
export async function run(program: string, args: readonly string[], { root, env }: Where, seconds = 0): Promise<Output> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env, timeout: seconds * 1000, maxBuffer: MOST, encoding: 'utf8' } as const;
    execFile(program, args, options, (error, stdout, stderr) => {
      if (typeof error?.code === 'string') {
        reject(error);
      } else {
        resolve({ code: error ? error.code ?? null : 0, stdout, stderr, late: error?.killed ?? false });
      }
    }).stdin?.end();
  });
}

/**
 * What a program prints, without blank ends.
 *
 * @throws Error where it cannot be started or fails
 */
export async function output(program: string, args: readonly string[], where: Where): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, where);
  if (code !== 0) {
    throw new Error(`${program} ${args.slice(0, 2).join(' ')} failed: ${withoutSecrets((stderr || stdout).trim().split('\n')).join('\n') || `exit code ${code}`}`);
  }
  return stdout.trim();
}

/** The same for what may as well not be there; undefined where it fails. */
export async function outputIfAny(program: string, args: readonly string[], where: Where, seconds: number): Promise<string | undefined> {
  const { code, stdout } = await run(program, args, where, seconds).catch(() => ({ code: null, stdout: '' }));
  return code === 0 ? stdout.trim() : undefined;
}

/**
 * Runs a program that talks to the terminal itself.
 *
 * @param aside whether all that it prints goes to standard error
 * @returns its exit code
 */
export async function show(program: string, args: readonly string[], { root, env }: Where, aside = false, shell = false): Promise<number | null> {
  const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', aside ? 2 : 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}

/**
 * The same of a command line whose words hold no blanks: on Windows, package managers are scripts,
 * which only a shell runs.
 */
export async function showCommand(command: string, where: Where, aside: boolean): Promise<number | null> {
  const [program, ...args] = command.split(' ');
  return show(program, args, where, aside, process.platform === 'win32');
}

/** What to do with a program while it runs. */
export interface Follower {
  /** It leads a group of its own: what ends this process does not end it. */
  begun(pid: number): void;
  line(text: string, isError: boolean): void;
}

/** Runs a program and hears each line that it prints. @returns its exit code */
export async function follow(program: string, args: readonly string[], { root, env }: Where, { begun, line }: Follower): Promise<number | null> {
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  if (child.pid !== undefined) begun(child.pid);
  createInterface(child.stdout).on('line', (text) => line(text, false));
  createInterface(child.stderr).on('line', (text) => line(text, true));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
