import { placedLegs } from './places';
import type { DeclarationRule } from './rule';

export const platformWithoutRunner: DeclarationRule = {
  id: 'platform-without-runner',
  level: 'error',
  about: 'declaration',
  cause: 'A platform, or the guard, has no runner label, so its job would never start.',
  cure: 'Declare `runsOn`, the labels that the runner must have.',
  check: (model) => [
    ...model.guard.runsOn.length ? [] : [{ where: 'guard.runsOn', what: 'is empty; a label is needed', fix: "Leave it out, or name one: runsOn: ['ubuntu-24.04']." }],
    ...placedLegs(model).flatMap(({ platform, where }) => platform.runsOn.length ? [] : [{
      where,
      what: 'has no runner label',
      fix: "Declare one, for instance runsOn: ['ubuntu-24.04'], or several for a self-hosted runner.",
    }]),
  ],
};
