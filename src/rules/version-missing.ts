import type { ProjectRule } from './rule';
import { kindOfManifest, pointsElsewhere, versionsIn } from '../manifests/manifest-kinds';
import { versionFilesOf } from '../model/versions';

export const versionMissing: ProjectRule = {
  id: 'version-missing',
  level: 'warning',
  about: 'project',
  cause: 'A file that is to hold the version is not in the project, or has no place for it as it lies here: a tag of such a commit would end in the guard.',
  cure: 'Correct the path, or write a version where the message says. A configuration of Tauri without a version of its own takes that of Cargo.toml or package.json: declare that one.',
  check: ({ model, versionFiles }) => versionFilesOf(model).filter(({ path }) => versionFiles.has(path)).flatMap((file) => {
    const where = file.line ? 'version.texts' : 'version.files';
    const text = versionFiles.get(file.path);
    if (text === undefined) {
      return [{ where, what: `there is no file '${file.path}'`, fix: 'Correct the path, or write the file.' }];
    }
    const found = versionsIn(file, text);
    const elsewhere = pointsElsewhere(file, found);
    if (elsewhere !== undefined) {
      return [{ where, what: `'${file.path}' takes its version from '${elsewhere}'`, fix: 'Declare that file in its place.' }];
    }
    return found.length ? [] : [{
      where,
      what: `'${file.path}' lacks ${kindOfManifest(file)?.place ?? 'a version'}`,
      fix: 'Add it with any version, for instance 0.0.0.',
    }];
  }),
};
