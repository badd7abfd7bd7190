import type { FakeGitHub } from './fake-github';
import { commit, json, type Reply } from './github-answers';

export const SHA = '0123456789abcdef0123456789abcdef01234567';

/** A file as the contents endpoint gives it where the raw media type is asked for. */
export function rawFile(text: string): Reply {
  return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, body: text };
}

export interface FakeRepository {
  readonly private?: boolean;
  readonly owner?: 'Organization' | 'User';
  /** Path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Who sees it; everyone where it is left out. */
  readonly token?: string;
}

/** A repository that can be read, with its default branch and files. */
export function addRepository(github: FakeGitHub, name: string, { private: hidden = false, owner = 'Organization', files = {}, token }: FakeRepository = {}): void {
  const on = (path: string, reply: Reply) => github.on({ path, ...token !== undefined && { token } }, reply);
  on(`/repos/${name}`, json(200, { full_name: name, private: hidden, owner: { login: name.split('/')[0], type: owner } }));
  on(`/repos/${name}/commits/HEAD`, commit(SHA));
  for (const [path, text] of Object.entries(files)) {
    on(`/repos/${name}/contents/${path}`, rawFile(text));
  }
}

/** A list with its count, as most endpoints give it, at `?per_page=100` and with what else is asked for. */
export function addList(github: FakeGitHub, path: string, key: string, items: readonly object[]): void {
  const query = path.includes('?') ? '&' : '?';
  github.on({ path: `${path}${query}per_page=100` }, json(200, key ? { total_count: items.length, [key]: items } : items));
}

/** Settings of the repository that runs the workflow, all of them harmless. */
export function addSettings(github: FakeGitHub, name: string): void {
  addList(github, `/repos/${name}/actions/secrets`, 'secrets', []);
  addList(github, `/repos/${name}/actions/organization-secrets`, 'secrets', []);
  addList(github, `/repos/${name}/actions/variables`, 'variables', []);
  addList(github, `/repos/${name}/actions/organization-variables`, 'variables', []);
  addList(github, `/repos/${name}/actions/runners`, 'runners', []);
  addList(github, `/orgs/${name.split('/')[0]}/actions/runners`, 'runners', []);
  addList(github, `/orgs/${name.split('/')[0]}/actions/hosted-runners`, 'runners', []);
  addList(github, `/repos/${name}/rulesets?targets=tag&includes_parents=true`, '', []);
  github.on({ path: `/repos/${name}/actions/permissions` }, json(200, { enabled: true, allowed_actions: 'all', sha_pinning_required: true }));
}
