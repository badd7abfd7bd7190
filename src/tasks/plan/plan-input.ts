import type { GitFacts } from './git-facts';
import type { PlannedEvent, WorkflowPlan } from './plan';
import type { Engine } from '../../github/workflow-engine';
import type { Model } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** Whether the workflow that a tag starts is among those that start; a rehearsal has nothing to do with what is published. */
export function startsByTag(builds: readonly WorkflowPlan[], { workflowPath }: Model): boolean {
  return builds.some(({ path, starts }) => path === workflowPath && starts);
}

/** All that a plan is made from. */
export interface PlanInput {
  readonly engine: Engine;
  readonly event: PlannedEvent;
  /** The models of the builds that are planned. */
  readonly models: readonly Model[];
  /** The texts of all workflow files on disk, by path. */
  readonly workflows: ReadonlyMap<string, string>;
  /** The script that publishes, as it lies on disk; undefined where there is none. */
  readonly publishScript: string | undefined;
  readonly scripts: Scripts;
  /** Undefined outside a git repository. */
  readonly git: GitFacts | undefined;
  /** Generated files that are not what the committed model says. */
  readonly outOfSync: readonly string[];
  /** What could not be found out beforehand. */
  readonly notes: readonly string[];
}
