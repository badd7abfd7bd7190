import type { Toolchain } from './toolchain';
import { pinned } from '../github/pins';

/**
 * Compares each gradle-wrapper.jar of the workspace with the sums that Gradle has published.
 *
 * @see https://github.com/gradle/actions/blob/main/docs/wrapper-validation.md
 */
export const gradleWrapper: Toolchain = {
  title: "Gradle's wrapper (verified)",
  installedBy: ['gradle/actions'],
  steps: ({ with: inputs }) => [{
    name: "Verify Gradle's wrapper",
    id: 'setup-gradle-wrapper',
    uses: pinned('gradle/actions', 'wrapper-validation'),
    ...Object.keys(inputs).length && { with: inputs },
  }],
};
