import { dependencyPlace } from './dependencies';
import type { DeclarationRule } from './rule';

export const dependencyNotFetched: DeclarationRule = {
  id: 'dependency-not-fetched',
  level: 'error',
  about: 'declaration',
  cause: 'A dependency can be read in the steps of `prepare` and where submodules are checked out, and the jobs that it is declared for have neither. The build itself cannot read it.',
  cure: 'Put what installs dependencies into `prepare`, for instance `{ run: \'npm ci\' }`, `{ run: \'cargo fetch --locked\' }` or `{ run: \'go mod download\' }`.',
  check: ({ dependencies, jobs }) => dependencies.filter(({ id }) => !jobs.some((job) => job.dependencies.includes(id))).map((dependency) => ({
    where: dependencyPlace(dependency),
    what: 'no step could read it: it is for the steps of prepare, and there are none',
    fix: "Put what installs dependencies into prepare, for instance prepare: [{ run: 'npm ci' }].",
  })),
};
