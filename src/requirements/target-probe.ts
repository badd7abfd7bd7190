import { cannotTell, ownRepository } from './ask';
import { commitPath, guardSays, probe, SHA, shapeProblem } from './token-probe';
import { ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import type { Proof } from '../credentials/credential-kind';
import { kindOf } from '../credentials/credential-kinds';
import type { WritingTarget } from '../model/publish';
import { fields, text } from '../outside/data';
import type { GitHub } from '../outside/github-client';

/** `owner/name` of the repository of a target. */
export function repositoryOf(world: World, { repository }: WritingTarget): string {
  return repository || ownRepository(world);
}

function proofOf({ credential }: WritingTarget): Proof {
  return kindOf(credential).proof(credential);
}

/** GitHub, as the owner of a target's token sees it; undefined where the user has not exported it. */
export function asOwner(world: World, target: WritingTarget): GitHub | undefined {
  const token = exported(world, target);
  return token === undefined || shapeProblem(token) ? undefined : world.as(token);
}

function exported(world: World, target: WritingTarget): string | undefined {
  const proof = proofOf(target);
  return proof.by === 'token' ? world.exported(proof.secret) : undefined;
}

/** Whether a target's credential may do in its repository what it is for, as far as can be told without doing it. */
export async function writable(world: World, target: WritingTarget, right: string): Promise<Verdict> {
  const repository = repositoryOf(world, target);
  const token = exported(world, target);
  const read = token === undefined || target.kind === 'workflow' ? undefined : await probe(world, token, repository, 'HEAD');
  return read && read.status !== 'ok' ? read : await inTheWay(asOwner(world, target) ?? world.github, target, repository) ?? proven(world, target, repository, right);
}

/** What keeps everybody out. */
async function inTheWay(github: GitHub, target: WritingTarget, repository: string): Promise<Verdict | undefined> {
  const answer = await github.get(`/repos/${repository}`);
  if (answer.kind === 'silence' || answer.status !== 200) {
    throw cannotTell(github, answer, `read access to ${repository}`);
  }
  const { archived, full_name: current } = fields(answer.data);
  if (archived === true) {
    return guardSays('a-repository-is-archived');
  }
  // what publishes follows no redirect
  if (text(current) && text(current).toLowerCase() !== repository.toLowerCase()) {
    return guardSays('a-repository-was-renamed');
  }
  const commit = target.kind === 'workflow' ? undefined : await github.get(commitPath(repository, 'HEAD'), SHA);
  return commit?.kind === 'reply' && commit.status === 409 ? guardSays('a-repository-is-empty') : undefined;
}

async function proven(world: World, target: WritingTarget, repository: string, right: string): Promise<Verdict> {
  const proof = proofOf(target);
  switch (proof.by) {
    case 'being public':
      return ok('the job has the right by itself');
    case 'token': {
      const github = asOwner(world, target);
      return github ? byToken(github, target, repository) : unknown(
        `it exists; whether ${proof.secret} may write there cannot be told without its value`,
        `Export ${proof.secret} with the value of the secret and run the doctor again: it is then tried as the guard would.`,
      );
    }
    default:
      return unknown(
        'GitHub tells only the App itself where it is installed',
        `See under Settings, GitHub Apps of ${repository.split('/')[0]} that it is installed on ${repository} with ${right}.`,
      );
  }
}

/** The role of its owner, and whether GitHub lets it do what only a writer may and what leaves nothing behind. */
async function byToken(github: GitHub, target: WritingTarget, repository: string): Promise<Verdict> {
  const answer = await github.get(`/repos/${repository}`);
  const { permissions } = fields(answer.kind === 'reply' ? answer.data : undefined);
  if (fields(permissions).push === false) {
    return guardSays('a-token-may-only-read-a-repository');
  }
  if (target.kind === 'workflow') {
    return unknown('its owner may write there; whether the token may start workflows shows only when it does', 'See that it has Actions: write on the repository.');
  }
  const notes = await github.notes(repository);
  if (notes.kind === 'reply' && [403, 404].includes(notes.status)) {
    return guardSays('a-token-lacks-a-permission');
  }
  return notes.kind === 'reply' && notes.status === 200
    ? ok('the exported token may write there')
    : unknown('its owner may write there; whether the token may GitHub did not say', 'See that it has Contents: write on the repository.');
}
