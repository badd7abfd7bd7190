import type { ProjectRule } from './rule';
import { legsOf } from '../model/jobs';

/** @see https://github.com/pnpm/action-setup#version */
export const packageManagerVersion: ProjectRule = {
  id: 'package-manager-version',
  level: 'error',
  about: 'project',
  cause: 'The package.json names one version of pnpm as `packageManager` and the declaration another; the action that sets pnpm up refuses that.',
  cure: 'Write the same version in both.',
  check: ({ model, packageManager }) => {
    const [name, version] = packageManager.split(/[@+]/);
    const setup = [...model.jobs, ...legsOf(model).map(({ platform }) => platform)].flatMap(({ setup: tools }) => tools);
    const others = setup.filter(({ kind }) => kind === 'pnpm' && name === 'pnpm').map((pnpm) => pnpm.version).filter((declared) => declared !== version);
    return [...new Set(others)].map((declared) => ({
      where: 'setup',
      what: `package.json says packageManager '${packageManager}', and the declaration Setup.pnpm('${declared}')`,
      fix: `Write Setup.pnpm('${version}').`,
    }));
  },
};
