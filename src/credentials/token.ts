import type { CredentialKind } from './credential-kind';
import { ownersOf } from '../model/facts';
import type { SecretModel } from '../model/model';
import { blocks, code, numbered } from '../text/markdown';
import { andList } from '../text/words';

/** A personal access token in a secret. */
export const token: CredentialKind<{ kind: 'token'; secret: string }> = {
  holds: ({ secret }) => [{ secret, what: 'token', expires: true }],
  proof: ({ secret }) => ({ by: 'token', secret }),
  guardField: ({ credential: { secret } }) => `token:${secret}`,
  guardEnv: ({ credential: { secret } }) => ({ [`TOKEN_${secret}`]: `\${{ secrets.${secret} }}` }),
  checkoutInputs: ({ credential: { secret } }) => ({ token: `\${{ secrets.${secret} }}` }),
  writing: { token: ({ credential: { secret } }) => `\${{ secrets.${secret} }}` },
  label: ({ secret }) => code(secret),
  howTo: (secret) => {
    const owners = ownersOf(secret.usedBy.repositories);
    return owners.length === 1 ? fineGrained(secret, code(owners[0])) : severalOwners(secret, owners);
  },
  checklist: ({ names: [name], usedBy }) => [
    `The token in ${code(name)} is approved by ${andList(ownersOf(usedBy.repositories).map(code))}, where that is asked for, and authorized for single sign-on.`,
    `The day on which ${code(name)} expires is in a calendar.`,
  ],
};

const ACCOUNT = 'Choose the account. Best is a machine user, an account that belongs to the team: '
  + 'a token of a person stops working when that person leaves.';

const EXPIRY = 'Choose an expiry and note the date: many organizations refuse a token that lives longer than a year. From 14 days before the end, each run warns.';

function fineGrained(secret: SecretModel, owner: string): string {
  return numbered([
    `${ACCOUNT} It must be a member of ${owner}, or ${owner} itself if that is a person's account.`,
    'As that account, make a [fine-grained token](https://github.com/settings/personal-access-tokens/new).',
    `Resource owner: ${owner}, the owner of what it reads. Not your own account, which is the default.`,
    `Repository access: only select repositories, ${repositories(secret)}.`,
    'Permissions: **Contents: Read-only**. GitHub adds Metadata by itself. Nothing else.',
    EXPIRY,
    `If ${owner} is an organization, it must admit fine-grained tokens. Where it approves each one, ask an owner of it: until then the token reads public repositories only.`,
    `Single sign-on: a fine-grained token is authorized when you make it. If you use a classic token instead (scope ${code('repo')}), `
      + `its owner must authorize it for ${owner} under [tokens](https://github.com/settings/tokens), Configure SSO, and again after each change of its scopes.`,
  ]);
}

/** A fine-grained token has exactly one resource owner. */
function severalOwners(secret: SecretModel, owners: readonly string[]): string {
  const names = andList(owners.map(code));
  return blocks(
    `This one secret reads repositories of ${names}, and a fine-grained token has exactly one resource owner. `
      + 'Better: declare one secret for each owner. With one secret, only a classic token can do it:',
    numbered([
      `${ACCOUNT} It must be able to read ${repositories(secret)}.`,
      `As that account, make a [classic token](https://github.com/settings/tokens/new) with the scope ${code('repo')}. There is no smaller scope for private repositories.`,
      EXPIRY,
      `Single sign-on: if ${names} use it, authorize the token for each under [tokens](https://github.com/settings/tokens), Configure SSO, and again after each change of its scopes.`,
      'An organization may refuse classic tokens. Then only one secret for each owner is left.',
    ]),
  );
}

function repositories(secret: SecretModel): string {
  return andList(secret.usedBy.repositories.map(code));
}
