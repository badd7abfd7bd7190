import type { Toolchain } from './toolchain';
import { pinned } from '../github/pins';

/** @see https://github.com/actions/setup-python#basic-usage */
export const python: Toolchain = {
  title: 'Python',
  steps: ({ version, with: inputs }) => [{
    name: `Set up Python ${version}`,
    id: 'setup-python',
    uses: pinned('actions/setup-python'),
    with: { 'python-version': version, ...inputs },
  }],
};
