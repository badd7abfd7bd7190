import type { ProjectRule } from './rule';

/** @see https://github.com/pnpm/action-setup#version */
export const packageManagerVersion: ProjectRule = {
  id: 'package-manager-version',
  level: 'error',
  about: 'project',
  cause: 'package.json names one version of pnpm as `packageManager` and the declaration another; the action that sets pnpm up refuses that.',
  cure: 'Write the same version in both.',
  check: ({ model, packageManager }) => {
    const declared = model.setup.find(({ kind }) => kind === 'pnpm')?.version;
    const [name, version] = packageManager.split(/[@+]/);
    return !declared || name !== 'pnpm' || version === declared ? [] : [{
      where: 'setup',
      what: `package.json says packageManager '${packageManager}', and the declaration Setup.pnpm('${declared}')`,
      fix: `Write Setup.pnpm('${version}').`,
    }];
  },
};
