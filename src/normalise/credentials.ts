import type { Credential, CredentialSpec } from '../credential';
import { MAX_NAME_IN_ID } from '../github/limits';
import type { CredentialModel, GithubAppModel } from '../model/model';
import { freeName } from '../text/words';

/** An App as declared; what its token is called, all repositories of a build decide together. */
type DeclaredApp = Omit<GithubAppModel, 'tokenId'>;

type Declared = Exclude<CredentialModel, GithubAppModel> | DeclaredApp;

/** What is opened, and by what. */
export interface Access {
  /** Of the repository. */
  readonly owner: string;
  readonly credential: Credential | undefined;
  /** What it is opened for; reading, where nothing is said. */
  readonly purpose?: 'release' | 'start';
}

/**
 * An App makes a token for each owner and purpose, which is called by them; a token in a secret has the secret's name.
 *
 * @param others those of the build that have their names already
 */
export function normaliseCredentials(accesses: readonly Access[], others: readonly CredentialModel[] = []): CredentialModel[] {
  const declared = accesses.map(({ credential }) => declaredCredential(credential));
  const taken = new Set([...others, ...declared].flatMap((credential) => nameOf(credential)?.toLowerCase() ?? []));
  const ids = new Map<string, string>();
  const tokenIdOf = (app: DeclaredApp, { owner, purpose }: Access) => {
    const key = JSON.stringify([app, owner, purpose]).toLowerCase();
    const name = [app.secret, owner.replace(/-/g, '_'), ...purpose ? [purpose] : []].join('_');
    const id = ids.get(key) ?? freeName(name.slice(0, MAX_NAME_IN_ID), '_', taken);
    ids.set(key, id);
    return id;
  };
  return declared.map((credential, index) =>
    credential.kind === 'github-app' ? { ...credential, tokenId: tokenIdOf(credential, accesses[index]) } : credential);
}

function nameOf(credential: CredentialModel | Declared): string | undefined {
  return 'tokenId' in credential ? credential.tokenId : credential.kind === 'token' ? credential.secret : undefined;
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
