import { CannotTell } from './verdict';
import type { World } from './world';
import { fields, isFields, text, type Fields } from '../outside/data';
import type { Answer, GitHub } from '../outside/github-client';

const PAGE = 100;
/** GitHub has no more than 1,000 secrets for an organization, and of nothing that is asked here more. */
const MOST_PAGES = 20;

/** The repository that runs the workflow. */
export function ownRepository({ repository }: World): string {
  if (repository === undefined) {
    throw new CannotTell(
      'the repository that runs the workflow is not known: this clone has no remote origin on GitHub',
      'Add the remote, or set GITHUB_REPOSITORY=owner/name, and run the doctor again.',
    );
  }
  return repository;
}

/**
 * What GitHub answers with 200.
 *
 * @param needs what GitHub asks of whoever may see it, for the message
 * @throws CannotTell for all other answers
 */
export async function ask(github: GitHub, path: string, needs: string): Promise<unknown> {
  const answer = await github.get(path);
  if (answer.kind === 'reply' && answer.status === 200) {
    return answer.data;
  }
  throw cannotTell(github, answer, needs);
}

/**
 * All pages of a list.
 *
 * @param key the field that holds the list; '' where the answer is the list
 */
export async function askAll(github: GitHub, path: string, key: string, needs: string): Promise<Fields[]> {
  const all: Fields[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const data = await ask(github, `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE}${page > 1 ? `&page=${page}` : ''}`, needs);
    const items = objects(key ? fields(data)[key] : data);
    all.push(...items);
    if (items.length < PAGE) {
      return all;
    }
  }
  throw unexpected();
}

/** Whether a user owns the repository that runs the workflow: then there is no organization to ask. */
export async function isOwnedByUser(world: World): Promise<boolean> {
  const repository = fields(await ask(world.github, `/repos/${ownRepository(world)}`, 'read access to the repository'));
  return fields(repository.owner).type === 'User';
}

/** A list of objects in an answer. */
export function objects(value: unknown): Fields[] {
  if (!Array.isArray(value)) {
    throw unexpected();
  }
  return value.filter(isFields);
}

function unexpected(): CannotTell {
  return new CannotTell('GitHub gave an answer of another shape than it documents', 'Look it up on github.com, and see what stands between you and GitHub.');
}

/** For a look-up that has other places to look. */
export async function orWhyNot<T>(asked: Promise<T>): Promise<T | CannotTell> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CannotTell) return error;
    throw error;
  }
}

/** Why an answer proves nothing, neither that something is there nor that it is not. */
export function cannotTell(github: GitHub, answer: Answer, needs: string): CannotTell {
  if (answer.kind === 'silence') {
    return new CannotTell(answer.reason, answer.fix);
  }
  const { status, headers } = answer;
  if (github.anonymous && [401, 403, 404].includes(status)) {
    return new CannotTell('GitHub shows it to nobody who is not logged in', 'Run "gh auth login", or export GH_TOKEN, and run the doctor again.');
  }
  if (status === 401) {
    return new CannotTell('GitHub rejects your credentials (401)', 'Log in anew by "gh auth login", or export another GH_TOKEN.');
  }
  if (status === 403 && headers['x-github-sso']?.startsWith('required')) {
    return new CannotTell('your credentials are not authorized for the organization\'s single sign-on', 'Authorize them, under Configure SSO in the list of your tokens.');
  }
  if (status === 403 || status === 404) {
    return new CannotTell(`GitHub does not show it to you (${status}${reasonOf(answer.data, status)})`, `It takes ${needs}: run the doctor as someone who has that, or ask them.`);
  }
  return unexpected();
}

/** GitHub says "Not Found" for all that it does not show: that is no reason. */
function reasonOf(data: unknown, status: number): string {
  const message = text(fields(data).message);
  return message && status !== 404 ? `: ${message}` : '';
}
