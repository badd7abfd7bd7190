import type { DeclarationRule } from './rule';
import { SYSTEMS } from './systems';
import { placedTools } from './tools';
import { quoted } from '../text/tokens';
import { distinct, orList } from '../text/words';
import { toolchains } from '../toolchains/toolchains';

export const rustTargetUnfit: DeclarationRule = {
  id: 'rust-target-unfit',
  level: 'warning',
  about: 'declaration',
  cause: 'A target of Rust is declared where nothing is known to link it, such as one of Apple on Linux: what is compiled could not be put together.',
  cure: 'Declare it on a platform of its own system. If a tool of yours links it, such as cargo-zigbuild or cargo-xwin, switch the warning off.',
  check: (model) => placedTools(model).filter(({ platforms }) => platforms.length).flatMap(({ where, setup, platforms }) => setup.flatMap((tool) => {
    const kind = toolchains[tool.kind].targets;
    const fits = (target: string) => !kind?.known.includes(target) || platforms.some((platform) => kind.links(target, platform));
    return tool.targets.filter((target) => !fits(target)).map((target) => ({
      where: `${where} targets`,
      what: `nothing is known to link ${quoted(target)} on ${orList(distinct(platforms.map(({ system }) => SYSTEMS[system])))}`,
      fix: 'Declare it on a platform of its own system, or bring what links it and switch this off.',
    }));
  })),
};
