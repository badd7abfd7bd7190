import type { CredentialKind } from './credential-kind';
import { token } from './token';
import { workflowToken } from './workflow-token';
import type { CredentialModel } from '../model/model';

/** Every kind of credential. */
const credentialKinds: { readonly [K in CredentialModel['kind']]: CredentialKind<Extract<CredentialModel, { kind: K }>> } = {
  'workflow-token': workflowToken,
  token,
};

/** The kind of a credential. */
export function kindOf<C extends CredentialModel>(credential: C): CredentialKind<C> {
  return credentialKinds[credential.kind] as unknown as CredentialKind<C>;
}
