import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pinned } from '../../src/github/pins';
import { write } from '../../test/cases/harness';

/** Whoever takes part in a run, by what stands in for it. */
const STAND_INS = {
  [pinned('actions/checkout')]: 'checkout',
  [pinned('actions/upload-artifact')]: 'upload-artifact',
  [pinned('actions/download-artifact')]: 'download-artifact',
  [pinned('actions/attest')]: 'attest',
  [pinned('actions/create-github-app-token')]: 'app-token',
  [pinned('actions/setup-node')]: 'setup-node',
  [pinned('pnpm/setup')]: 'setup-pnpm',
  [pinned('actions/setup-go')]: 'setup-go',
  [pinned('actions/setup-java')]: 'setup-java',
  [pinned('astral-sh/setup-uv')]: 'setup-uv',
  [pinned('oven-sh/setup-bun')]: 'setup-bun',
};

/** Labels that this machine plays; act takes whatever is mapped to `-self-hosted` for its host. */
const LABELS = ['ubuntu-slim', 'ubuntu-latest', 'ubuntu-22.04', 'ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'macos-15-intel', 'windows-2025', 'windows-11-arm'];

/** Milliseconds for a run, which takes two or three seconds. */
const TIME_LIMIT = 120_000;

export interface ActOptions {
  /** A new directory of its own; all that act writes lies in it. */
  readonly dir: string;
  readonly workflow: string;
  readonly eventName: string;
  readonly event: object;
  readonly secrets: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface ActRun {
  /** act's exit code; 0 unless a job failed or nothing could be run. */
  readonly exitCode: number | null;
  /** 'success' or 'failure' of each job that ran, by its id; of each leg, by its platform, with its job in front where that is not `build`. */
  readonly jobs: Readonly<Record<string, string>>;
  /** What the steps printed. */
  readonly log: string;
  /** What the steps wrote into the run's summary. */
  readonly summary: string;
}

/** A line of act's log. */
interface Line {
  readonly msg: string;
  readonly jobID?: string;
  readonly stepResult?: string;
  readonly command?: string;
  readonly content?: string;
  readonly matrix?: Readonly<Record<string, string>>;
}

/**
 * Runs a workflow by act, on this machine and without containers.
 *
 * Where act is not GitHub: it copies its working directory in place of checking out the repository
 * itself (`--no-skip-checkout` turns that off), and its artifact server does not understand
 * upload-artifact v7, so that a small action collects in its place. Tag filters, permissions and
 * concurrency are not evaluated at all.
 */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const { dir, workflow, event, eventName, secrets, env } = options;
  write(dir, {
    'repository/.github/workflows/studio.yml': inTurn(workflow),
    'event.json': JSON.stringify(event),
    'secrets': Object.entries(secrets).map(([name, value]) => `${name}=${value}\n`).join(''),
  });
  mkdirSync(join(dir, 'home'));
  const { exitCode, lines } = await logOf(dir, [
    eventName, '--json', '--concurrent-jobs', '1', '--no-skip-checkout', '--pull=false', '--no-cache-server',
    '--workflows', '.github/workflows/studio.yml', '--eventpath', join(dir, 'event.json'),
    '--secret-file', join(dir, 'secrets'), '--action-cache-path', join(dir, 'cache'),
    ...LABELS.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...Object.entries(STAND_INS).flatMap(([uses, name]) => ['--local-repository', `${uses}=${resolve(__dirname, 'actions', name)}`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]);
  const jobs = results(lines);
  const log = lines.map(({ msg }) => msg).join('\n');
  // a job that is cut short before its first step has set itself up and completed, each with success
  if (exitCode !== 0 && Object.keys(jobs).length > 0 && !Object.values(jobs).includes('failure')) {
    throw new Error(`act ended with ${exitCode ?? 'a signal'} though no step has failed; it has ${TIME_LIMIT} ms:\n${log}`);
  }
  return {
    exitCode,
    jobs,
    log,
    summary: lines.map(({ command, content }) => command === 'summary' ? content : '').join(''),
  };
}

/** Legs that run at once read and write one map of act's, which ends it now and then. */
function inTurn(workflow: string): string {
  return workflow.replace(/^( *)fail-fast: false$/gm, '$&\n$1max-parallel: 1');
}

/** Out of the steps: act has one result for all legs, so that whoever ends after a failed leg is said to fail as well. */
function results(lines: readonly Line[]): Record<string, string> {
  const jobs: Record<string, string> = {};
  for (const { jobID, matrix, stepResult } of lines) {
    const job = matrix?.platform && jobID !== 'build' ? `${jobID}/${matrix.platform}` : matrix?.platform ?? jobID;
    if (job && stepResult && jobs[job] !== 'failure') { jobs[job] = stepResult; }
  }
  return jobs;
}

function logOf(dir: string, args: readonly string[]): Promise<{ exitCode: number | null; lines: Line[] }> {
  const home = join(dir, 'home');
  const act = spawn('act', args, {
    cwd: join(dir, 'repository'),
    env: { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: join(home, '.cache'), XDG_CONFIG_HOME: join(home, '.config') },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT,
  });
  const lines: Line[] = [];
  for (const stream of [act.stdout, act.stderr]) {
    createInterface(stream).on('line', (line) => lines.push(line.startsWith('{') ? JSON.parse(line) : { msg: line }));
  }
  return new Promise((done, reject) => act.on('error', reject).on('close', (exitCode) => done({ exitCode, lines })));
}
