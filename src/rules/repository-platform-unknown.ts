import type { DeclarationRule } from './rule';
import { legsOf } from '../model/jobs';
import { suggestion } from '../text/suggestion';

export const repositoryPlatformUnknown: DeclarationRule = {
  id: 'repository-platform-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'A repository is for a platform that no job has which checks it out, or the main repository, in which builds run, is not for all of them.',
  cure: 'Correct the name, or leave `platforms` out.',
  check: (model) => model.repositories.flatMap(({ id, name, platforms }, index) => {
    const where = `repositories[${index}] ${name} platforms`;
    const known = [...new Set(legsOf(model).filter(({ job }) => job.repositories.includes(id)).map(({ platform }) => platform.name))];
    return [
      ...index === 0 && platforms.length ? [{ where, what: 'this is the main repository, which every platform needs', fix: 'Leave platforms out.' }] : [],
      ...platforms.filter((platform) => !known.includes(platform)).map((platform) => ({
        where,
        what: `no job that checks it out has a platform '${platform}'`,
        fix: suggestion(platform, known),
      })),
    ];
  }),
};
