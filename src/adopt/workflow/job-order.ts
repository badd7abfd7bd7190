import type { PlannedJob } from './plan-job';
import type { PublishJob } from './publishing';
import { reached } from './reached';
import { ASSEMBLE } from '../../render/workflow/job-ids';

/** Which jobs wait for which in the workflow that comes out: none may end up waiting for itself. */
export class JobOrder {
  private readonly needs: Map<string, readonly string[]>;
  private readonly builds: readonly string[];

  constructor(planned: readonly PlannedJob[], publish: readonly PublishJob[]) {
    this.builds = planned.map(({ id }) => id);
    this.needs = new Map<string, readonly string[]>([
      ...planned.map(({ id, needs }) => [id, needs.map(({ job }) => job)] as const),
      [ASSEMBLE, this.builds],
      ...publish.map(({ id, stage }) => [id, [ASSEMBLE, ...publish.filter((other) => other.stage < stage).map((other) => other.id)]] as const),
    ]);
  }

  /** Whether a job waits for another one, or is that one. */
  public isBehind(job: string, other: string): boolean {
    return reached([job], (id) => this.needs.get(id) ?? []).has(other);
  }

  /** Whether something is built that waits for a job, so that a rehearsal needs it, too. */
  public isRehearsed(job: string): boolean {
    return this.builds.some((own) => this.isBehind(own, job));
  }

  public wait(job: string, need: string): void {
    this.needs.set(job, [...this.needs.get(job) ?? [], need]);
  }
}
