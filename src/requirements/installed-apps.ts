import type { RequirementKind } from './requirement';
import { siblings } from './siblings';
import { unknown } from './verdict';

/** GitHub tells of an installation only to the App, and the doctor asks as the user. */
export const installedApps: RequirementKind = {
  id: 'installed-apps',
  title: 'GitHub Apps',
  guard: ['a-github-app-token-could-not-be-created', 'a-github-app-is-not-installed-on-a-repository'],
  of: ({ model }) => siblings(model).flatMap(({ label, repository: { name, credential } }) => credential.kind !== 'github-app' ? [] : [{
    subject: `the App of ${credential.secret} on ${label}`,
    lookUp: async () => unknown(
      'GitHub tells only the App itself where it is installed',
      `See under Settings, GitHub Apps of ${name.split('/')[0]} that it is installed on ${name} with Contents: read.`,
    ),
  }]),
};
