import type { ProjectRule } from './rule';
import { legsOf } from '../model/jobs';
import { distinct } from '../text/words';
import { toolchains } from '../toolchains/toolchains';

export const packageManagerVersion: ProjectRule = {
  id: 'package-manager-version',
  level: 'error',
  about: 'project',
  cause: 'The package.json names one version of pnpm as `packageManager` and the declaration another; the action that sets pnpm up refuses that.',
  cure: 'Write the same version in both.',
  check: ({ model, packageManager }) => {
    const [name, version] = packageManager.split(/[@+]/);
    const setup = [...model.jobs, ...legsOf(model).map(({ platform }) => platform)].flatMap(({ setup: tools }) => tools);
    const others = setup.filter((tool) => tool.versionFile === '' && toolchains[tool.kind].packageManager === name && tool.version !== version);
    return distinct(others.map((tool) => `Setup.${tool.kind}('${tool.version}')`)).map((declared) => ({
      where: 'setup',
      what: `package.json says packageManager '${packageManager}', and the declaration ${declared}`,
      fix: `Write Setup.${name}('${version}').`,
    }));
  },
};
