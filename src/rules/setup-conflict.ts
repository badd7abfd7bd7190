import { type DeclarationRule, type Finding, repeated } from './rule';
import { complaintsOf, type PlacedTools, placedTools } from './tools';
import { toolchains } from '../toolchains/toolchains';

export const setupConflict: DeclarationRule = {
  id: 'setup-conflict',
  level: 'error',
  about: 'declaration',
  cause: 'Two of the declared tools get into each other\'s way: one kind twice, or Yarn with a Node.js that has no Corepack.',
  cure: 'Declare each kind once for a platform. Yarn needs Node.js 24 or older.',
  check: (model) => placedTools(model).flatMap((tools) => [
    ...twice(tools),
    ...complaintsOf(tools.before, tools.setup).map(({ why, hint }) => ({ where: tools.where, what: why, fix: hint })),
  ]),
};

function twice({ where, before, setup }: PlacedTools): Finding[] {
  const single = [...before, ...setup].filter(({ kind }) => !toolchains[kind].ownSteps && !toolchains[kind].packages);
  return repeated(single, ({ kind }) => kind).filter(({ value }) => setup.includes(value)).map(({ value: { kind } }) => ({
    where,
    what: `Setup.${kind} is declared twice; the second would replace the first`,
    fix: 'Declare it once, for all platforms or for each of them.',
  }));
}
