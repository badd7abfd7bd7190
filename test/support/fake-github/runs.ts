import type { Repository } from './repository';
import { timeline, type RunScript, type Timed } from './scripted-run';

/** Seconds of a moment, for whoever reads the times of jobs. */
export const MOMENT = 10;

interface AttemptOptions {
  readonly number: number;
  /** Jobs that succeeded before, where only the failed ones run again. */
  readonly kept: readonly Timed[];
}

/** An attempt of a run. It goes on by being asked: a moment is over when the same is asked again. */
class Attempt {
  public moment = 0;
  public cancelledAt: number | undefined;
  public readonly approvedAt = new Map<string, number>();
  public readonly startedAt = Math.floor(Date.now() / 1000);
  private readonly asked = new Set<string>();
  private readonly told = new Set<string>();
  private readonly ids = new Map<string, number>();

  public constructor(private readonly repository: Repository, private readonly script: RunScript, private readonly options: AttemptOptions) {}

  public get number(): number {
    return this.options.number;
  }

  public ask(question: string): void {
    if (this.asked.has(question)) {
      this.moment++;
      this.asked.clear();
    }
    this.asked.add(question);
    for (const { script, ends, conclusion } of this.jobs()) {
      if (script.then && ends <= this.moment && conclusion === 'success' && !this.told.has(script.name)) {
        this.told.add(script.name);
        script.then(this.repository);
      }
    }
  }

  /** Those that are there at this moment. */
  public jobs(): Timed[] {
    return this.all().filter(({ appears }) => appears <= this.moment);
  }

  public all(): Timed[] {
    const { attempts } = this.script;
    const scripts = attempts[Math.min(this.number, attempts.length) - 1] ?? [];
    const kept = new Set(this.options.kept.map(({ script }) => script.name));
    const anew = scripts.map((script) => kept.has(script.name) ? { ...script, needs: [], waits: 0, lasts: 0, conclusion: 'success' as const } : script);
    const { cancelledAt, approvedAt } = this;
    return timeline(anew, { from: this.script.pending ?? 0, cancelledAt, approvedAt });
  }

  public idOf(job: string): number {
    const id = this.ids.get(job) ?? this.repository.nextId();
    this.ids.set(job, id);
    return id;
  }

  public get done(): boolean {
    return this.all().every(({ ends }) => ends <= this.moment);
  }

  public get conclusion(): string | null {
    const conclusions = this.all().map(({ conclusion }) => conclusion);
    if (!this.done) return null;
    if (!conclusions.length) return this.script.conclusion ?? 'startup_failure';
    if (this.cancelledAt !== undefined && conclusions.includes('cancelled')) return 'cancelled';
    return conclusions.find((one) => one === 'failure' || one === 'timed_out') ? 'failure' : 'success';
  }

  /** GitHub's own word. */
  public get status(): string {
    if (this.done) return 'completed';
    if (!this.jobs().length) return 'pending';
    const open = this.jobs().filter(({ ends }) => ends > this.moment);
    if (open.length && open.every((job) => isWaiting(job, this))) return 'waiting';
    return this.jobs().some(({ begins }) => begins <= this.moment) ? 'in_progress' : 'queued';
  }

  /** Names of the environments that somebody must approve now. */
  public get awaited(): string[] {
    return [...new Set(this.jobs().filter((job) => isWaiting(job, this)).map(({ script }) => script.environment!))];
  }
}

export type { Attempt };

export function isWaiting({ script, ends }: Timed, { approvedAt, moment }: Pick<Attempt, 'approvedAt' | 'moment'>): boolean {
  return script.environment !== undefined && !approvedAt.has(script.environment) && ends > moment;
}

/** A run of a workflow. */
export class FakeRun {
  public readonly id: number;
  public readonly attempts: Attempt[];
  public readonly createdAt = Math.floor(Date.now() / 1000);
  /** Names of what it has uploaded. */
  public readonly artifacts: string[] = [];
  private hidden: number;

  public constructor(
    private readonly repository: Repository,
    /** The name of the workflow's file. */
    public readonly workflow: string,
    public readonly event: string,
    /** The name of the branch or the tag. */
    public readonly ref: string,
    public readonly commit: string,
    private readonly script: RunScript,
  ) {
    this.id = repository.nextId();
    this.hidden = script.hiddenFor ?? 1;
    this.attempts = [new Attempt(repository, script, { number: 1, kept: [] })];
  }

  public get last(): Attempt {
    return this.attempts.at(-1)!;
  }

  /** Whether a list shows it, as of now: each list is one less that does not. */
  public listed(): boolean {
    return this.hidden-- <= 0;
  }

  public cancel(): void {
    this.last.cancelledAt = this.last.moment;
  }

  /** Somebody lets the jobs of an environment go on. */
  public approve(environment: string): void {
    this.last.approvedAt.set(environment, this.last.moment);
  }

  public rerun(which: 'all' | 'failed'): void {
    const kept = which === 'all' ? [] : this.last.all().filter(({ conclusion }) => conclusion === 'success');
    this.attempts.push(new Attempt(this.repository, this.script, { number: this.last.number + 1, kept }));
  }
}
