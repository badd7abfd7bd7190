import type { CredentialKind } from './credential-kind';
import { allOpened, type Opened, ownersOpened, permissionsFor, writtenTo } from './opened';
import { repositoryNames } from '../model/facts';
import { blocks, code, numbered } from '../text/markdown';
import { andList } from '../text/words';

/** A personal access token in a secret. */
export const token: CredentialKind<{ kind: 'token'; secret: string }> = {
  holds: ({ secret }) => [{ secret, what: 'token', expires: true }],
  proof: ({ secret }) => ({ by: 'token', secret }),
  guardField: ({ credential: { secret } }) => `token:${secret}`,
  env: ({ credential: { secret } }) => ({ [`TOKEN_${secret}`]: `\${{ secrets.${secret} }}` }),
  checkoutInputs: ({ credential: { secret } }) => ({ token: `\${{ secrets.${secret} }}` }),
  writing: { token: ({ credential: { secret } }) => `\${{ secrets.${secret} }}` },
  label: ({ secret }) => code(secret),
  howTo: (_secret, opened) => {
    const owners = ownersOpened(opened);
    return owners.length === 1 ? fineGrained(opened, owners[0]) : severalOwners(opened, andList(owners));
  },
  checklist: ({ names: [name] }, opened) => [
    `The token in ${code(name)} is approved by ${andList(ownersOpened(opened))}, where that is asked for, and authorized for single sign-on.`,
    ...(writtenTo(opened).length > 0 ? [`Its account may write to ${repositoryNames(...writtenTo(opened))}.`] : []),
    `The day on which ${code(name)} expires is in a calendar.`,
  ],
};

const ACCOUNT = 'Choose the account. Best is a machine user, an account that belongs to the team: '
  + 'a token of a person stops working when that person leaves.';

const EXPIRY = 'Choose an expiry and note the date: many organizations refuse a token that lives longer than a year. From 14 days before the end, each run warns.';

function fineGrained(opened: Opened, owner: string): string {
  const writes = writtenTo(opened);
  return numbered([
    `${ACCOUNT} It must be a member of ${owner}, or ${owner} itself if that is a person's account.`
      + `${writes.length > 0 ? ` It needs the role Write in ${repositoryNames(...writes)}.` : ''}`,
    'As that account, make a [fine-grained token](https://github.com/settings/personal-access-tokens/new).',
    `Resource owner: ${owner}, the owner of what it ${writes.length > 0 ? 'opens' : 'reads'}. Not your own account, which is the default.`,
    `Repository access: only select repositories, ${repositoryNames(...allOpened(opened))}.`,
    `Permissions: ${permissionsFor(opened)}. GitHub adds Metadata by itself. Nothing else.${readAlong(opened)}`,
    EXPIRY,
    `If ${owner} is an organization, it must admit fine-grained tokens. Where it approves each one, ask an owner of it: until then the token ${writes.length > 0 ? 'writes nowhere' : 'reads public repositories only'}.`,
    `Single sign-on: a fine-grained token is authorized when you make it. If you use a classic token instead (scope ${code('repo')}), `
      + `its owner must authorize it for ${owner} under [tokens](https://github.com/settings/tokens), Configure SSO, and again after each change of its scopes.`,
  ]);
}

/** Its permissions hold in all of its repositories alike. */
function readAlong(opened: Opened): string {
  const onlyRead = opened.read.filter((name) => !writtenTo(opened).includes(name));
  return onlyRead.length === 0 || writtenTo(opened).length === 0
    ? ''
    : ` They hold in ${repositoryNames(...onlyRead)} too, which it has only to read: one secret for reading and one for writing keep them apart.`;
}

/** A fine-grained token has exactly one resource owner. */
function severalOwners(opened: Opened, owners: string): string {
  const writes = writtenTo(opened);
  return blocks(
    `This one secret ${writes.length > 0 ? 'opens' : 'reads'} repositories of ${owners}, and a fine-grained token has exactly one resource owner. `
      + 'Better: declare one secret for each owner. With one secret, only a classic token can do it:',
    numbered([
      `${ACCOUNT} It must be able to ${abilities(opened)}.`,
      `As that account, make a [classic token](https://github.com/settings/tokens/new) with the scope ${code('repo')}. There is no smaller scope for private repositories.`,
      EXPIRY,
      `Single sign-on: if ${owners} use it, authorize the token for each under [tokens](https://github.com/settings/tokens), Configure SSO, and again after each change of its scopes.`,
      'An organization may refuse classic tokens. Then only one secret for each owner is left.',
    ]),
  );
}

function abilities(opened: Opened): string {
  const writes = writtenTo(opened);
  return andList([
    ...(opened.read.length > 0 ? [`read ${repositoryNames(...opened.read)}`] : []),
    ...(writes.length > 0 ? [`write to ${repositoryNames(...writes)}`] : []),
  ]);
}
