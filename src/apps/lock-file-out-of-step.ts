import * as path from 'node:path/posix';
import type { AppCheck, Seen } from './app-check';
import { frozenInstalls, type InstallOfJobs } from './frozen-installs';
import { lockFileOf } from './lock-files';
import { fromJob, PACKAGE_JSON, PNPM_WORKSPACE } from './package-files';
import type { BuildJobModel, Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { fields } from '../outside/data';

/** Of what lies here: for other repositories the doctor asks, with the same comparison. */
export const lockFileOutOfStep: AppCheck = {
  id: 'lock-file-out-of-step',
  cause: 'A step installs exactly what the lock file says, and the lock file does not have what package.json asks for: the install refuses that.',
  cure: 'Run the install there that writes the lock file, and commit it.',
  files: (model, job) => installsHere(model, job).flatMap((install) => [
    ...[PACKAGE_JSON, lockFileOf[install.manager].file].map((file) => placeOf(job, install.directory, file)),
    ...settingsOf(job, install), ...rootsOf(job, install),
  ]),
  check: (seen) => installsHere(seen.model, seen.job).flatMap((install) => {
    const { job, files, content, isWritten } = seen;
    const { file, command, compare } = lockFileOf[install.manager];
    const [manifest, lock] = [PACKAGE_JSON, file].map((name) => placeOf(job, install.directory, name));
    const text = files.get(lock);
    // projen installs behind the synthesis, and mends the lock file then
    const isCompared = text && content(manifest) && !isWritten(manifest) && !isUnfrozen(seen, install) && !isPartOfMore(seen, install);
    const difference = isCompared ? compare!(text, content(manifest)) : undefined;
    return difference?.kind !== 'certain' ? [] : [{
      at: lock,
      what: `a frozen install fails, since it is out of step with package.json: ${difference.why}`,
      fix: `Run "${command}" there and commit ${file}.`,
    }];
  }),
};

function installsHere(model: Model, job: BuildJobModel): InstallOfJobs[] {
  return buildDirectory(model, job) === undefined ? [] : frozenInstalls(model).filter(({ manager, jobs, elsewhere, isCertain, source }) =>
    jobs.includes(job) && !elsewhere && isCertain && source?.repository.self && lockFileOf[manager].compare);
}

/** What may say that an install without an option is not frozen. */
function settingsOf(job: BuildJobModel, { manager, directory, needsLock }: InstallOfJobs): string[] {
  return manager === 'pnpm' && !needsLock ? ['.npmrc', PNPM_WORKSPACE].map((file) => placeOf(job, directory, file)) : [];
}

function isUnfrozen({ job, files }: Seen, install: InstallOfJobs): boolean {
  return settingsOf(job, install).some((file) => /^[ \t]*(?:(?:prefer-)?frozen-lockfile[ \t]*=|(?:preferF|f)rozenLockfile:)[ \t]*false[ \t\r]*$/m.test(files.get(file) ?? ''));
}

/** Files above the directory, up to the root of its repository, that make it a part of a workspace with one lock file. */
function rootsOf(job: BuildJobModel, { manager, directory, source }: InstallOfJobs): string[] {
  const depth = source?.path.split('/').filter(Boolean).length ?? 0;
  const file = manager === 'pnpm' ? PNPM_WORKSPACE : PACKAGE_JSON;
  return Array.from({ length: depth }, (_, up) => placeOf(job, path.join(directory, '../'.repeat(up + 1)).replace(/^\.$|\/$/, ''), file));
}

function isPartOfMore({ job, files, content }: Seen, install: InstallOfJobs): boolean {
  return rootsOf(job, install).some((file) => files.has(file) && (file.endsWith(PNPM_WORKSPACE) || fields(content(file)).workspaces !== undefined));
}

function placeOf(job: BuildJobModel, directory: string, file: string): string {
  return [fromJob(job, directory), file].filter(Boolean).join('/');
}
