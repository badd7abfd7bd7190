import type { Toolchain } from './toolchain';
import type { Complaint } from '../github/complaint';
import type { SetupModel, StepModel } from '../model/model';

/** The last Node.js that Corepack comes with. */
const LAST_NODE_WITH_COREPACK = 24;

/** @see https://github.com/nodejs/corepack#readme */
export const yarn: Toolchain = {
  title: 'Yarn',
  installedBy: ['the Corepack of Node.js'],
  runScript: 'yarn run',
  complaint: corepackMissing,
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

function corepackMissing(setup: readonly SetupModel[]): Complaint | undefined {
  const node = setup.find(({ kind }) => kind === 'node');
  return Number.parseInt(node?.version ?? '', 10) > LAST_NODE_WITH_COREPACK ? {
    why: `Yarn is set up by Corepack, which Node.js ${node!.version} does not have; the last with it is ${LAST_NODE_WITH_COREPACK}`,
    hint: `Use Setup.node('${LAST_NODE_WITH_COREPACK}'), or install Yarn by steps of your own with Setup.of.`,
  } : undefined;
}
