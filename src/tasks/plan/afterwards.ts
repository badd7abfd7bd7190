import type { WorkflowPlan } from './plan';
import type { PlanInput } from './plan-input';
import { triggersOf } from './triggers';
import { mapping, readTriggers, texts, type Mapping } from '../../github/workflow-reader';
import type { Model, PublishTargetModel } from '../../model/model';
import { followUpsOf, releasesOf, usesWorkflowToken } from '../../model/publish';
import { jobOf } from '../../render/workflow/publish-stages';

/** What follows when the planned builds have run. */
export interface Afterwards {
  /** Names of the workflows that run. */
  readonly running: readonly string[];
  /** Why a workflow of this repository is started, by its path. */
  readonly started: ReadonlyMap<string, string>;
  /** Why those start that listen to a release of this repository; '' where they do not. */
  readonly released: string;
}

export function afterwardsOf(planned: readonly { readonly model: Model; readonly build: WorkflowPlan }[]): Afterwards {
  const starting = planned.filter(({ build }) => build.starts);
  const heard = starting.flatMap(({ model, build }) => ownReleases(model, build).filter(({ credential }) => credential.kind !== 'workflow-token')
    .map((target) => `it starts later, when job ${jobOf(target)} of '${build.name}' has made the release public`));
  return {
    running: starting.map(({ build }) => build.name),
    started: new Map(starting.flatMap(({ model, build }) => followUpsOf(model).filter((target) => target.repository === '' && runs(build, target))
      .map((target) => [`.github/workflows/${target.workflow}`, `it starts later, by job ${target.id} of '${build.name}'`]))),
    released: heard[0] ?? '',
  };
}

/** Why a workflow starts though the event itself does not start it; '' where it does not. */
export function startsLater({ running, started, released }: Afterwards, path: string, { on }: Mapping): string {
  const awaited = texts(mapping(triggersOf(on).workflow_run).workflows).find((name) => running.includes(name));
  return started.get(path) ?? (awaited === undefined ? listensToReleases(on) ? released : '' : `it starts later, when '${awaited}' has run`);
}

/** Workflows of this repository that wait for a release and do not hear of it. GitHub starts none for what a workflow's own token does. */
export function unheard({ engine, workflows }: Pick<PlanInput, 'engine' | 'workflows'>, model: Model, build: Pick<WorkflowPlan, 'jobs'>): string[] {
  const silent = ownReleases(model, build).some(usesWorkflowToken);
  return silent ? [...workflows].filter(([, text]) => listensToReleases(readTriggers(engine, text).content.on)).map(([path]) => path).sort() : [];
}

function ownReleases(model: Model, build: Pick<WorkflowPlan, 'jobs'>) {
  return releasesOf(model).filter((target) => target.repository === '' && !target.draftOnly && runs(build, target));
}

function runs({ jobs }: Pick<WorkflowPlan, 'jobs'>, target: PublishTargetModel): boolean {
  return jobs.some((job) => job.id === jobOf(target) && job.origin !== 'added' && job.runs !== 'no');
}

/** When a draft becomes public GitHub says `published`, and of what is no pre-release also `released`. */
function listensToReleases(on: Mapping['on']): boolean {
  const triggers = triggersOf(on);
  const types = texts(mapping(triggers.release).types);
  return Object.hasOwn(triggers, 'release') && (!types.length || types.includes('published') || types.includes('released'));
}
