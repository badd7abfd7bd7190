import type { DeclarationRule } from './rule';
import { placedTools } from './tools';
import type { BuildJobModel, Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { toolchains } from '../toolchains/toolchains';

export const packageManagerUnknown: DeclarationRule = {
  id: 'package-manager-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'No version of pnpm is declared, and the package.json of the working directory names no full one, or lies in another repository. '
    + 'Which action installs pnpm depends on its version.',
  cure: "Declare the version, for instance Setup.pnpm('10.28.1'), or write it into package.json: \"packageManager\": \"pnpm@10.28.1\".",
  check: (model) => placedTools(model).flatMap(({ where, job, setup }) =>
    setup.filter(({ kind, version }) => toolchains[kind].packageManager && version === '').map(({ kind }) => ({
      where,
      what: `Setup.${kind}() has no version, and ${reason(model, job, kind)}`,
      fix: `Write the version, for instance Setup.${kind}('10.28.1').`,
    }))),
};

function reason(model: Model, job: BuildJobModel, manager: string): string {
  const directory = buildDirectory(model, job);
  return directory === undefined
    ? 'the job builds in another repository, whose package.json cannot be read here'
    : `the package.json in ${directory ? `'${directory}'` : 'the root'} names no full version of ${manager} as packageManager`;
}
