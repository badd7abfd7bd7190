import { type DeclarationRule, type Finding, repeated } from './rule';
import { type PlacedTools, placedTools } from './tools';
import { quoted } from '../text/tokens';
import { toolchains } from '../toolchains/toolchains';

export const packageDeclaredTwice: DeclarationRule = {
  id: 'package-declared-twice',
  level: 'warning',
  about: 'declaration',
  cause: 'A platform has a package of the system twice; where only one of them has a version, nobody can tell which is meant.',
  cure: 'Declare it once, for all platforms or for each of them.',
  check: (model) => placedTools(model).flatMap(twice),
};

function twice({ where, before, setup }: PlacedTools): Finding[] {
  const names = [...before, ...setup].filter(({ kind }) => toolchains[kind].packages)
    .flatMap((tool) => tool.packages.map((name) => ({ kind: tool.kind, name, isHere: setup.includes(tool) })));
  return repeated(names, ({ kind, name }) => `${kind} ${name.split('=')[0]}`).filter(({ value }) => value.isHere).map(({ value, first }) => ({
    where,
    what: `Setup.${value.kind} has ${quoted(value.name)} beside ${quoted(first.name)}`,
    fix: 'Leave one of them out.',
  }));
}
