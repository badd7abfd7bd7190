import type { FakeGitHub } from './fake-github';
import { commit, json, type Reply } from './github-answers';

export const SHA = '0123456789abcdef0123456789abcdef01234567';

/** Puts a delay before an answer. */
export function after(delay: number, reply: Reply): Reply {
  return { ...reply, delay };
}

/** A file as the contents endpoint gives it where the raw media type is asked for. */
export function rawFile(text: string): Reply {
  return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, body: text };
}

export interface FakeRepository {
  readonly private?: boolean;
  readonly owner?: 'Organization' | 'User';
  /** Path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** Who sees it; everyone where it is left out. */
  readonly token?: string;
}

/** A repository that can be read, with its default branch and files. */
export function addRepository(github: FakeGitHub, name: string, { private: hidden = false, owner = 'Organization', files = {}, delay = 0, token }: FakeRepository = {}): void {
  const on = (path: string, reply: Reply) => github.on({ path, ...token !== undefined && { token } }, after(delay, reply));
  on(`/repos/${name}`, json(200, { full_name: name, private: hidden, owner: { login: name.split('/')[0], type: owner } }));
  on(`/repos/${name}/commits/HEAD`, commit(SHA));
  for (const [path, text] of Object.entries(files)) {
    on(`/repos/${name}/contents/${path}`, rawFile(text));
  }
}

/** A list with its count, as most endpoints give it, at `?per_page=100` and with what else is asked for. */
export function addList(github: FakeGitHub, path: string, key: string, items: readonly object[], delay = 0): void {
  const query = path.includes('?') ? '&' : '?';
  github.on({ path: `${path}${query}per_page=100` }, after(delay, json(200, key ? { total_count: items.length, [key]: items } : items)));
}

/** Settings of the repository that runs the workflow, all of them harmless. */
export function addSettings(github: FakeGitHub, name: string, delay = 0): void {
  addList(github, `/repos/${name}/actions/secrets`, 'secrets', [], delay);
  addList(github, `/repos/${name}/actions/organization-secrets`, 'secrets', [], delay);
  addList(github, `/repos/${name}/actions/variables`, 'variables', [], delay);
  addList(github, `/repos/${name}/actions/organization-variables`, 'variables', [], delay);
  addList(github, `/repos/${name}/actions/runners`, 'runners', [], delay);
  addList(github, `/orgs/${name.split('/')[0]}/actions/runners`, 'runners', [], delay);
  addList(github, `/orgs/${name.split('/')[0]}/actions/hosted-runners`, 'runners', [], delay);
  addList(github, `/repos/${name}/rulesets?targets=tag&includes_parents=true`, '', [], delay);
  github.on({ path: `/repos/${name}/actions/permissions` }, after(delay, json(200, { enabled: true, allowed_actions: 'all', sha_pinning_required: true })));
}
