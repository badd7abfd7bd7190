import { placedLegs } from './places';
import type { DeclarationRule } from './rule';

export const platformWithTwoBuilds: DeclarationRule = {
  id: 'platform-with-two-builds',
  level: 'error',
  about: 'declaration',
  cause: 'A platform has both a package script and commands, and nothing says which comes first.',
  cure: 'Declare one of them; `run` may call the script.',
  check: (model) => placedLegs(model).flatMap(({ platform, where }) => platform.script && platform.run.length > 1 ? [{
    where,
    what: `has both script '${platform.script}' and run; only one of them is allowed`,
    fix: `Leave out script and put '${platform.run[0]}' where it belongs among the commands of run.`,
  }] : []),
};
