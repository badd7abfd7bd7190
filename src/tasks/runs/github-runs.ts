import { type Annotation, heard, NoAnswer, type Run, type RunFilter, type RunJob, type Runs, type RunStatus, type RunStep } from './run';
import { type Fields, fields, isFields, text } from '../../outside/data';
import type { GitHubClient, Reply } from '../../outside/github-client';

/** As many as a page holds. */
const PAGE = 100;
/** A run has no more jobs than 256 for each matrix, of which nobody has more than a few. */
const MOST_PAGES = 10;
/** Of a log, from its end: some have hundreds of megabytes. */
const LOG_BYTES = 8 * 1024 * 1024;
/** In front of each line of a log. */
const TIME = /^\ufeff?\d{4}-\d\d-\d\dT[\d:.]+Z /;

const ON_DEFAULT_BRANCH = ' A workflow can be started by hand once its file is on the default branch, too.';

/** Which jobs run again. */
export type Again = 'all' | 'failed';

/** What GitHub says of the runs of a repository. @see https://docs.github.com/en/rest/actions */
export class GitHubRuns implements Runs {
  private readonly root: string;

  /** @param repository `owner/name` */
  public constructor(private readonly github: GitHubClient, private readonly repository: string) {
    this.root = `/repos/${repository}`;
  }

  public async list(workflowPath: string, { ref, commit, event }: RunFilter): Promise<Run[]> {
    const filter = Object.entries({ branch: ref, head_sha: commit, event }).filter((one): one is [string, string] => one[1] !== undefined);
    const query = new URLSearchParams([['per_page', String(PAGE)], ...filter]).toString();
    const file = fileOf(workflowPath);
    const answer = await this.ask(`${this.root}/actions/workflows/${file}/runs?${query}`);
    if (answer.status === 404) {
      await this.mustBeVisible();
      return [];
    }
    return itemsIn(this.good(answer, `the runs of ${file}`), 'workflow_runs').map(runOf);
  }

  public async read(id: number): Promise<Run> {
    const what = `run ${id}`;
    return runOf(fields(this.good(await this.ask(`${this.root}/actions/runs/${id}`), what)));
  }

  /** In the order in which they were made. */
  public async jobs({ id }: Run): Promise<RunJob[]> {
    const all: RunJob[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.ask(`${this.root}/actions/runs/${id}/jobs?per_page=${PAGE}&page=${page}`);
      const jobs = itemsIn(this.good(answer, `the jobs of run ${id}`), 'jobs').map(jobOf);
      all.push(...jobs);
      if (jobs.length < PAGE) break;
    }
    return all.sort((one, other) => one.id - other.id);
  }

  public async annotations({ id }: RunJob): Promise<Annotation[]> {
    const answer = await this.ask(`${this.root}/check-runs/${id}/annotations?per_page=${PAGE}`);
    return isHidden(answer) ? [] : itemsIn(this.good(answer, `what job ${id} has said`), '').map((item) => annotationOf(id, item));
  }

  public async awaited({ id }: Run): Promise<string[]> {
    const answer = await this.ask(`${this.root}/actions/runs/${id}/pending_deployments`);
    return isHidden(answer) ? [] : itemsIn(this.good(answer, `what run ${id} waits for`), '').map(({ environment }) => text(fields(environment).name));
  }

  public async log({ id, name }: RunJob): Promise<string[] | undefined> {
    const answer = heard(await this.github.end(`${this.root}/actions/jobs/${id}/logs`, LOG_BYTES));
    if (answer.status === 404 || answer.status === 410) return undefined;
    return text(this.good(answer, `the log of ${name}`)).trimEnd().split(/\r?\n/).map((line) => line.replace(TIME, ''));
  }

  /** Starts a workflow by hand. @returns the id of its run; undefined where GitHub does not say it */
  public async start(workflowPath: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<number | undefined> {
    const file = fileOf(workflowPath);
    const path = `actions/workflows/${file}/dispatches`;
    const data = await this.order(path, { ref, inputs, return_run_details: true }, `start ${file} on ${ref}`, ON_DEFAULT_BRANCH);
    const id = fields(data).workflow_run_id;
    return isId(id) ? id : undefined;
  }

  /** Has a run that is done run again, with the commit that it had. */
  public async rerun({ id }: Run, which: Again): Promise<void> {
    await this.order(`actions/runs/${id}/${which === 'all' ? 'rerun' : 'rerun-failed-jobs'}`, {}, `run ${id} again`);
  }

  /** @param hint what it may be besides, where GitHub finds nothing */
  private async order(path: string, body: object, what: string, hint = ''): Promise<unknown> {
    const answer = await this.github.post(`${this.root}/${path}`, body);
    if (answer.kind === 'silence') {
      throw new NoAnswer(`whether GitHub has begun to ${what} is not known: ${answer.reason}`, answer.fix);
    }
    if (answer.status >= 300) {
      throw new Error(`GitHub refused to ${what} (${answer.status})${saidIn(answer)}.${this.cure(answer, 'write')}${answer.status === 404 ? hint : ''}`);
    }
    return answer.data;
  }

  private async ask(path: string): Promise<Reply> {
    return heard(await this.github.anew(path));
  }

  private good(answer: Reply, what: string): unknown {
    if (answer.status !== 200) {
      throw new Error(`GitHub does not show ${what} of ${this.repository} (${answer.status})${saidIn(answer)}.${this.cure(answer, 'read')}`);
    }
    return answer.data;
  }

  private cure({ status }: Reply, right: 'read' | 'write'): string {
    if (![401, 403, 404].includes(status)) return '';
    return this.github.anonymous
      ? ' Run "gh auth login", or export GH_TOKEN.'
      : ` The token must see the repository, and may need "Actions: ${right}".`;
  }

  /** A workflow of which GitHub knows nothing yet has no runs; a repository that is not shown may have any. */
  private async mustBeVisible(): Promise<void> {
    this.good(await this.ask(this.root), 'the repository');
  }
}

function fileOf(workflowPath: string): string {
  return encodeURIComponent(workflowPath.split('/').at(-1)!);
}

function isHidden({ status }: Reply): boolean {
  return status === 403 || status === 404;
}

function saidIn({ data }: Reply): string {
  const message = text(fields(data).message);
  return message && `: ${message.replace(/\.$/, '')}`;
}

/** What is an object in a list, or in the list that is a field of an object. */
function itemsIn(data: unknown, key: string): Fields[] {
  const items = key ? fields(data)[key] : data;
  return Array.isArray(items) ? items.filter(isFields) : [];
}

function runOf(run: Fields): Run {
  return {
    id: idOf(run, 'run'),
    path: text(run.path).replace(/@.*$/, ''),
    event: text(run.event),
    ref: text(run.head_branch),
    commit: text(run.head_sha),
    attempt: isId(run.run_attempt) ? run.run_attempt : 1,
    status: statusOf(run.status),
    conclusion: text(run.conclusion),
    createdAt: text(run.created_at),
    startedAt: text(run.run_started_at) || text(run.created_at),
    updatedAt: text(run.updated_at),
    url: text(run.html_url),
  };
}

/** GitHub gives a job that waits the time at which it was made as that of its begin. */
function jobOf(job: Fields): RunJob {
  const status = statusOf(job.status);
  return {
    id: idOf(job, 'job'),
    name: text(job.name),
    status,
    conclusion: text(job.conclusion),
    startedAt: status === 'waiting' ? '' : text(job.started_at),
    completedAt: text(job.completed_at),
    url: text(job.html_url),
    steps: itemsIn(job.steps, '').map(stepOf),
  };
}

function stepOf(step: Fields): RunStep {
  return { number: Number(step.number), name: text(step.name), status: statusOf(step.status), conclusion: text(step.conclusion) };
}

function annotationOf(job: number, { annotation_level: level, title, message }: Fields): Annotation {
  return { job, level: level === 'failure' || level === 'warning' ? level : 'notice', title: text(title), message: text(message) };
}

/** `queued`, `requested`, `pending` and `waiting` all wait. */
function statusOf(status: unknown): RunStatus {
  if (status === 'completed') return 'done';
  return status === 'in_progress' ? 'running' : 'waiting';
}

function idOf({ id }: Fields, what: string): number {
  if (!isId(id)) {
    throw new Error(`GitHub gave an answer that is no ${what}`);
  }
  return id;
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
