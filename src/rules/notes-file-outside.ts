import { pathComplaint } from './paths';
import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { releasesOf } from '../model/publish';

export const notesFileOutside: DeclarationRule = {
  id: 'notes-file-outside',
  level: 'error',
  about: 'declaration',
  cause: 'The file with the notes of a release lies outside the project, or the one that says how generated notes are sorted outside its repository; or the path is one that some system does not take.',
  cure: 'Write a path relative to the project, with forward slashes; that of `configurationFile` relative to the root of the repository with the release.',
  check: (model) => releasesOf(model).flatMap((target) => {
    const { kind, path, configurationFile } = target.notes;
    return [
      ...kind === 'changelog' || kind === 'file' ? pathComplaint(targetPlace(target, 'notes'), path, 'project') : [],
      ...configurationFile ? pathComplaint(targetPlace(target, 'notes.configurationFile'), configurationFile, 'repository') : [],
    ];
  }),
};
