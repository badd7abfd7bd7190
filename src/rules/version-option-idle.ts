import type { DeclarationRule } from './rule';
import { repositoriesOf } from '../model/jobs';
import { versionFilesOf } from '../model/versions';

export const versionOptionIdle: DeclarationRule = {
  id: 'version-option-idle',
  level: 'error',
  about: 'declaration',
  cause: 'The version is to be stamped, and there is no file for it, or no job that checks the file out.',
  cure: 'Declare the files in `version.files` or `version.texts`, or leave `mode` out. A job needs `Repository.self()` among its repositories.',
  check: (model) => model.version.mode !== 'stamp' ? [] : [
    ...versionFilesOf(model).length ? [] : [{
      where: 'version.mode',
      what: 'the version is to be stamped, and no file is declared that holds it',
      fix: 'Declare one in files or texts, or leave the mode out.',
    }],
    ...versionFilesOf(model).length && !model.jobs.some((job) => repositoriesOf(model, job).some(({ self }) => self)) ? [{
      where: 'version.mode',
      what: 'the version is to be stamped, and no job checks out the repository of the workflow',
      fix: 'Give a job Repository.self() among its repositories, or leave the mode out.',
    }] : [],
  ],
};
