import type { ProjectRule } from './rule';

export const readmeNotUtf8: ProjectRule = {
  id: 'readme-not-utf8',
  level: 'error',
  about: 'project',
  cause: 'The README is in another encoding, such as Latin-1 or UTF-16. Written back with the section in it, some of its characters would be lost. GitHub shows it wrongly, too.',
  cure: 'Save it as UTF-8.',
  check: ({ model, readmeIsUtf8 }) => readmeIsUtf8 ? [] : [{
    where: `readme '${model.readme.path}'`,
    what: 'is not UTF-8, and the section cannot be put in without losing characters',
    fix: 'Save it as UTF-8, in an editor or by iconv.',
  }],
};
