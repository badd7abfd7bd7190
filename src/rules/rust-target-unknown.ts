import { complain, type DeclarationRule } from './rule';
import { placedTools } from './tools';
import { suggestion } from '../text/suggestion';
import { toolchains } from '../toolchains/toolchains';

const LOOK_UP = 'Look it up by "rustup target list".';

export const rustTargetUnknown: DeclarationRule = {
  id: 'rust-target-unknown',
  level: 'warning',
  about: 'declaration',
  cause: 'A target of Rust is declared that rustup is not known to have, so that the toolchain could not be installed.',
  cure: 'Correct the name. A toolchain that is newer than this package may have more targets: switch the warning off then.',
  check: (model) => placedTools(model).flatMap(({ where, setup }) => setup.flatMap((tool) => {
    const known = toolchains[tool.kind].targets?.known ?? tool.targets;
    return tool.targets.filter((target) => !known.includes(target)).map((target) => {
      const hint = suggestion(target, known);
      return complain(`${where} targets`, target, { why: 'is no target that rustup is known to have', hint: hint.startsWith('Did') ? hint : LOOK_UP });
    });
  })),
};
