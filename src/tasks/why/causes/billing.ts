import type { KnownCause } from '../known-cause';

export const billing: KnownCause = {
  id: 'billing',
  title: 'GitHub asks for a payment',
  signs: [/^The job was not started because (?:recent account payments have failed|your account is locked)/],
  cause: 'The account has no minutes left, a payment failed, or its budget for Actions is used up. No job has begun.',
  cure: 'Mend it under Billing and plans of the owner of the repository.',
  then: 'settings-then-rerun',
  before: '',
  sources: ['https://github.com/nodejs/admin/issues/980'],
};
