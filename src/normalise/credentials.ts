import type { Credential, CredentialSpec } from '../credential';
import type { CredentialModel, GithubAppModel } from '../model/model';

/** An App as declared; what its token is called, all repositories of a build decide together. */
export type DeclaredApp = Omit<GithubAppModel, 'tokenId'>;

export function normaliseCredential(credential: Credential | undefined): Exclude<CredentialModel, GithubAppModel> | DeclaredApp {
  const spec: CredentialSpec = credential?._spec ?? { kind: 'workflow-token' };
  switch (spec.kind) {
    case 'workflow-token':
      return { kind: spec.kind };
    case 'token':
    case 'deploy-key':
      return { kind: spec.kind, secret: spec.options.secret };
    case 'github-app': {
      const { clientId, privateKey } = spec.options;
      return { kind: spec.kind, secret: privateKey.secret, clientIdVariable: clientId.variable ?? '', clientIdSecret: clientId.secret ?? '' };
    }
  }
}
