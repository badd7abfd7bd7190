import { credentialSteps, kindOf, secretsOf } from '../../credentials/credential-kinds';
import type { ReadRepository } from '../../model/jobs';
import { distinct } from '../../text/words';

/**
 * The secrets of credentials that a generated step is given. Some kinds of credentials make a token
 * first, and the secrets go there; those of the others go to what reads the repository.
 *
 * @param readerOf the id of the step that reads a repository
 */
export function credentialSecrets<T extends ReadRepository>(
  repositories: readonly T[],
  step: string,
  readerOf: (repository: T) => string,
): string[] {
  const read = repositories.filter((repository) => readerOf(repository) === step && !kindOf(repository.credential).steps);
  return distinct([
    ...credentialSteps(repositories).filter((made) => made.step.id === step).flatMap(({ secrets }) => secrets),
    ...read.flatMap(({ credential }) => secretsOf(credential)),
  ]);
}
