import { targetPlace } from './places';
import type { ProjectRule } from './rule';
import { releasesOf } from '../model/publish';

export const notesFileMissing: ProjectRule = {
  id: 'notes-file-missing',
  level: 'error',
  about: 'project',
  cause: 'The notes of a release are to be read from a file that the project does not have, so no tag could be published.',
  cure: 'Correct the path, or write the file: a changelog has a heading for each version, such as `## 1.2.3`.',
  check: ({ model, missingNotes }) => releasesOf(model).filter(({ notes }) => missingNotes.includes(notes.path)).map((target) => ({
    where: targetPlace(target, 'notes'),
    what: `there is no file '${target.notes.path}' in the project`,
    fix: target.notes.kind === 'changelog'
      ? "Write it, with a heading for each version such as '## 1.2.3', or name another one: ReleaseNotes.changelog({ path: '...' })."
      : 'Write it, or correct the path.',
  })),
};
