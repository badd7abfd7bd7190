import { execFile } from 'node:child_process';
import { fail, log } from '../report';

/** Characters of what npm prints: it lists every file of a package. */
const MOST_OUTPUT = 64 * 1024 * 1024;

export interface NpmRun {
  readonly succeeded: boolean;
  /** What it printed as JSON; undefined where it printed none. */
  readonly json: unknown;
  /** Why it failed, in its own words: code and summary. */
  readonly error: NpmError;
}

interface NpmError {
  readonly code: string;
  readonly summary: string;
}

/** Runs npm, without a shell and without any script of a package. What it says of its work goes into the log. */
export async function runNpm(...args: readonly string[]): Promise<NpmRun> {
  const { failure, stdout, stderr } = await execute([...args, '--json', '--ignore-scripts']);
  stderr.split('\n').filter((line) => line.trim() !== '').forEach(log);
  if (failure?.code === 'ENOENT') {
    fail('npm-is-too-old', 'There is no npm on this machine. Set up Node.js in the job, which brings it.');
  }
  const json = parsed(stdout);
  const { code = '', summary = '' } = (json as { error?: Partial<NpmError> } | undefined)?.error ?? {};
  return { succeeded: failure === null, json, error: { code: String(code), summary: String(summary) || failure?.message.split('\n')[0] || '' } };
}

interface Ended {
  readonly failure: { readonly code?: string | number | null; readonly message: string } | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function execute(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile('npm', args, { maxBuffer: MOST_OUTPUT }, (failure, stdout, stderr) => resolve({ failure, stdout, stderr }));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
