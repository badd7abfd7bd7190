import { complain, type DeclarationRule, type Finding } from './rule';
import { placedTools } from './tools';
import type { SetupModel } from '../model/model';
import { toolchains } from '../toolchains/toolchains';

export const packageNameMalformed: DeclarationRule = {
  id: 'package-name-malformed',
  level: 'error',
  about: 'declaration',
  always: true,
  cause: 'A package of the system is not named as its manager names packages: it could be taken for an option, a path, a pattern or a URL. Or a list names none.',
  cure: 'Write names as the manager prints them, with a version behind `=` where it takes one. What lies in a file, at a URL or in a tap or source of somebody else is installed by steps of your own in `Setup.of`.',
  check: (model) => placedTools(model).flatMap(({ where, setup }) => setup.flatMap((tool) => malformed(`${where} Setup.${tool.kind}`, tool))),
};

function malformed(where: string, { kind, packages }: SetupModel): Finding[] {
  const { packages: names } = toolchains[kind];
  if (names && !packages.length) {
    return [{ where, what: 'names no package; at least one is needed', fix: 'Name one, or leave it out.' }];
  }
  return packages.filter((name) => !names?.shape.test(name)).map((name) => complain(where, name, {
    why: `is no package; allowed is ${names?.allowed}`,
    hint: 'Correct it; what is in a file, at a URL or in a source of somebody else is installed by steps in Setup.of.',
  }));
}
