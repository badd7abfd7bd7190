import type { DeclarationRule } from './rule';
import { SYSTEMS } from './systems';
import { placedTools } from './tools';
import { distinct, orList } from '../text/words';
import { toolchains } from '../toolchains/toolchains';
import { fits } from '../toolchains/tools-of';

export const packageSystemUnfit: DeclarationRule = {
  id: 'package-system-unfit',
  level: 'error',
  about: 'declaration',
  cause: 'Packages are declared for a manager that the system has not, so they would be installed nowhere.',
  cure: 'Declare apt for Linux, Homebrew for macOS, Chocolatey or winget for Windows. In one list for all platforms of a job each of them installs what is its own. The system of a runner is told by its labels, and where those say nothing, by the name of the platform.',
  check: (model) => placedTools(model).filter(({ platforms }) => platforms.length).flatMap(({ where, setup, platforms }) => setup
    .filter(({ kind }) => !platforms.some(({ system }) => fits(kind, system)))
    .map(({ kind }) => ({
      where,
      what: `Setup.${kind} installs on ${SYSTEMS[toolchains[kind].system!]} only, and this is for ${orList(distinct(platforms.map(({ system }) => SYSTEMS[system])))}`,
      fix: 'Declare it for a platform of that system, or take the manager of this one.',
    }))),
};
