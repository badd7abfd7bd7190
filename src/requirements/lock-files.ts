import type { RequirementKind } from './requirement';
import { nameOf, readJson, readSource } from './source-files';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { frozenInstalls, type InstallOfJobs } from '../apps/frozen-installs';
import type { LockFile } from '../apps/lock-file';
import { lockFileOf } from '../apps/lock-files';
import { ofJobs } from '../model/jobs';

/** Asked for only where a step installs exactly what the lock file says: all other installs mend it themselves. */
export const lockFiles: RequirementKind = {
  id: 'lock-files',
  title: 'Lock files',
  guard: [],
  of: ({ model }) => frozenInstalls(model).map((install) => ({
    subject: `${lockFileOf[install.manager].file} in ${install.directory || 'the workspace'}${install.elsewhere ? ' or where its step goes' : ''}${ofJobs(model, install.jobs)}`,
    lookUp: (world) => lookUp(world, install),
  })),
};

async function lookUp(world: World, install: InstallOfJobs): Promise<Verdict> {
  const { file, command } = lockFileOf[install.manager];
  const { source, elsewhere } = install;
  const cure = `Run "${command}" there, and see that it leaves ${file} as it is.`;
  if (elsewhere || !source) {
    return unknown(elsewhere ? 'the step installs in another directory than its own' : 'the directory lies in no repository', cure);
  }
  const [manifest, lock] = await Promise.all([readJson(world, source, 'package.json'), readSource(world, source, file)]);
  if (manifest === undefined) {
    return missing(`${nameOf(world, source)} has no package.json`, 'Push one, or correct the working directory of the step.');
  }
  return lock === undefined
    ? withoutLock(install, nameOf(world, source), source.path !== '')
    : judge(lockFileOf[install.manager], lock, manifest);
}

function withoutLock({ manager, needsLock }: InstallOfJobs, where: string, below: boolean): Verdict {
  const { file, command } = lockFileOf[manager];
  const cure = `Run "${command}" and commit ${file}.`;
  if (below) {
    return unknown(`not in ${where}; it may lie further up`, cure);
  }
  return needsLock ? missing(`not in ${where}; a frozen install fails without it`, cure) : ok(`none in ${where}, and none is needed`);
}

function judge({ file, command, compare }: LockFile, lock: string, manifest: unknown): Verdict {
  const difference = compare(lock, manifest);
  switch (difference.kind) {
    case 'none': return ok('in step with package.json');
    case 'certain': return missing(`out of step with package.json: ${difference.why}`, `Run "${command}" there and commit ${file}.`);
    case 'possible': return unknown(difference.why, `Run "${command}" there, and see that it leaves ${file} as it is.`);
  }
}
