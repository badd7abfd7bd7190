import { Refusal } from './answers';
import type { Repository } from './repository';
import type { Token } from './state';
import { message, notFound, type Reply } from '../github-answers';

/** What everyone may read in a public repository. */
const PUBLIC = ['metadata', 'contents', 'actions', 'checks', 'issues'];

/** Whether a token may do something: `contents:read`. Whatever it may write it may read. */
export function may(token: Token | undefined, repository: Repository, permission: string): boolean {
  const [area, access] = permission.split(':');
  const granted = token?.repositories[repository.name] ?? [];
  if (granted.includes(`${area}:write`) || granted.includes(permission)) return true;
  if (access !== 'read') return false;
  return repository.private ? area === 'metadata' && granted.length > 0 : PUBLIC.includes(area);
}

/** Who sees a private repository at all: everyone else is told that there is none. */
export function requireVisible(token: Token | undefined, repository: Repository | undefined): Repository {
  if (!repository || !may(token, repository, 'metadata:read')) throw new Refusal(notFound());
  return repository;
}

export function requireRight(token: Token | undefined, repository: Repository, permission: string): void {
  if (!may(token, repository, permission)) throw new Refusal(refusalOf(token, permission));
}

/** @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
function refusalOf(token: Token | undefined, permission: string): Reply {
  if (!token) return message(401, 'Requires authentication');
  if (token.kind === 'classic') return message(404, 'Not Found', { 'x-accepted-oauth-scopes': 'repo' });
  const whom = token.kind === 'fine-grained' ? 'personal access token' : 'integration';
  return message(403, `Resource not accessible by ${whom}`, { 'x-accepted-github-permissions': permission.replace(':', '=') });
}
