import { optionOf } from './places';
import type { DeclarationRule, Finding } from './rule';
import { leavesOut } from '../github/sparse-checkout';
import type { Model } from '../model/model';
import { sourceOf } from '../model/paths';
import { isStamped, versionFilesOf } from '../model/versions';

export const sparseLeavesOut: DeclarationRule = {
  id: 'sparse-leaves-out',
  level: 'warning',
  about: 'declaration',
  cause: 'The `sparse` of a repository leaves out the directory that a job builds in, or a file that the version is written into.',
  cure: 'Add that directory, or one above it, to `sparse`.',
  check: (model) => [...directoriesLeftOut(model), ...manifestsLeftOut(model)],
};

function directoriesLeftOut(model: Model): Finding[] {
  return model.jobs.flatMap((job) => {
    const at = sourceOf(model, job, job.workingDirectory);
    return at && !job.needs.length && leavesOut(at.repository.sparse, at.path) ? [{
      where: optionOf(job, 'workingDirectory'),
      what: `'${at.path}' of ${at.repository.name || 'this repository'} is none of what is checked out: ${at.repository.sparse.join(', ')}`,
      fix: `Add '${at.path}' to its sparse.`,
    }] : [];
  });
}

function manifestsLeftOut(model: Model): Finding[] {
  const sparse = model.repositories.find(({ self }) => self)?.sparse ?? [];
  const files = isStamped(model) ? versionFilesOf(model) : [];
  return files.filter((file) => leavesOut(sparse, directoryOf(file.path))).map((file) => ({
    where: file.line ? 'version.texts' : 'version.files',
    what: `the version is to be written into '${file.path}', which is none of what is checked out of this repository: ${sparse.join(', ')}`,
    fix: `Add '${directoryOf(file.path)}' to its sparse.`,
  }));
}

function directoryOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}
