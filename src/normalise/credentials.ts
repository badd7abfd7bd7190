import type { Credential, CredentialSpec } from '../credential';
import { MAX_NAME_IN_ID } from '../github/limits';
import type { CredentialModel, GithubAppModel } from '../model/model';
import { freeName } from '../text/words';

/** An App as declared; what its token is called, all repositories of a build decide together. */
type DeclaredApp = Omit<GithubAppModel, 'tokenId'>;

type Declared = Exclude<CredentialModel, GithubAppModel> | DeclaredApp;

/** What is read, and by what. */
interface Reading {
  /** Of the repository. */
  readonly owner: string;
  readonly credential: Credential | undefined;
}

/** An App makes a token for each owner, which is called by both; a token in a secret has the secret's name. */
export function normaliseCredentials(readings: readonly Reading[]): CredentialModel[] {
  const declared = readings.map(({ credential }) => declaredCredential(credential));
  const taken = new Set(declared.flatMap((credential) => credential.kind === 'token' ? [credential.secret.toLowerCase()] : []));
  const ids = new Map<string, string>();
  const tokenIdOf = (app: DeclaredApp, owner: string) => {
    const key = JSON.stringify([app, owner]).toLowerCase();
    const id = ids.get(key) ?? freeName(`${app.secret}_${owner.replace(/-/g, '_')}`.slice(0, MAX_NAME_IN_ID), '_', taken);
    ids.set(key, id);
    return id;
  };
  return declared.map((credential, index) =>
    credential.kind === 'github-app' ? { ...credential, tokenId: tokenIdOf(credential, readings[index].owner) } : credential);
}

function declaredCredential(credential: Credential | undefined): Declared {
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
