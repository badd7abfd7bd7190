import { optionOf, placedLegs } from './places';
import { type DeclarationRule, type Finding, repeated } from './rule';
import type { SetupModel } from '../model/model';
import { distinct } from '../text/words';
import { toolchains } from '../toolchains/toolchains';

export const setupConflict: DeclarationRule = {
  id: 'setup-conflict',
  level: 'error',
  about: 'declaration',
  cause: 'Two of the declared tools get into each other\'s way: one kind twice, or Yarn with a Node.js that has no Corepack.',
  cure: 'Declare each kind once for a platform. Yarn needs Node.js 24 or older.',
  check: (model) => [
    ...model.jobs.flatMap((job) => conflicts(optionOf(job, 'setup'), job.setup)),
    ...placedLegs(model).flatMap(({ job, platform, where }) => platform.setup.length ? conflicts(`${where} setup`, [...job.setup, ...platform.setup]) : []),
  ],
};

function conflicts(where: string, setup: readonly SetupModel[]): Finding[] {
  return [...twice(where, setup), ...complaints(where, setup)];
}

function twice(where: string, setup: readonly SetupModel[]): Finding[] {
  const single = setup.filter(({ kind }) => !toolchains[kind].ownSteps && !toolchains[kind].packages);
  return repeated(single, ({ kind }) => kind).map(({ value: { kind } }) => ({
    where,
    what: `Setup.${kind} is declared twice; the second would replace the first`,
    fix: 'Declare it once, for all platforms or for each of them.',
  }));
}

function complaints(where: string, setup: readonly SetupModel[]): Finding[] {
  const kinds = distinct(setup.map(({ kind }) => kind));
  return kinds.flatMap((kind) => toolchains[kind].complaint?.(setup) ?? []).map(({ why, hint }) => ({ where, what: why, fix: hint }));
}
