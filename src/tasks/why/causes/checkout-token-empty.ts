import type { KnownCause } from '../known-cause';

export const checkoutTokenEmpty: KnownCause = {
  id: 'checkout-token-empty',
  title: 'A checkout was given no token',
  signs: [/^Input required and not supplied: token$/],
  cause: 'The secret with the token of a checkout does not exist, or is empty: the action takes both for no token.',
  cure: 'Set the secret that the step names; `tag-build:doctor` says the command.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/actions/checkout/blob/main/src/input-helper.ts'],
};
