import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { quoted } from '../text/tokens';
import { toolchains } from '../toolchains/toolchains';
import { toolsOf } from '../toolchains/tools-of';

export const packageManagerMissing: DeclarationRule = {
  id: 'package-manager-missing',
  level: 'error',
  about: 'declaration',
  cause: 'The image of a GitHub runner lacks the manager that is to install packages on it: windows-2022 and windows-11-arm have no winget.',
  cure: 'Take Chocolatey there, which all of them have, or another runner.',
  check: (model) => placedLegs(model).flatMap(({ job, platform, where }) => toolsOf(job, platform).flatMap(({ kind }) =>
    platform.runsOn.filter((label) => toolchains[kind].packages?.missingOn.includes(label.toLowerCase())).map((label) => ({
      where,
      what: `Setup.${kind} would install on ${quoted(label)}, whose image has no ${kind}`,
      fix: 'Take Setup.choco for it, or another runner.',
    })))),
};
