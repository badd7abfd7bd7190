import type { KnownCause } from '../known-cause';

export const gitSingleSignOn: KnownCause = {
  id: 'git-single-sign-on',
  title: 'A token lacks single sign-on for git',
  signs: [/has enabled or enforced SAML SSO/],
  cause: 'The organization of the repository requires single sign-on, and the token was not authorized for it.',
  cure: 'The owner of the token opens https://github.com/settings/tokens, chooses Configure SSO and authorizes the organization.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/desktop/desktop/issues/9055'],
};
