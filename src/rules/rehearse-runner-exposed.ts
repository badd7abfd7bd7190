import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { isSelfHosted } from '../github/runners';
import { publishes } from '../model/publish';
import { rehearsedLegs, workflowsOf } from '../model/workflows';

export const rehearseRunnerExposed: DeclarationRule = {
  id: 'rehearse-runner-exposed',
  level: 'warning',
  about: 'declaration',
  cause: 'Pull requests are rehearsed on a machine of your own. In a public repository anybody can open one, and its code runs there: '
    + 'in a build, and where the files of a release are put together, by the script that the pull request brings.',
  cure: 'Leave the platform out of `platforms` of `rehearse`, or run that on a runner of GitHub. In a private repository, switch this rule off with that as the reason.',
  check: (model) => {
    const exposed = (where: string, fix: string) =>
      ({ where, what: 'rehearses pull requests on a machine of your own, where the code of whoever opens one runs', fix: `${fix}, or say in ignore that the repository is private.` });
    const legs = placedLegs(model).filter(({ platform }) => platform.host === 'self-hosted' && rehearsedLegs(model).some((leg) => leg.platform === platform));
    const assembles = workflowsOf(model).some((one) => one.kind === 'rehearsal' && publishes(one.model)) && isSelfHosted(model.release.runner.runsOn);
    return !model.rehearse?.pullRequests ? [] : [
      ...legs.map(({ where }) => exposed(where, 'Leave it out of rehearse.platforms')),
      ...assembles ? [exposed('release.runsOn', 'Take a runner of GitHub')] : [],
    ];
  },
};
