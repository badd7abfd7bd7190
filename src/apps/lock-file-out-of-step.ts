import type { AppCheck } from './app-check';
import { frozenInstalls, type InstallOfJobs } from './frozen-installs';
import { lockFileOf } from './lock-files';
import { fromJob, MANIFEST } from './package-files';
import type { BuildJobModel, Model } from '../model/model';
import { buildDirectory } from '../model/paths';

/** Of what lies here: for other repositories the doctor asks, with the same comparison. */
export const lockFileOutOfStep: AppCheck = {
  id: 'lock-file-out-of-step',
  level: 'error',
  cause: 'A step installs exactly what the lock file says, and the lock file does not have what package.json asks for: the install refuses that.',
  cure: 'Run the install there that writes the lock file, and commit it.',
  files: (model, job) => installsHere(model, job).flatMap(({ manager, directory }) =>
    [MANIFEST, lockFileOf[manager].file].map((file) => placeOf(job, directory, file))),
  check: ({ model, job, files, content, isWritten }) => installsHere(model, job).flatMap(({ manager, directory }) => {
    const { file, command, compare } = lockFileOf[manager];
    const [manifest, lock] = [MANIFEST, file].map((name) => placeOf(job, directory, name));
    const text = files.get(lock);
    // projen installs behind the synthesis, and mends the lock file then
    const difference = text && content(manifest) && !isWritten(manifest) ? compare(text, content(manifest)) : undefined;
    return difference?.kind !== 'certain' ? [] : [{
      at: lock,
      what: `a frozen install fails, since it is out of step with package.json: ${difference.why}`,
      fix: `Run "${command}" there and commit ${file}.`,
    }];
  }),
};

function installsHere(model: Model, job: BuildJobModel): InstallOfJobs[] {
  return buildDirectory(model, job) === undefined ? [] : frozenInstalls(model).filter(({ jobs, elsewhere, source }) =>
    jobs.includes(job) && !elsewhere && source?.repository.self);
}

function placeOf(job: BuildJobModel, directory: string, file: string): string {
  return [fromJob(job, directory), file].filter(Boolean).join('/');
}
