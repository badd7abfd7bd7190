import { optionOf } from './places';
import type { DeclarationRule } from './rule';

export const jobRepositoryUnknown: DeclarationRule = {
  id: 'job-repository-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'A build job is to check out a repository that the build does not declare, so the guard would know no commit of it.',
  cure: 'Declare it in `repositories` of the build, as a constant, and use that in the job.',
  check: ({ jobs, repositories }) => jobs.flatMap((job) => job.repositories
    .filter((id) => !repositories.some((repository) => repository.id === id))
    .map((name) => ({
      where: optionOf(job, 'repositories'),
      what: `${name ? `'${name}'` : 'this repository'} is none of the build's repositories, or is declared otherwise there`,
      fix: 'Declare it once, as a constant, and use that in the repositories of the build and of the job.',
    }))),
};
