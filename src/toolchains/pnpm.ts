import type { Toolchain } from './toolchain';
import { pinned } from '../github/pins';
import type { StepModel } from '../model/model';

/** pnpm/action-setup installs versions up to this one, pnpm/setup those that follow. */
const LAST_OF_ACTION_SETUP = 10;

/**
 * @see https://github.com/pnpm/setup#readme
 * @see https://github.com/pnpm/action-setup#inputs
 * @see https://github.com/pnpm/action-setup#version
 */
export const pnpm: Toolchain = {
  title: 'pnpm',
  runScript: 'pnpm run',
  packageManager: 'pnpm',
  steps: ({ version, with: inputs }) => [{
    name: `Set up pnpm ${version}`,
    id: 'setup-pnpm',
    ...action(version, inputs),
  }],
};

function action(version: string, inputs: Record<string, string>): StepModel {
  return Number.parseInt(version, 10) <= LAST_OF_ACTION_SETUP
    ? { uses: pinned('pnpm/action-setup'), with: { version, run_install: false, ...inputs } }
    : { uses: pinned('pnpm/setup'), with: { version, install: false, cache: false, ...inputs } };
}
