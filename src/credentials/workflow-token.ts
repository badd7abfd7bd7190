import type { CredentialKind } from './credential-kind';

/** The workflow's own token: actions/checkout takes it by itself. */
export const workflowToken: CredentialKind<{ kind: 'workflow-token' }> = {
  holds: () => [],
  publishComplaint: (repository) => repository === '' ? undefined : {
    why: `is the workflow's own token, which can do nothing in ${repository}`,
    hint: "Leave repository out if that is the one of the workflow; otherwise declare one that may, for instance credential: Credential.token({ secret: 'RELEASE_TOKEN' }).",
  },
  proof: () => ({ by: 'being public' }),
  guardField: () => '-',
  env: () => ({}),
  checkoutInputs: () => ({}),
  writing: { token: () => '${{ github.token }}' },
  label: () => "the workflow's own token",
  howTo: () => '',
  checklist: () => [],
};
