import type { CredentialKind, CredentialStep, ReadWith, WritesWith } from './credential-kind';
import { allOpened, ownersOpened, permissionsFor, writtenTo } from './opened';
import type { Complaint } from '../github/complaint';
import { pinned } from '../github/pins';
import { repositoryNames } from '../model/facts';
import type { GithubAppModel } from '../model/model';
import { code, numbered } from '../text/markdown';
import { andList } from '../text/words';

const CLIENT_ID = 'client id of a GitHub App';

type AppRepository = ReadWith<GithubAppModel>;
type AppTarget = WritesWith<GithubAppModel>;

/** A token that is made: by an App, for repositories of one owner, with the least rights. */
interface Minted {
  readonly app: GithubAppModel;
  readonly owner: string;
  readonly repositories: readonly string[];
  /** `permission-contents` and the like. */
  readonly permissions: Readonly<Record<string, string>>;
}

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
  steps: (repositories) => byToken(repositories).map((installation) => mint({
    app: installation[0].credential,
    ...installationOf(installation.map(({ name }) => name)),
    permissions: { 'permission-contents': 'read' },
  })),
  guardField: ({ credential: { tokenId } }) => `app:${tokenId}`,
  env: ({ credential }) => ({ [`TOKEN_${credential.tokenId}`]: tokenOf(credential) }),
  checkoutInputs: ({ credential }) => ({ token: tokenOf(credential) }),
  writing: {
    steps: (targets) => byToken(targets).map((installation) => mint({
      app: installation[0].credential,
      ...installationOf(installation.map(({ repository }) => repository)),
      permissions: Object.assign({}, ...installation.map(permissionsOf)),
    })),
    token: ({ credential }) => tokenOf(credential),
  },
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

/** What one token opens: all of one owner that one App reads, or writes to. */
function byToken<T extends AppRepository | AppTarget>(opened: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of opened) {
    const { tokenId } = one.credential;
    groups.set(tokenId, [...groups.get(tokenId) ?? [], one]);
  }
  return [...groups.values()];
}

/** '' is the repository that the workflow runs in. */
function installationOf(names: readonly string[]): Pick<Minted, 'owner' | 'repositories'> {
  const [owner] = names[0].split('/');
  return {
    owner: owner || '${{ github.repository_owner }}',
    repositories: names.map((name) => name.split('/')[1] ?? '${{ github.event.repository.name }}'),
  };
}

function permissionsOf(target: AppTarget): Record<string, string> {
  return target.kind === 'workflow' ? { 'permission-actions': 'write' } : {
    'permission-contents': 'write',
    ...target.discussionCategory && { 'permission-discussions': 'write' },
  };
}

/** Owner, repositories and permissions are always narrowed: without them a token could do all that the App can. */
function mint({ app, owner, repositories, permissions }: Minted): CredentialStep {
  return {
    secrets: githubApp.holds(app).map(({ secret }) => secret),
    step: {
      name: `Make a token for ${owner.startsWith('$') ? 'this repository' : owner}`,
      id: stepId(app),
      uses: pinned('actions/create-github-app-token'),
      with: {
        'client-id': clientId(app),
        'private-key': `\${{ secrets.${app.secret} }}`,
        owner,
        'repositories': [...new Set(repositories)].join('\n'),
        ...permissions,
      },
    },
    guardEnv: guardEnv(app, permissions),
  };
}

/** As assets/app-token.sh reads it. What is secret is there only where no token is. */
function guardEnv(app: GithubAppModel, permissions: Minted['permissions']): Record<string, string> {
  const { tokenId, secret, clientIdSecret, clientIdVariable } = app;
  const rights = Object.entries(permissions).map(([name, access]) => `${name.replace(/^permission-/, '')}=${access}`);
  const withoutToken = (name: string) => `\${{ steps.${stepId(app)}.outputs.token == '' && secrets.${name} || '' }}`;
  return {
    [`APP_${tokenId}`]: `${secret} ${clientIdSecret ? `secret ${clientIdSecret}` : `variable ${clientIdVariable}`} ${rights.join()}`,
    [`CLIENT_ID_${tokenId}`]: clientIdSecret ? withoutToken(clientIdSecret) : clientId(app),
    [`PRIVATE_KEY_${tokenId}`]: withoutToken(secret),
  };
}

function clientId({ clientIdSecret, clientIdVariable }: GithubAppModel): string {
  return clientIdSecret ? `\${{ secrets.${clientIdSecret} }}` : `\${{ vars.${clientIdVariable} }}`;
}

function stepId({ tokenId }: GithubAppModel): string {
  return `app-token-${tokenId.toLowerCase().replace(/_/g, '-')}`;
}

function tokenOf(app: GithubAppModel): string {
  return `\${{ steps.${stepId(app)}.outputs.token }}`;
}
