import { optionOf, placedLegs } from './places';
import { type DeclarationRule, type Finding, repeated } from './rule';
import type { SetupModel } from '../model/model';

/** The last Node.js that Corepack comes with. @see https://github.com/nodejs/corepack#readme */
const LAST_NODE_WITH_COREPACK = 24;

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
  return [...twice(where, setup), ...corepack(where, setup)];
}

function twice(where: string, setup: readonly SetupModel[]): Finding[] {
  return repeated(setup.filter(({ kind }) => kind !== 'other'), ({ kind }) => kind).map(({ value: { kind } }) => ({
    where,
    what: `Setup.${kind} is declared twice; the second would replace the first`,
    fix: 'Declare it once, for all platforms or for each of them.',
  }));
}

function corepack(where: string, setup: readonly SetupModel[]): Finding[] {
  const node = setup.find(({ kind }) => kind === 'node');
  return setup.some(({ kind }) => kind === 'yarn') && Number.parseInt(node?.version ?? '', 10) > LAST_NODE_WITH_COREPACK ? [{
    where,
    what: `Yarn is set up by Corepack, which Node.js ${node!.version} does not have; the last with it is ${LAST_NODE_WITH_COREPACK}`,
    fix: `Use Setup.node('${LAST_NODE_WITH_COREPACK}'), or install Yarn by steps of your own with Setup.of.`,
  }] : [];
}
