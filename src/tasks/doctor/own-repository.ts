import { REPOSITORY, repositoryOfRemote } from '../../github/remotes';
import { outputIfAny, type Where } from '../../outside/program';

/** Seconds; git on a broken disk would wait forever. */
const PATIENCE = 5;

/** `owner/name` of the repository that runs the workflow: where the clone pushes to; undefined where nothing says. */
export async function findOwnRepository({ root, env }: Where, serverUrl: string): Promise<string | undefined> {
  if (env.GITHUB_REPOSITORY) {
    return REPOSITORY.test(env.GITHUB_REPOSITORY) ? env.GITHUB_REPOSITORY : undefined;
  }
  const remote = await outputIfAny('git', ['remote', 'get-url', 'origin'], { root, env }, PATIENCE);
  return remote && repositoryOfRemote(remote, new URL(serverUrl).hostname);
}
