import type { ProjectRule } from './rule';
import { inVersionOfFile, placedTools } from './tools';
import { fromWorkspace } from '../model/paths';
import { toolchains } from '../toolchains/toolchains';

export const toolFileOverrides: ProjectRule = {
  id: 'tool-file-overrides',
  level: 'warning',
  about: 'project',
  cause: 'A rust-toolchain.toml of the working directory names another toolchain than Setup.rust. Cargo goes by the file: what is declared is installed and not used, and targets that are added to it are missing in the other.',
  cure: "Declare Setup.rustFrom('rust-toolchain.toml') with the same targets, or write the same version into both. Where every command names its toolchain, switch the warning off.",
  check: (facts) => placedTools(facts.model).flatMap(({ where, job, setup }) => setup.filter(({ versionFile }) => versionFile === '').flatMap((tool) =>
    (toolchains[tool.kind].overriddenBy ?? []).flatMap((file) => {
      const { version } = inVersionOfFile(facts, { ...tool, versionFile: fromWorkspace(job, file) });
      return version === tool.version ? [] : [{
        where,
        what: `'${file}' says ${version} and counts more than Setup.${tool.kind}('${tool.version}')`,
        fix: `Declare Setup.${tool.kind}From('${file}'), or write the same version into both.`,
      }];
    }))),
};
