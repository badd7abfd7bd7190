import { output, show, type Where } from '../../outside/program';

/** A run as `gh` tells it. */
export interface RemoteRun {
  readonly status: string;
  readonly conclusion: string;
  readonly url: string;
  readonly jobs: readonly RemoteJob[];
}

export interface RemoteJob {
  readonly databaseId: number;
  readonly name: string;
  readonly conclusion: string;
  readonly startedAt: string;
  readonly completedAt: string;
  readonly steps: readonly { readonly name: string; readonly conclusion: string }[];
}

const MISSING = 'gh, GitHub\'s command line, is not installed. Get it from https://cli.github.com, and log in by "gh auth login".';

/** GitHub's command line, with the user's login, on the repository of a clone. */
export class Gh {
  private readonly where: Where;

  public constructor({ root, env }: Where) {
    this.where = { root, env: { ...env, GH_PROMPT_DISABLED: '1' } };
  }

  /** @throws Error that says how to get it, where it is missing */
  public async mustBeThere(): Promise<void> {
    await this.ask('--version');
  }

  public async dispatch(workflow: string, branch: string, guardOnly: boolean): Promise<void> {
    await this.ask('workflow', 'run', workflow, `--ref=${branch}`, ...guardOnly ? ['-f', 'guard_only=true'] : []);
  }

  /** Ids of the newest runs that were started by hand on a branch. */
  public async dispatched(workflow: string, branch: string): Promise<number[]> {
    const runs = await this.ask('run', 'list', `--workflow=${workflow}`, `--branch=${branch}`, '--event=workflow_dispatch', '--limit=20', '--json=databaseId');
    return (JSON.parse(runs) as { databaseId: number }[]).map(({ databaseId }) => databaseId);
  }

  /** Shows how a run goes on until it ends; not every token may watch, which is no reason to fail. */
  public async watch(run: number): Promise<void> {
    await show('gh', ['run', 'watch', String(run), '--compact'], this.where);
  }

  public async view(run: number): Promise<RemoteRun> {
    return JSON.parse(await this.ask('run', 'view', String(run), '--json=status,conclusion,url,jobs'));
  }

  /** The lines that a job has logged, without what gh puts in front of them; none where they cannot be had. */
  public async log(job: number): Promise<string[]> {
    const text = await this.ask('run', 'view', `--job=${job}`, '--log').catch(() => '');
    return text.split('\n').map((line) => line.replace(/^[^\t]*\t[^\t]*\t\S* /, ''));
  }

  private async ask(...args: string[]): Promise<string> {
    try {
      return await output('gh', args, this.where);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new Error(MISSING) : error;
    }
  }
}
