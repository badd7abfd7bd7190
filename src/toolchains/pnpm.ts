import { versionWords } from './by-action';
import type { Toolchain } from './toolchain';
import { pinned } from '../github/pins';
import type { SetupModel, StepModel } from '../model/model';

/** pnpm/action-setup installs versions up to this one, pnpm/setup those that follow. */
const LAST_OF_ACTION_SETUP = 10;

/**
 * @see https://github.com/pnpm/setup#readme
 * @see https://github.com/pnpm/action-setup#inputs
 * @see https://github.com/pnpm/action-setup#version
 */
export const pnpm: Toolchain = {
  title: 'pnpm',
  installedBy: ['pnpm/setup', 'pnpm/action-setup'],
  runScript: 'pnpm run',
  packageManager: 'pnpm',
  steps: (tool) => [{
    name: `Set up pnpm ${versionWords(tool)}`,
    id: 'setup-pnpm',
    ...action(tool),
  }],
};

function action({ version, versionFile, with: inputs }: SetupModel): StepModel {
  return Number.parseInt(version, 10) <= LAST_OF_ACTION_SETUP
    ? { uses: pinned('pnpm/action-setup'), with: { ...versionFile ? { package_json_file: versionFile } : { version }, run_install: false, ...inputs } }
    : { uses: pinned('pnpm/setup'), with: { ...versionFile ? { 'package-json-file': versionFile } : { version }, install: false, cache: false, ...inputs } };
}
