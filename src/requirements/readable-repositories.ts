import { cannotTell } from './ask';
import { fields, text } from './data';
import type { RequirementKind } from './requirement';
import { siblings } from './siblings';
import { probe } from './token-probe';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import type { CredentialModel, RepositoryModel } from '../model/model';

type Prover<C> = (world: World, repository: RepositoryModel, credential: C) => Promise<Verdict>;

/** How each kind of credential is tried from here. */
const provers: { readonly [K in CredentialModel['kind']]: Prover<Extract<CredentialModel, { kind: K }>> } = {
  'workflow-token': byWorkflowToken,
  'token': byToken,
};

/** The repository that runs the workflow is read by every run: it is not asked for. */
export const readableRepositories: RequirementKind = {
  id: 'readable-repositories',
  title: 'Readable repositories',
  guard: [
    'a-private-key-is-used-as-a-token',
    'a-token-holds-a-space-or-line-break',
    'a-token-was-rejected',
    'a-token-lacks-single-sign-on',
    'an-ip-allow-list-refuses-the-runner',
    'a-token-lives-too-long',
    'classic-tokens-are-refused',
    'a-token-lacks-a-permission',
    'github-refused-a-token',
    'a-classic-token-does-not-see-a-repository',
    'a-fine-grained-token-does-not-see-a-repository',
    'a-token-does-not-see-a-repository',
    'a-repository-seems-private',
    'a-token-expires-within-hours',
  ],
  of: ({ model }) => siblings(model).map(({ label, repository }) => ({
    subject: label,
    lookUp: (world) => (provers[repository.credential.kind] as Prover<CredentialModel>)(world, repository, repository.credential),
  })),
};

/** That token sees what is public and the repository it runs in, whatever the user sees. */
async function byWorkflowToken(world: World, { name }: RepositoryModel): Promise<Verdict> {
  if (name.toLowerCase() === world.repository?.toLowerCase()) {
    return ok('runs the workflow itself');
  }
  const answer = await world.github.get(`/repos/${name}`);
  if (answer.kind === 'reply' && answer.status === 200) {
    const { private: hidden, full_name: current } = fields(answer.data);
    return hidden === false ? ok(`public${renamed(name, text(current))}`) : seemsPrivate('private or internal');
  }
  if (answer.kind === 'reply' && answer.status === 404) {
    return seemsPrivate('no public repository has this name');
  }
  throw cannotTell(world.github, answer, 'read access to the repository');
}

function seemsPrivate(detail: string): Verdict {
  return missing(`${detail}, and the workflow's own token reads only public ones`, 'Declare a credential for it. If it is public, check its name.');
}

/** GitHub leads on from an old name, until someone takes that name. */
function renamed(name: string, current: string): string {
  return current && current.toLowerCase() !== name.toLowerCase() ? `; it is now called ${current}: declare that name` : '';
}

async function byToken(world: World, { name, ref }: RepositoryModel, { secret }: { secret: string }): Promise<Verdict> {
  const token = world.exported(secret);
  if (token !== undefined) {
    return probe(world, token, name, ref);
  }
  const answer = await world.github.get(`/repos/${name}`);
  if (answer.kind === 'silence' || answer.status !== 200 && answer.status !== 404) {
    throw cannotTell(world.github, answer, 'read access to the repository');
  }
  return unknown(
    `${answer.status === 200 ? 'it exists' : 'GitHub does not show it to you'}; whether ${secret} reads it cannot be told without its value`,
    `Export ${secret} with the value of the secret and run the doctor again: it is then tried as the guard would.`,
  );
}
