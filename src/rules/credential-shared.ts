import { allCredentials, type PlacedCredential } from './credentials';
import type { DeclarationRule } from './rule';
import type { Holding } from '../credentials/credential-kind';
import { kindOf } from '../credentials/credential-kinds';

export const credentialShared: DeclarationRule = {
  id: 'credential-shared',
  level: 'error',
  about: 'declaration',
  cause: 'A secret is to hold two kinds of credential, the deploy key of two repositories, or the private key of two GitHub Apps. '
    + 'A value is of one kind, a deploy key opens exactly one repository, and a private key belongs to the App of one client id.',
  cure: 'Store each in a secret of its own; use a token or a GitHub App to read several repositories with one. Declare an App once, as a constant.',
  check: (model) => {
    const all = allCredentials(model).flatMap(holdings);
    return all.flatMap((holding, index) => {
      const first = all.slice(0, index).find((other) => clash(other, holding));
      return first ? [{ where: holding.where, ...complaint(first, holding) }] : [];
    });
  },
};

/** What a secret holds for a repository. */
interface Held extends Holding {
  readonly where: string;
  readonly repository: string;
}

function holdings({ where, repository, credential }: PlacedCredential): Held[] {
  return kindOf(credential).holds(credential).map((holding) => ({ ...holding, where, repository }));
}

function clash(a: Held, b: Held): boolean {
  const isOneKey = !a.opensOne || same(a.repository, b.repository);
  return same(a.secret, b.secret) && (a.what !== b.what || !isOneKey || !same(`${a.of}`, `${b.of}`));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function complaint(first: Held, { secret, what, of, opensOne }: Held): { readonly what: string; readonly fix: string } {
  if (first.what !== what) {
    return {
      what: `the secret '${secret}' is to hold its ${what}, and holds the ${first.what} for ${first.repository} already`,
      fix: 'Store the two in two secrets.',
    };
  }
  return opensOne ? {
    what: `the ${what} in '${secret}' opens ${first.repository} already, and no key opens two`,
    fix: 'Make a key of its own and store it in another secret, or use a token or a GitHub App for both.',
  } : {
    what: `the ${what} in '${secret}' is to be that of ${of}, and for ${first.repository} that of ${first.of}`,
    fix: 'Declare the same for both if they are one; store what belongs to another in another secret.',
  };
}
