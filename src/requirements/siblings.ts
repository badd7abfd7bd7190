import { shapeProblem } from './token-probe';
import type { World } from './world';
import { proofOf } from '../credentials/credential-kinds';
import { gitDependenciesIn, type ReadRepository } from '../model/jobs';
import type { Model, RepositoryModel } from '../model/model';
import type { GitHub } from '../outside/github-client';

/** A repository that is read at a ref, or at any where what fetches it says at which. */
export interface ReadAt extends ReadRepository {
  readonly ref: string;
}

/** A repository beside the one that runs the workflow. */
interface Sibling {
  /** Its name, with its path where one name is checked out twice. */
  readonly label: string;
  readonly repository: RepositoryModel;
}

/** The repositories beside the one that runs the workflow: that one is read by every run, at the tag. */
export function siblings({ repositories }: Model): Sibling[] {
  return repositories.filter(({ self }) => !self).map((repository) => {
    const twice = repositories.filter(({ name }) => name === repository.name).length > 1;
    return { repository, label: twice ? `${repository.name} (${repository.path})` : repository.name };
  });
}

/** Those, and what is fetched from others; a lock file says at which commit. */
export function allRead(model: Model): { readonly label: string; readonly repository: ReadAt }[] {
  const fetched = gitDependenciesIn(model.dependencies).map(({ name, credential }) => ({ label: `${name} (dependency)`, repository: { name, credential, ref: 'HEAD' } }));
  return [...siblings(model), ...fetched];
}

/** The repository's own token where the user has it, for it may see what the user does not. */
export function readerOf(world: World, repository: RepositoryModel): GitHub {
  const proof = proofOf(repository);
  const token = proof.by === 'token' ? world.exported(proof.secret) : undefined;
  return token === undefined || shapeProblem(token) ? world.github : world.as(token);
}
