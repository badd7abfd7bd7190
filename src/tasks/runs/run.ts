import type { Answer, Reply } from '../../outside/github-client';

/** A run of a workflow, as GitHub tells it. All of it is hostile text until it is printed. */
export interface Run {
  readonly id: number;
  /** The path of its workflow, from the repository's root. */
  readonly path: string;
  /** `push`, `workflow_dispatch` … */
  readonly event: string;
  /** The branch or the tag that it runs on. */
  readonly ref: string;
  readonly commit: string;
  /** Counts from 1; more than that where it was run again. */
  readonly attempt: number;
  readonly status: RunStatus;
  /** `success`, `failure`, `cancelled` …; '' as long as it has not ended. */
  readonly conclusion: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601: of this attempt. */
  readonly startedAt: string;
  readonly updatedAt: string;
  /** The page of it. */
  readonly url: string;
}

/** Whether it has ended as it should. */
export function isGood({ conclusion }: Pick<Run, 'conclusion'>): boolean {
  return conclusion === 'success' || conclusion === 'neutral';
}

/** What GitHub's own words for it come to. */
export type RunStatus = 'waiting' | 'running' | 'done';

export interface RunJob {
  readonly id: number;
  /** As its page says: that of a leg names its platform. */
  readonly name: string;
  readonly status: RunStatus;
  readonly conclusion: string;
  /** ISO 8601; '' as long as it has not begun, or ended. */
  readonly startedAt: string;
  readonly completedAt: string;
  readonly url: string;
  readonly steps: readonly RunStep[];
}

export interface RunStep {
  readonly number: number;
  readonly name: string;
  readonly status: RunStatus;
  readonly conclusion: string;
}

/** What a step has said of itself: `::error::` and the like, and what GitHub says of a job. */
export interface Annotation {
  readonly job: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** GitHub gave no answer, or one that it would not give later: the network, a rate limit, trouble of its own. */
export class NoAnswer extends Error {
  /**
   * @param reason a phrase
   * @param fix what to do, whole sentences
   */
  public constructor(public readonly reason: string, fix: string) {
    super(`${reason}. ${fix}`);
  }
}

/** An answer of GitHub. @throws NoAnswer where it is none */
export function heard(answer: Answer): Reply {
  if (answer.kind === 'silence') {
    throw new NoAnswer(answer.reason, answer.fix);
  }
  return answer;
}

/** The runs of a repository. Each answers anew. @throws Error, in words for people, where GitHub does not; NoAnswer where it may later */
export interface Runs {
  /** The newest first, at most a hundred. */
  list(workflowPath: string, filter: RunFilter): Promise<Run[]>;
  read(id: number): Promise<Run>;
  /** Of the last attempt. */
  jobs(run: Run): Promise<RunJob[]>;
  /** None also where the token may not read checks, as no fine-grained one of a person may. */
  annotations(job: RunJob): Promise<Annotation[]>;
  /** Names of the environments that somebody must approve before the run goes on. */
  awaited(run: Run): Promise<string[]>;
  /** What a job has logged, line by line, without times; undefined where GitHub has it no more, or not yet. */
  log(job: RunJob): Promise<string[] | undefined>;
}

/** Undefined: any. */
export interface RunFilter {
  readonly ref?: string;
  readonly commit?: string;
  readonly event?: string;
}
