import type { RequirementKind } from './requirement';
import { nameOf, readJson, readSource } from './source-files';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { frozenInstalls, type InstallOfJobs } from '../apps/frozen-installs';
import type { Difference, LockFile } from '../apps/lock-file';
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
  const locked = lockFileOf[install.manager];
  const { file, other, manifest: manifestFile } = locked;
  const { source, elsewhere, isCertain } = install;
  const cure = `Run "${locked.command}" there, and see that it leaves ${file} as it is.`;
  if (elsewhere || !source) {
    return unknown(elsewhere ? 'in which directory the step installs cannot be told from its commands' : 'the directory lies in no repository', cure);
  }
  if (!isCertain) {
    return unknown('whether the step installs so, and fails where that fails, depends on what its commands find', cure);
  }
  const names = [manifestFile, file, ...other ? [other] : []];
  const [manifest, lock, instead] = await Promise.all(names.map(async (name) => readSource(world, source, name)));
  if (manifest === undefined) {
    return withoutManifest(locked, nameOf(world, source), source.path !== '');
  }
  if (lock === undefined && instead === undefined) {
    return withoutLock(install, nameOf(world, source), source.path !== '');
  }
  return lock === undefined || !locked.compare ? cannotCompare(locked, lock === undefined ? other : file, cure)
    : judge(locked, locked.compare(lock, await readJson(world, source, manifestFile)));
}

/** Managers look for it further up, too, and a step may work in a directory that the run makes. */
function withoutManifest({ manifest }: LockFile, where: string, below: boolean): Verdict {
  const cure = 'Push one, or correct the working directory of the step.';
  return below ? unknown(`no ${manifest} in ${where}; it may lie further up, or be made in the run`, cure) : missing(`${where} has no ${manifest}`, cure);
}

function withoutLock({ manager, needsLock }: InstallOfJobs, where: string, below: boolean): Verdict {
  const { file, command } = lockFileOf[manager];
  const cure = `Run "${command}" and commit ${file}.`;
  if (below) {
    return unknown(`not in ${where}; it may lie further up`, cure);
  }
  return needsLock ? missing(`not in ${where}; a frozen install fails without it`, cure) : ok(`none in ${where}, and none is needed`);
}

function cannotCompare({ manifest, name }: LockFile, file: string, cure: string): Verdict {
  return unknown(`${file} is there; whether it is in step with ${manifest} only ${name} can tell`, cure);
}

function judge({ file, command }: LockFile, difference: Difference): Verdict {
  switch (difference.kind) {
    case 'none': return ok('in step with package.json');
    case 'certain': return missing(`out of step with package.json: ${difference.why}`, `Run "${command}" there and commit ${file}.`);
    case 'possible': return unknown(difference.why, `Run "${command}" there, and see that it leaves ${file} as it is.`);
  }
}
