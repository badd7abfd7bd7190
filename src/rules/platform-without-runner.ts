import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import type { RunnerModel } from '../model/model';

export const platformWithoutRunner: DeclarationRule = {
  id: 'platform-without-runner',
  level: 'error',
  about: 'declaration',
  cause: 'A platform, or the guard, has neither a runner label nor a group of runners, so its job would never start.',
  cure: 'Declare `runsOn`, the labels that the runner must have, or `runnerGroup`, the group that it must be in.',
  check: (model) => [
    ...hasRunner(model.guard) ? [] : [{ where: 'guard.runsOn', what: 'is empty; a label is needed', fix: "Leave it out, or name one: runsOn: ['ubuntu-24.04']." }],
    ...placedLegs(model).flatMap(({ platform, where }) => hasRunner(platform) ? [] : [{
      where,
      what: 'has no runner label',
      fix: "Declare one, for instance runsOn: ['ubuntu-24.04'], or several for a self-hosted runner.",
    }]),
  ],
};

function hasRunner({ runsOn, runnerGroup }: RunnerModel): boolean {
  return runsOn.length > 0 || runnerGroup !== '';
}
