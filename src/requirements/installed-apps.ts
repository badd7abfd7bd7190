import type { RequirementKind } from './requirement';
import { allRead, type ReadAt } from './siblings';
import { unknown, type Verdict } from './verdict';
import { proofOf } from '../credentials/credential-kinds';

/** GitHub tells of an installation only to the App, and the doctor asks as the user. */
export const installedApps: RequirementKind = {
  id: 'installed-apps',
  title: 'GitHub Apps',
  guard: [
    'a-github-app-token-could-not-be-created', 'a-github-app-is-not-installed-on-a-repository', 'a-github-app-is-not-installed-for-an-owner',
    'a-github-app-is-suspended', 'a-github-app-lacks-a-permission', 'a-permission-of-a-github-app-is-not-accepted',
  ],
  of: ({ model }) => allRead(model).flatMap(({ label, repository }) => {
    const proof = proofOf(repository);
    return proof.by === 'installation' ? [{ subject: `the App of ${proof.secret} on ${label}`, lookUp: async () => unseen(repository) }] : [];
  }),
};

function unseen({ name }: ReadAt): Verdict {
  return unknown(
    'GitHub tells only the App itself where it is installed',
    `See under Settings, GitHub Apps of ${name.split('/')[0]} that it is installed on ${name} with Contents: read.`,
  );
}
