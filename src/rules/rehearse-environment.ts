import type { DeclarationRule } from './rule';
import { rehearsedLegs } from '../model/workflows';
import { distinct } from '../text/words';

export const rehearseEnvironment: DeclarationRule = {
  id: 'rehearse-environment',
  level: 'notice',
  about: 'declaration',
  cause: 'A platform with an environment is rehearsed. The environment may want a person to approve each time, and admit tags only: then the rehearsal waits, or fails.',
  cure: 'See that the environment admits the branches, for a pull request `refs/pull/*/merge`, and asks nobody; or leave the platform out of `platforms` of `rehearse`.',
  check: (model) => distinct(rehearsedLegs(model).map(({ platform }) => platform.environment)).filter((name) => name !== '').map((name) => ({
    where: 'rehearse',
    what: `the environment '${name}' must admit what is rehearsed, and each rehearsal waits if it wants an approval`,
    fix: 'See to its rules, or leave its platforms out of platforms.',
  })),
};
