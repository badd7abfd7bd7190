import type { CredentialKind, ReadWith } from './credential-kind';
import { allOpened, ownersOpened, permissionsFor, writtenTo } from './opened';
import type { Complaint } from '../github/complaint';
import { pinned } from '../github/pins';
import { repositoryNames } from '../model/facts';
import type { GithubAppModel, StepModel } from '../model/model';
import { code, numbered } from '../text/markdown';
import { andList } from '../text/words';

const CLIENT_ID = 'client id of a GitHub App';

type AppRepository = ReadWith<GithubAppModel>;

/**
 * A GitHub App. Its token lives for an hour and is revoked when its job ends, so each job that
 * reads something makes its own, and one for each owner: an installation belongs to one.
 *
 * @see https://github.com/actions/create-github-app-token#usage
 */
export const githubApp: CredentialKind<GithubAppModel> = {
  guardPart: 'appToken',
  holds: ({ secret, clientIdSecret, clientIdVariable }) => [
    {
      secret,
      what: 'private key of a GitHub App',
      of: `the client id in ${clientIdSecret ? `the secret '${clientIdSecret}'` : `the variable '${clientIdVariable}'`}`,
    },
    ...clientIdSecret ? [{ secret: clientIdSecret, what: CLIENT_ID }] : [],
  ],
  variables: ({ clientIdVariable }) => clientIdVariable ? [{ name: clientIdVariable, what: CLIENT_ID }] : [],
  complaint: clientIdProblem,
  proof: ({ secret }) => ({ by: 'installation', secret }),
  steps: (repositories) => installations(repositories).map((installation) => ({
    step: mintStep(installation),
    secrets: githubApp.holds(installation[0].credential).map(({ secret }) => secret),
  })),
  guardField: ({ credential: { tokenId } }) => `app:${tokenId}`,
  guardEnv: (repository) => ({
    [`TOKEN_${repository.credential.tokenId}`]: tokenOf(repository),
    [`OUTCOME_${repository.credential.tokenId}`]: `\${{ steps.${stepId(repository)}.outcome }}`,
  }),
  checkoutInputs: (repository) => ({ token: tokenOf(repository) }),
  label: ({ secret }) => `the GitHub App of ${code(secret)}`,
  howTo: ({ names: [name, clientIdSecret] }, opened) => numbered([
    'Register a GitHub App in the organization that should own it: Settings, Developer settings, GitHub Apps, New GitHub App. Switch its webhook off.',
    `Permissions: ${permissionsFor(opened)}. GitHub adds Metadata by itself. Nothing else.`,
    `Install it for ${andList(ownersOpened(opened))}, on ${repositoryNames(...allOpened(opened))} only.`,
    `Store its client id${clientIdSecret ? ` in ${code(clientIdSecret)}` : ' in the variable named below'}, and a private key, the whole file, in ${code(name)}. The key does not expire; a run makes tokens from it that live for an hour${writtenTo(opened).length > 0 ? ', each for one owner and one purpose' : ''}.`,
  ]),
  checklist: (_secret, opened) => [
    `The GitHub App is installed on ${repositoryNames(...allOpened(opened))}${writtenTo(opened).length > 0 ? `, with ${permissionsFor(opened)}` : ''}.`,
  ],
};

function clientIdProblem({ clientIdVariable, clientIdSecret }: GithubAppModel): Complaint | undefined {
  const named = [clientIdVariable, clientIdSecret].filter(Boolean).length;
  return named === 1 && /^\w*$/.test(clientIdVariable) ? undefined : {
    why: named === 1
      ? `the variable '${clientIdVariable}' has other characters than letters, digits and '_'`
      : `the client id of its GitHub App is stored in ${named} places; one is needed`,
    hint: "Write clientId: { variable: 'APP_CLIENT_ID' } or clientId: { secret: 'APP_CLIENT_ID' }.",
  };
}

/** All repositories of one owner that one App reads. */
function installations(repositories: readonly AppRepository[]): AppRepository[][] {
  const groups = new Map<string, AppRepository[]>();
  for (const repository of repositories) {
    groups.set(stepId(repository), [...groups.get(stepId(repository)) ?? [], repository]);
  }
  return [...groups.values()];
}

/** Owner, repositories and permissions are always narrowed: without them a token could do all that the App can. */
function mintStep(repositories: AppRepository[]): StepModel {
  const [first] = repositories;
  return {
    name: `Make a token for ${ownerOf(first)}`,
    id: stepId(first),
    uses: pinned('actions/create-github-app-token'),
    with: {
      'client-id': clientId(first.credential),
      'private-key': `\${{ secrets.${first.credential.secret} }}`,
      'owner': ownerOf(first),
      'repositories': [...new Set(repositories.map(({ name }) => name.split('/')[1]))].join('\n'),
      'permission-contents': 'read',
    },
  };
}

function clientId({ clientIdSecret, clientIdVariable }: GithubAppModel): string {
  return clientIdSecret ? `\${{ secrets.${clientIdSecret} }}` : `\${{ vars.${clientIdVariable} }}`;
}

function ownerOf({ name }: AppRepository): string {
  return name.split('/')[0];
}

function stepId({ credential: { tokenId } }: AppRepository): string {
  return `app-token-${tokenId.toLowerCase().replace(/_/g, '-')}`;
}

function tokenOf(repository: AppRepository): string {
  return `\${{ steps.${stepId(repository)}.outputs.token }}`;
}
