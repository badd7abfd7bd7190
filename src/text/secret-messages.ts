import type { GuardMessage } from './guard-message';

/** What is said before GitHub is asked for a repository: of programs, secrets and Apps. */
export const secretMessages: readonly GuardMessage[] = [
  {
    id: 'a-program-is-missing',
    title: 'A program is missing',
    cause: 'The runner has not all programs that the guard calls, or its `curl` does not run. Hosted runners have them; an image of your own may lack some.',
    cure: 'Install what the message names, or let the guard run elsewhere with `guard: { runsOn }`; then re-run all jobs.',
  },
  {
    id: 'the-guard-broke-off',
    title: 'The guard broke off',
    cause: 'The runner has no room for the few files that the guard writes: the disk is full, or its temporary directory is missing or read-only. Or something ended a process of the guard. No credential is known to be at fault.',
    cure: 'Make room on the runner, or mend what the message quotes; then re-run all jobs.',
  },
  {
    id: 'a-secret-is-not-set',
    title: 'A secret is not set',
    cause: 'A required secret does not exist or is empty. The two look the same to a run.',
    cure: 'Set it with the command that the message names. A secret of an environment is set with `--env`. ' +
      'An organization\'s secret must admit this repository.',
  },
  {
    id: 'a-group-of-secrets-is-incomplete',
    title: 'A group of secrets is incomplete',
    cause: 'The secrets of a group work only together, and some of them are missing.',
    cure: 'Set the missing ones, or delete the others with `gh secret delete`.',
  },
  {
    id: 'a-private-key-is-used-as-a-token',
    title: 'A private key is used as a token',
    about: 'credential',
    cause: 'The secret holds text that begins with `-----BEGIN`, where a token is expected.',
    cure: 'Store a token in the secret, or declare the repository\'s credential as a deploy key.',
  },
  {
    id: 'a-token-holds-a-space-or-line-break',
    title: 'A token holds a space or line break',
    about: 'credential',
    cause: 'Something was copied along with the token: a space, a line break or another character that no token has.',
    cure: 'Store the token again, without a line break at its end: `printf %s "$TOKEN" | gh secret set NAME`.',
  },
  {
    id: 'a-client-id-is-not-set',
    title: 'A client id is not set',
    cause: 'The variable that holds the client id of a GitHub App does not exist or is empty. It is a variable, and no secret.',
    cure: 'Set it with the command that the message names; the client id stands in the settings of the App. An organization\'s variable must admit this repository.',
  },
  {
    id: 'a-client-id-belongs-to-no-github-app',
    title: 'A client id belongs to no GitHub App',
    cause: 'What is stored as the client id of a GitHub App is none: something else was copied, or the App was deleted.',
    cure: 'Copy the client id out of the settings of the App, where it begins with `Iv`, and store it with the command that the message names. It is not the name of the App.',
  },
  {
    id: 'a-github-app-has-no-private-key',
    title: 'A GitHub App has no private key',
    cause: 'The secret holds something else than a private key of a GitHub App, or not all of it: the message says what.',
    cure: 'Make a private key in the settings of the App, and store the whole file that GitHub hands out: `gh secret set NAME <FILE`.',
  },
  {
    id: 'a-github-app-and-its-key-do-not-match',
    title: 'A GitHub App and its key do not match',
    cause: 'GitHub knows the client id and does not accept the key (401): the two are of different Apps, or the key was deleted from the App.',
    cure: 'Store the client id and a private key of one and the same App.',
  },
  {
    id: 'the-clock-of-the-runner-is-wrong',
    title: 'The clock of the runner is wrong',
    cause: 'A GitHub App signs in with the time in hand, and the clock of the runner is minutes away from that of GitHub. No credential is at fault, and what else is said beside it comes from elsewhere.',
    cure: 'Set the clock of the runner, and let it be kept by NTP. Then re-run all jobs.',
  },
  {
    id: 'a-github-app-is-not-installed-for-an-owner',
    title: 'A GitHub App is not installed for an owner',
    cause: 'The App and its key are well, and the owner of the repositories has not installed it.',
    cure: 'Install it at the address in the message. An App that is private can be installed by the account that owns it alone: make it public, or declare another App for that owner.',
  },
  {
    id: 'a-github-app-is-suspended',
    title: 'A GitHub App is suspended',
    cause: 'The App is installed, and an owner, or whoever owns the App, has suspended it there.',
    cure: 'Unsuspend it at the address in the message, and re-run all jobs.',
  },
  {
    id: 'a-github-app-lacks-a-permission',
    title: 'A GitHub App lacks a permission',
    cause: 'The App is installed, and it asks for less than it has to do here.',
    cure: 'Grant it the permissions that the message names, in the settings of the App, and accept them for each owner.',
  },
  {
    id: 'a-permission-of-a-github-app-is-not-accepted',
    title: 'A permission of a GitHub App is not accepted',
    cause: 'The App has been given a permission since it was installed, and that holds only when an owner accepts it.',
    cure: 'An owner accepts it at the address in the message. Then re-run all jobs.',
  },
  {
    id: 'a-github-app-token-could-not-be-created',
    title: 'A GitHub App token could not be created',
    cause: 'The step that creates the token failed, and what the guard could find out explains it not, or there is no `openssl` on the runner to find it out with.',
    cure: 'See the log of that step: it shows GitHub\'s answer. After 401, store the client id and the private key of one and the same App. After 404, install the App on the repositories ' +
      'that the message names. After 422, grant the App the permission that the message names and accept it in the installation. Otherwise re-run all jobs.',
  },
];
