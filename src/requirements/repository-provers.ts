import { askAll, cannotTell } from './ask';
import type { ReadAt } from './siblings';
import { probe } from './token-probe';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import type { Proof } from '../credentials/credential-kind';
import { proofOf } from '../credentials/credential-kinds';
import { fields, text } from '../outside/data';

type Prover<P> = (world: World, repository: ReadAt, proof: P) => Promise<Verdict>;

/** How each proof is brought from here; an installation is a requirement of its own. */
const provers: { readonly [B in Exclude<Proof['by'], 'installation'>]: Prover<Extract<Proof, { by: B }>> } = {
  'being public': byBeingPublic,
  'token': byToken,
  'deploy key': byDeployKey,
};

/** What looks up whether a repository is readable; undefined where nothing can. */
export function proverOf(repository: ReadAt): ((world: World) => Promise<Verdict>) | undefined {
  const proof = proofOf(repository);
  return proof.by === 'installation' ? undefined : (world) => (provers[proof.by] as Prover<Proof>)(world, repository, proof);
}

/** The workflow's own token sees what is public and the repository it runs in, whatever the user sees. */
async function byBeingPublic(world: World, { name }: ReadAt): Promise<Verdict> {
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

async function byToken(world: World, { name, ref }: ReadAt, { secret }: { secret: string }): Promise<Verdict> {
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

/** Which key lies in the secret nobody can see; that there is none to open the door, one can. */
async function byDeployKey(world: World, { name }: ReadAt, { secret }: { secret: string }): Promise<Verdict> {
  const keys = await askAll(world.github, `/repos/${name}/keys`, '', `admin access to ${name} (fine-grained token: Administration: read)`);
  return keys.length
    ? unknown(`it has a deploy key; whether ${secret} is its other half cannot be told`, 'Rehearse: the guard tries it.')
    : missing('it has no deploy key', `Add the public half of ${secret}: Settings of ${name}, Deploy keys.`);
}
