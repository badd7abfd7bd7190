import { repeated, type DeclarationRule } from './rule';

export const platformNameTaken: DeclarationRule = {
  id: 'platform-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two platforms have one name. The name tells the legs of the matrix apart, in the run, in the artifacts and in the doc.',
  cure: 'Give one of them another `name`.',
  check: ({ platforms }) => repeated(platforms, ({ name }) => name).map(({ value: { name }, index }) => ({
    where: `platforms[${index}]`,
    what: `a platform '${name}' is there already; each needs a name of its own`,
    fix: `Give it another one, for instance name: '${name}-2'.`,
  })),
};
