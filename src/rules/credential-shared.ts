import type { DeclarationRule } from './rule';
import type { RepositoryModel } from '../model/model';

export const credentialShared: DeclarationRule = {
  id: 'credential-shared',
  level: 'error',
  about: 'declaration',
  cause: 'A secret is to hold two kinds of credential, or the deploy key of two repositories. A value is of one kind, and a deploy key opens exactly one repository.',
  cure: 'Store each in a secret of its own; use a token or a GitHub App to read several repositories with one.',
  check: ({ repositories }) => {
    const all = repositories.flatMap(holdings);
    return all.flatMap((holding, index) => {
      const first = all.slice(0, index).find((other) => clash(other, holding));
      return first ? [{ where: holding.where, ...complaint(first, holding) }] : [];
    });
  },
};

/** What a secret holds for a repository. */
interface Holding {
  readonly where: string;
  readonly secret: string;
  readonly kind: 'token' | 'deploy key' | 'private key of a GitHub App' | 'client id of a GitHub App';
  readonly repository: string;
}

function holdings({ name, credential }: RepositoryModel, index: number): Holding[] {
  const of = (kind: Holding['kind'], secret: string) => ({ where: `repositories[${index}] ${name}`, secret, kind, repository: name });
  switch (credential.kind) {
    case 'token':
      return [of('token', credential.secret)];
    case 'deploy-key':
      return [of('deploy key', credential.secret)];
    case 'github-app': {
      const { secret, clientIdSecret } = credential;
      return [of('private key of a GitHub App', secret), ...clientIdSecret ? [of('client id of a GitHub App', clientIdSecret)] : []];
    }
    default:
      return [];
  }
}

function clash(a: Holding, b: Holding): boolean {
  const isOneKey = a.kind !== 'deploy key' || same(a.repository, b.repository);
  return same(a.secret, b.secret) && (a.kind !== b.kind || !isOneKey);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function complaint(first: Holding, { secret, kind }: Holding): { readonly what: string; readonly fix: string } {
  return first.kind === kind ? {
    what: `the deploy key in '${secret}' opens ${first.repository} already, and no key opens two`,
    fix: 'Make a key of its own and store it in another secret, or use a token or a GitHub App for both.',
  } : {
    what: `the secret '${secret}' is to hold its ${kind}, and holds the ${first.kind} for ${first.repository} already`,
    fix: 'Store the two in two secrets.',
  };
}
