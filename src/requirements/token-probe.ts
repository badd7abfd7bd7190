import { CannotTell, missing, ok, type Verdict } from './verdict';
import type { World } from './world';
import { fields, text } from '../outside/data';
import type { GitHub, Reply } from '../outside/github-client';
import { guardMessages } from '../text/guard-messages';
import { count } from '../text/words';

/** What the guard asks: it takes the right that git takes, and names a commit. */
export const SHA = 'application/vnd.github.sha';

const HOUR = 3600_000;

/** The address of a ref. */
export function commitPath(repository: string, ref: string): string {
  return `/repos/${repository}/commits/${encodePath(fullRef(ref))}`;
}

/** GitHub knows a tag by its bare name and as `refs/tags/NAME`, and not as `tags/NAME`. */
export function fullRef(ref: string): string {
  return ref.replace(/^(?=(?:heads|tags)\/)/, 'refs/');
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Tries a token on a repository, and speaks as the guard does. */
export async function probe(world: World, token: string, repository: string, ref: string): Promise<Verdict> {
  const shape = shapeProblem(token);
  if (shape) {
    return guardSays(shape);
  }
  const github = world.as(token);
  const answer = await github.get(commitPath(repository, ref), SHA);
  if (answer.kind === 'silence') {
    throw new CannotTell(answer.reason, answer.fix);
  }
  return [200, 409, 422].includes(answer.status)
    ? readable(answer, world.now)
    : guardSays(await explain(answer, github, token, repository));
}

/** HTTP takes no other characters, and GitHub gives none. */
export function shapeProblem(token: string): string {
  if (token.startsWith('-----BEGIN')) return 'a-private-key-is-used-as-a-token';
  return /^[\x21-\x7e]+$/.test(token) ? '' : 'a-token-holds-a-space-or-line-break';
}

function readable(reply: Reply, now: Date): Verdict {
  const left = expiryOf(reply) - now.getTime();
  if (left < 6 * HOUR) {
    return guardSays('a-token-expires-within-hours');
  }
  return ok(Number.isNaN(left) ? 'the exported token reads it' : `the exported token reads it, and expires in ${count(Math.floor(left / 24 / HOUR), 'day', 'days')}`);
}

/** When the token stops working that was asked with, in milliseconds since 1970; not a number where GitHub names no day. */
export function expiryOf({ headers }: Reply): number {
  return Date.parse(headers['github-authentication-token-expiration'] ?? '');
}

async function explain(answer: Reply, github: GitHub, token: string, repository: string): Promise<string> {
  switch (answer.status) {
    case 401: return 'a-token-was-rejected';
    case 403: return explainRefusal(answer);
    case 404: return explainNotFound(await github.git(repository), token);
    default: throw new CannotTell(`GitHub gave an unexpected answer (${answer.status})`, 'Run the doctor again later.');
  }
}

function explainRefusal({ headers, data }: Reply): string {
  const message = text(fields(data).message);
  if (headers['x-github-sso']?.startsWith('required')) return 'a-token-lacks-single-sign-on';
  if (message.includes('IP allow list')) {
    throw new CannotTell('its owner allows only listed IP addresses, and yours is not one', 'Run the doctor from an address that is listed. The runner needs one as well.');
  }
  if (message.includes('lifetime')) return 'a-token-lives-too-long';
  if (message.includes('personal access token (classic)')) return 'classic-tokens-are-refused';
  return message.includes('Resource not accessible') ? 'a-token-lacks-a-permission' : 'github-refused-a-token';
}

/** GitHub says "Not Found" also where single sign-on is what lacks; to git it says so. */
function explainNotFound(git: Awaited<ReturnType<GitHub['git']>>, token: string): string {
  if (git.kind === 'reply' && git.status === 403 && text(git.data).includes('SAML SSO')) return 'a-token-lacks-single-sign-on';
  if (token.startsWith('ghp_')) return 'a-classic-token-does-not-see-a-repository';
  return token.startsWith('github_pat_') ? 'a-fine-grained-token-does-not-see-a-repository' : 'a-token-does-not-see-a-repository';
}

/** What the guard's message of that id says. */
export function guardSays(id: string): Verdict {
  const { title, cure } = guardMessages.find((message) => message.id === id)!;
  return missing(title[0].toLowerCase() + title.slice(1), cure);
}
