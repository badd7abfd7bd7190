import { pathComplaint } from './paths';
import type { DeclarationRule } from './rule';

export const versionFileUnreachable: DeclarationRule = {
  id: 'version-file-unreachable',
  level: 'error',
  about: 'declaration',
  cause: 'A file that is to hold the version of the tag lies outside the project, or the main repository is another one than the one that is tagged.',
  cure: 'Write paths relative to the project, and make the repository of the workflow the main one: `Repository.self()`.',
  check: ({ version: { files, texts }, repositories }) => [
    ...files.flatMap((file, index) => pathComplaint(`version.files[${index}]`, file, 'project')),
    ...texts.flatMap(({ path }, index) => pathComplaint(`version.texts[${index}].path`, path, 'project')),
    ...(files.length || texts.length) && repositories[0] && !repositories[0].self ? [{
      where: files.length ? 'version.files' : 'version.texts',
      what: `the tag is one of the repository of the workflow, and the main repository is '${repositories[0].name}'`,
      fix: 'Leave `version` out, or make Repository.self() the first of the repositories.',
    }] : [],
  ],
};
