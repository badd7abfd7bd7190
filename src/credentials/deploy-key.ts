import type { CredentialKind } from './credential-kind';
import { blocks, code, codeBlock, numbered } from '../text/markdown';
import { shownShellWord } from '../text/shell';

/** A deploy key: an SSH key that opens one repository. */
export const deployKey: CredentialKind<{ kind: 'deploy-key'; secret: string }> = {
  guardPart: 'deployKey',
  holds: ({ secret }) => [{ secret, what: 'deploy key', opensOne: true }],
  publishComplaint: () => ({
    why: 'is a deploy key, which opens git alone: it makes no release and starts no workflow',
    hint: 'Declare a token or a GitHub App.',
  }),
  proof: ({ secret }) => ({ by: 'deploy key', secret }),
  guardField: ({ credential: { secret } }) => `key:${secret}`,
  env: ({ credential: { secret } }) => ({ [`KEY_${secret}`]: `\${{ secrets.${secret} }}` }),
  checkoutInputs: ({ credential: { secret } }) => ({ 'ssh-key': `\${{ secrets.${secret} }}` }),
  label: ({ secret }) => `the deploy key in ${code(secret)}`,
  howTo: ({ names: [name], usedBy: { repositories: [repository] } }) => blocks(
    'A deploy key is an SSH key that opens one repository. Make a pair without a passphrase, add the public half to the repository, '
      + 'store the private half, and delete the files:',
    codeBlock('sh', [
      `ssh-keygen -t ed25519 -N '' -C ${shownShellWord(`tag build reads ${repository}`)} -f deploy-key`,
      `gh repo deploy-key add deploy-key.pub --repo ${shownShellWord(repository)} --title 'tag build'`,
      `gh secret set ${shownShellWord(name)} < deploy-key`,
      'rm deploy-key deploy-key.pub',
    ]),
    numbered([
      'It needs no write access: leave "Allow write access" off.',
      `It takes somebody who administers ${code(repository)}. GitHub deletes the key when the token that added it is deleted.`,
      'An organization may forbid deploy keys; new organizations do by default.',
    ]),
  ),
  checklist: ({ names: [name], usedBy: { repositories: [repository] } }) => [
    `The public half of the key in ${code(name)} is a deploy key of ${code(repository)}.`,
  ],
};
