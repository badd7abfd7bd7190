import { placedLegs } from './places';
import { complain, type DeclarationRule } from './rule';
import { runnerGroupProblem } from '../github/runners';

export const runnerGroupMalformed: DeclarationRule = {
  id: 'runner-group-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A group of runners has a name that GitHub does not take.',
  cure: 'Write the name as it stands under Settings, Actions, Runner groups, behind `organization/` or `enterprise/` where both have one of that name.',
  check: (model) => [
    { where: 'guard.runnerGroup', runnerGroup: model.guard.runnerGroup },
    ...placedLegs(model).map(({ where, platform: { runnerGroup } }) => ({ where: `${where} runnerGroup`, runnerGroup })),
  ].flatMap(({ where, runnerGroup }) => {
    const complaint = runnerGroup === '' ? undefined : runnerGroupProblem(runnerGroup);
    return complaint ? [complain(where, runnerGroup, complaint)] : [];
  }),
};
