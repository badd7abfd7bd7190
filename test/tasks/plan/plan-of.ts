import type { Model } from '../../../src/model/model';
import { loadScripts } from '../../../src/outside/scripts';
import type { GitFacts } from '../../../src/tasks/plan/git-facts';
import { makePlan } from '../../../src/tasks/plan/make-plan';
import type { Plan, PlannedEvent } from '../../../src/tasks/plan/plan';
import type { PlanInput } from '../../../src/tasks/plan/plan-input';
import { model } from '../../render/models';
import { engine } from '../../support/engine';

export const COMMIT = '0123456789012345678901234567890123456789';

/** A repository in which nothing speaks against a tag. */
export const CLEAN: GitFacts = {
  repository: 'acme/app',
  commit: COMMIT,
  head: COMMIT,
  message: 'feat: something',
  tagExists: false,
  tagOnRemote: undefined,
  remoteTags: undefined,
  changed: [],
  commitOnRemote: true,
  tags: [],
  unpushedTags: [],
  files: new Map(),
  notes: [],
};

export const OWN = '.github/workflows/installers.yml';

export function push(tag: string): PlannedEvent {
  return { name: 'push', refType: 'tag', refName: tag };
}

export function dispatch(branch: string): PlannedEvent {
  return { name: 'workflow_dispatch', refType: 'branch', refName: branch };
}

/** A plan for workflow files by name; `installers.yml` is the declared one. */
export function planOf(event: PlannedEvent, files: Readonly<Record<string, string>>, changes: Partial<PlanInput> = {}): Plan {
  return makePlan({
    engine,
    event,
    models: [model() as Model],
    workflows: new Map(Object.entries(files).map(([name, text]) => [`.github/workflows/${name}`, text])),
    publishScript: undefined,
    scripts: loadScripts(),
    git: CLEAN,
    outOfSync: [],
    notes: [],
    ...changes,
  });
}

/** A workflow of one job with steps, each on a line of its own. */
export function workflow(steps: readonly string[], on = "push: {tags: ['v*']}", job: readonly string[] = []): string {
  const lines = (items: readonly string[], indent: string) => items.map((item) => `${indent}${item}\n`).join('');
  return `name: Installers\non: {${on}}\njobs:\n  build:\n    runs-on: ubuntu-24.04\n${lines(job, '    ')}    steps:\n${lines(steps, '      - ')}`;
}
