import { placedLegs } from './places';
import { repeated, type DeclarationRule } from './rule';
import { platformId } from '../model/steps';

export const platformNameTaken: DeclarationRule = {
  id: 'platform-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two platforms have one name. The name tells the legs of the matrix apart, in the run, in the artifacts and in the doc.',
  cure: 'Give one of them another `name`.',
  check: (model) => repeated(placedLegs(model), ({ job, platform }) => `${job.id} ${platformId(platform.name)}`)
    .map(({ value: { place, platform: { name } }, first }) => ({
      where: place,
      what: `the name '${name}' is taken by the platform '${first.platform.name}'; upper and lower case, '.' and '-' count as the same`,
      fix: `Give it another one, for instance name: '${name}-2'.`,
    })),
};
