import type { Toolchain } from './toolchain';
import type { StepModel } from '../model/model';

/** @see https://github.com/nodejs/corepack#readme */
export const yarn: Toolchain = {
  title: 'Yarn',
  needsVersion: false,
  runScript: 'yarn run',
  steps: ({ version }) => [version ? exactly(version) : asPackageJsonSays],
};

const asPackageJsonSays: StepModel = {
  name: 'Set up Yarn',
  id: 'setup-yarn',
  run: 'corepack enable yarn',
};

function exactly(version: string): StepModel {
  return {
    name: `Set up Yarn ${version}`,
    id: 'setup-yarn',
    env: { YARN_VERSION: version },
    run: 'corepack enable yarn\ncorepack prepare "yarn@$YARN_VERSION" --activate',
  };
}
