import type { GitFacts } from './git-facts';
import type { Objection, WorkflowPlan } from './plan';
import { type PlanInput, startsByTag } from './plan-input';
import { triggersOf } from './triggers';
import { mapping, readTriggers } from '../../github/workflow-reader';
import type { FollowUpModel } from '../../model/model';
import { followUpsOf } from '../../model/publish';
import { andList } from '../../text/words';

/** A workflow of this repository that could not be started: the run would say so when everything is public. */
export function followUpCannotStart(input: PlanInput, _git: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  const starting = input.models.filter((model) => startsByTag(builds, model));
  return starting.flatMap(followUpsOf).filter(({ repository }) => repository === '').flatMap((target) => {
    const path = `.github/workflows/${target.workflow}`;
    const why = whyNot(input, target, input.workflows.get(path));
    return why === '' ? [] : [{
      id: 'follow-up-cannot-start',
      message: `${path}, which job ${target.id} starts when everything is public, ${why}.`,
      cure: 'Correct the declaration, or the workflow; it is taken from the branch that it is started on.',
      prevents: false,
    }];
  });
}

function whyNot({ engine }: PlanInput, target: FollowUpModel, text: string | undefined): string {
  if (text === undefined) {
    return 'is not on disk';
  }
  const triggers = triggersOf(readTriggers(engine, text).content.on);
  if (!Object.hasOwn(triggers, 'workflow_dispatch')) {
    return 'does not listen to workflow_dispatch';
  }
  const known = mapping(mapping(triggers.workflow_dispatch).inputs);
  const unknown = Object.keys(target.inputs).filter((name) => !Object.hasOwn(known, name));
  const missing = Object.keys(known).filter((name) => {
    const { required, default: value } = mapping(known[name]);
    return required === true && (value ?? '') === '' && !Object.hasOwn(target.inputs, name);
  });
  return [
    ...unknown.length ? [`has no input ${andList(unknown)}`] : [],
    ...missing.length ? [`needs the input ${andList(missing)}`] : [],
  ].join(' and ');
}
