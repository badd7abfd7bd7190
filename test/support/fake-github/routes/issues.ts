import { json, message, notFound, type Reply } from '../../github-answers';
import { Refusal } from '../answers';
import { type Call, paged } from '../call';
import type { Issue } from '../state';

/** The newest first, as they are by default; pull requests are among them. @see https://docs.github.com/en/rest/issues/issues#list-repository-issues */
export function list(call: Call): Reply {
  const { repository, query } = call;
  const state = query.get('state') ?? 'open';
  const creator = query.get('creator');
  const found = [...repository.issues].reverse().filter((issue) => (state === 'all' || issue.state === state) && (creator === null || issue.login === creator));
  return paged(call, `/repos/${repository.name}/issues`, found.map(object));
}

export function create(call: Call): Reply {
  requireIssues(call);
  return json(201, object(call.repository.addIssue({ login: loginOf(call), title: String(call.body.title), body: String(call.body.body ?? '') })));
}

/** What is left out stays. @see https://docs.github.com/en/rest/issues/issues#update-an-issue */
export function edit(call: Call): Reply {
  const issue = find(call);
  const { title = issue.title, body = issue.body, state = issue.state } = call.body as Partial<Issue>;
  return json(200, object(Object.assign(issue, { title, body, state })));
}

export function comment(call: Call): Reply {
  find(call).comments.push(String(call.body.body));
  return json(201, {});
}

function find(call: Call): Issue {
  requireIssues(call);
  const found = call.repository.issues.find(({ number }) => String(number) === call.params.number);
  if (!found) throw new Refusal(notFound());
  return found;
}

function requireIssues({ repository }: Call): void {
  if (!repository.hasIssues) throw new Refusal(message(410, 'Issues has been disabled in this repository.'));
}

function loginOf({ token }: Call): string {
  return token?.kind === 'workflow' ? 'github-actions[bot]' : 'somebody';
}

function object({ number, title, body, state, login, isPullRequest }: Issue): object {
  return { number, title, body, state, user: { login }, ...isPullRequest && { pull_request: {} } };
}
