import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { rehearsedLegs } from '../model/workflows';

export const rehearseRunnerExposed: DeclarationRule = {
  id: 'rehearse-runner-exposed',
  level: 'warning',
  about: 'declaration',
  cause: 'Pull requests are rehearsed on a machine of your own. In a public repository anybody can open one, and its code runs there.',
  cure: 'Leave the platform out of `platforms` of `rehearse`, or build it on a runner of GitHub. In a private repository, switch this rule off with that as the reason.',
  check: (model) => placedLegs(model)
    .filter(({ platform }) => model.rehearse?.pullRequests && platform.host === 'self-hosted' && rehearsedLegs(model).some((leg) => leg.platform === platform))
    .map(({ where }) => ({
      where,
      what: 'rehearses pull requests on a machine of your own, where the code of whoever opens one runs',
      fix: 'Leave it out of rehearse.platforms, or say in ignore that the repository is private.',
    })),
};
