import { proverOf } from './repository-provers';
import type { RequirementKind } from './requirement';
import { allRead } from './siblings';

/** The repository that runs the workflow is read by every run: it is not asked for. */
export const readableRepositories: RequirementKind = {
  id: 'readable-repositories',
  title: 'Readable repositories',
  guard: [
    'a-private-key-is-used-as-a-token',
    'a-token-holds-a-space-or-line-break',
    'a-token-was-rejected',
    'a-token-lacks-single-sign-on',
    'an-ip-allow-list-refuses-the-runner',
    'a-token-lives-too-long',
    'classic-tokens-are-refused',
    'a-token-lacks-a-permission',
    'github-refused-a-token',
    'a-classic-token-does-not-see-a-repository',
    'a-fine-grained-token-does-not-see-a-repository',
    'a-token-does-not-see-a-repository',
    'a-repository-seems-private',
    'a-token-expires-within-hours',
    'a-deploy-key-is-not-registered',
  ],
  of: ({ model }) => allRead(model).flatMap(({ label, repository }) => {
    const prover = proverOf(repository);
    return prover ? [{ subject: label, lookUp: prover }] : [];
  }),
};
