import { emptyWorkspace } from './checkout-steps';
import { callScript, checkoutScript, downloadSet, planText, setEnv } from './publish-steps';
import { runsOn } from './runs-on';
import type { Job } from './workflow-file';
import { pinned } from '../../github/pins';
import { runnerHost } from '../../github/runners';
import type { Model, NpmModel, PermissionModel } from '../../model/model';
import type { NpmPlan } from '../../publish/contract';

/** npm takes the package from whom it knows: the repository, the workflow file, the environment. */
export const NPM_PERMISSIONS: readonly PermissionModel[] = [
  { permission: 'contents', access: 'read', reason: 'check out the publish script' },
  { permission: 'id-token', access: 'write', reason: 'prove to npm which workflow publishes' },
];

/**
 * The first one of 26 whose npm, 11.18, is newer than the first that can stage a version.
 *
 * @see https://github.com/nodejs/node/blob/main/doc/changelogs/CHANGELOG_V26.md
 */
const NODE_VERSION = '^26.6.0';

/** A package on npm by trusted publishing. It has no token that could leak. */
export function npmJob(model: Model, target: NpmModel): Omit<Job, 'permissions'> {
  const { environment } = target;
  return {
    'name': `npm ${target.package}`,
    'runs-on': runsOn(model.release.runner),
    ...environment && { environment },
    'timeout-minutes': 30,
    'env': setEnv(model),
    'defaults': { run: { shell: 'bash' } },
    'steps': [
      ...emptyWorkspace([runnerHost(model.release.runner)]),
      checkoutScript(),
      {
        name: 'Set up Node.js and npm',
        id: 'setup-node',
        uses: pinned('actions/setup-node'),
        with: { 'node-version': NODE_VERSION, 'package-manager-cache': false },
      },
      downloadSet(model),
      callScript({ name: `Publish ${target.package}`, id: 'publish-package', env: { TARGET: planText(npmPlan(target)) } }, 'npm'),
    ],
  };
}

function npmPlan({ package: name, tarball, staged, distTag }: NpmModel): NpmPlan {
  return { package: name, tarball, staged, distTag };
}
