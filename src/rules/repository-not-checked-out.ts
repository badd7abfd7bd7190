import type { DeclarationRule } from './rule';

export const repositoryNotCheckedOut: DeclarationRule = {
  id: 'repository-not-checked-out',
  level: 'warning',
  about: 'declaration',
  cause: 'No build job checks a repository out, though the guard looks it up and needs its credential.',
  cure: 'Name it in `repositories` of the job that needs it, or leave it out.',
  check: ({ repositories, jobs }) => repositories.flatMap(({ id, name }, index) =>
    jobs.some((job) => job.repositories.includes(id)) || index === 0 && repositories.some(({ refFile }) => refFile) ? [] : [{
      where: `repositories[${index}]${name && ` ${name}`}`,
      what: 'no job checks it out',
      fix: 'Add it to repositories of a job, or leave it out.',
    }]),
};
