import type { CredentialKind } from './credential-kind';

/** The workflow's own token: actions/checkout takes it by itself. */
export const workflowToken: CredentialKind<{ kind: 'workflow-token' }> = {
  holds: () => [],
  proof: () => ({ by: 'being public' }),
  guardField: () => '-',
  guardEnv: () => ({}),
  checkoutInputs: () => ({}),
  writing: { token: () => '${{ github.token }}' },
  label: () => "the workflow's own token",
  howTo: () => '',
  checklist: () => [],
};
