import type { Call } from './call';
import type { Hosts } from './hosts';
import type { Reply } from '../github-answers';
import * as assets from './routes/assets';
import * as git from './routes/git';
import * as issues from './routes/issues';
import * as releases from './routes/releases';
import * as repositories from './routes/repositories';
import * as runs from './routes/runs';
import * as workflows from './routes/workflows';

type Handled = Reply | Promise<Reply>;

export interface Route {
  readonly method: string;
  readonly part: keyof Hosts;
  readonly path: RegExp;
  /** What a token needs: `contents:write`. */
  readonly permission: string;
  readonly handle: (call: Call) => Handled;
}

/** Everything that is below a repository, with the permission that it needs. */
export const ROUTES: readonly Route[] = [
  get('', 'metadata:read', repositories.read),
  get('/immutable-releases', 'administration:read', repositories.readImmutable),
  get('/rulesets', 'metadata:read', repositories.listRulesets),
  get('/rulesets/:id', 'metadata:read', repositories.readRuleset),
  get('/actions/secrets', 'secrets:read', repositories.listSecrets),
  get('/actions/organization-secrets', 'secrets:read', repositories.listOrganizationSecrets),
  get('/contents/*path', 'contents:read', repositories.readFile),
  get('/commits/*ref', 'contents:read', git.readCommit),
  get('/git/ref/*ref', 'contents:read', git.readRef),
  get('/git/matching-refs/*ref', 'contents:read', git.matchingRefs),
  get('/git/tags/:sha', 'contents:read', git.readTag),
  route('POST', '/git/refs', 'contents:write', git.createRef),
  route('DELETE', '/git/refs/*ref', 'contents:write', git.deleteRef),
  get('/actions/workflows/:workflow', 'actions:read', workflows.read),
  route('POST', '/actions/workflows/:workflow/dispatches', 'actions:write', workflows.start),
  get('/actions/runs', 'actions:read', runs.list),
  get('/actions/workflows/:workflow/runs', 'actions:read', runs.list),
  get('/actions/runs/:run', 'actions:read', runs.read),
  get('/actions/runs/:run/attempts/:attempt', 'actions:read', runs.read),
  get('/actions/runs/:run/jobs', 'actions:read', runs.listJobs),
  get('/actions/runs/:run/attempts/:attempt/jobs', 'actions:read', runs.listJobs),
  get('/actions/runs/:run/pending_deployments', 'actions:read', runs.listPending),
  get('/actions/runs/:run/artifacts', 'actions:read', runs.listArtifacts),
  route('POST', '/actions/runs/:run/cancel', 'actions:write', runs.cancel),
  route('POST', '/actions/runs/:run/:which(rerun|rerun-failed-jobs)', 'actions:write', runs.rerun),
  get('/actions/jobs/:id', 'actions:read', runs.readJob),
  get('/actions/jobs/:id/logs', 'actions:read', runs.readLog),
  get('/check-runs/:id/annotations', 'checks:read', runs.listAnnotations),
  get('/issues', 'issues:read', issues.list),
  route('POST', '/issues', 'issues:write', issues.create),
  route('PATCH', '/issues/:number', 'issues:write', issues.edit),
  route('POST', '/issues/:number/comments', 'issues:write', issues.comment),
  get('/releases', 'contents:read', releases.list),
  get('/releases/latest', 'contents:read', releases.readLatest),
  get('/releases/tags/*tag', 'contents:read', releases.readByTag),
  route('POST', '/releases/generate-notes', 'contents:write', releases.generateNotes),
  route('POST', '/releases', 'contents:write', releases.create),
  get('/releases/assets/:id', 'contents:read', assets.read),
  route('PATCH', '/releases/assets/:id', 'contents:write', assets.edit),
  route('DELETE', '/releases/assets/:id', 'contents:write', assets.remove),
  get('/releases/:id', 'contents:read', releases.read),
  route('PATCH', '/releases/:id', 'contents:write', releases.edit),
  route('DELETE', '/releases/:id', 'contents:write', releases.remove),
  get('/releases/:id/assets', 'contents:read', assets.list),
  { ...route('POST', '/releases/:id/assets', 'contents:write', assets.upload), part: 'uploads' },
];

function get(path: string, permission: string, handle: Route['handle']): Route {
  return route('GET', path, permission, handle);
}

/** `:name` stands for a part of a path, `:name(a|b)` for one of these, `*name` for all the rest of it. */
function route(method: string, path: string, permission: string, handle: Route['handle']): Route {
  const pattern = path.replace(/:(\w+)(?:\((.*?)\))?/g, (_, name: string, values = '[^/]+') => `(?<${name}>${values})`).replace(/\*(\w+)/g, '(?<$1>.+)');
  return { method, part: 'api', path: new RegExp(`^/repos/(?<owner>[^/]+)/(?<name>[^/]+)${pattern}$`), permission, handle };
}

export function routeOf(method: string, part: keyof Hosts, path: string): { route: Route; params: Call['params'] } | undefined {
  const found = ROUTES.find((each) => each.method === method && each.part === part && each.path.test(path));
  const groups = found?.path.exec(path)?.groups ?? {};
  return found && { route: found, params: Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)])) };
}
