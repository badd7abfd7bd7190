import { needed, struct, type Table, text, type Word } from './field';
import {
  Credential,
  type DeployKeyCredentialOptions,
  type GithubAppClientId,
  type GithubAppCredentialOptions,
  type GithubAppPrivateKey,
  type TokenCredentialOptions,
} from '../credential';

const token: Table<TokenCredentialOptions> = { secret: needed(text('secret')) };

const clientId: Table<GithubAppClientId> = { variable: text('word'), secret: text('secret') };

const privateKey: Table<GithubAppPrivateKey> = { secret: needed(text('secret')) };

const githubApp: Table<GithubAppCredentialOptions> = {
  clientId: needed(struct(() => clientId)),
  privateKey: needed(struct(() => privateKey)),
};

const deployKey: Table<DeployKeyCredentialOptions> = { secret: needed(text('secret')) };

export const credential: Word<Credential> = {
  class: Credential,
  kinds: {
    'workflow-token': {},
    'token': { options: needed(struct(() => token)) },
    'github-app': { options: needed(struct(() => githubApp)) },
    'deploy-key': { options: needed(struct(() => deployKey)) },
  },
};
