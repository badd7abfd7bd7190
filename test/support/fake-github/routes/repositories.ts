import { json, notFound, type Reply } from '../../github-answers';
import { Refusal } from '../answers';
import { paged, pagedAs, type Call } from '../call';
import type { Ruleset, Token } from '../state';

export function read({ repository, token, hosts }: Call): Reply {
  const [login, name] = repository.name.split('/');
  return json(200, {
    id: 1,
    name,
    full_name: repository.name,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: { login, type: repository.owner },
    html_url: `${hosts.web}/${repository.name}`,
    default_branch: repository.defaultBranch,
    archived: false,
    disabled: false,
    ...token && { permissions: permissionsOf(token) },
  });
}

/**
 * What the person may whose token it is, whatever the token may; an installation's token has no
 * person behind it, and is told that it may do nothing.
 *
 * @see semantic-release/github#182 and #895, MemberJunction/MJ#4390
 */
function permissionsOf({ kind, ownerMayPush = true }: Token): object {
  const person = kind === 'classic' || kind === 'fine-grained';
  const push = person && ownerMayPush;
  return { admin: push, maintain: push, push, triage: push, pull: person };
}

/** Not found means that the setting is off. @see https://docs.github.com/en/rest/repos/repos#check-if-immutable-releases-are-enabled-for-a-repository */
export function readImmutable({ repository }: Call): Reply {
  return repository.immutableReleases ? json(200, { enabled: true, enforced_by_owner: false }) : notFound();
}

export function listRulesets(call: Call): Reply {
  const targets = call.query.get('targets')?.split(',') ?? ['tag', 'branch'];
  const found = call.repository.rulesets.filter(({ target }) => targets.includes(target));
  return paged(call, `/repos/${call.repository.name}/rulesets`, found.map((ruleset) => summaryOf(call, ruleset)));
}

export function readRuleset(call: Call): Reply {
  const ruleset = call.repository.rulesets.find(({ id }) => String(id) === call.params.id);
  if (!ruleset) throw new Refusal(notFound());
  return json(200, {
    ...summaryOf(call, ruleset),
    conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude } },
    rules: ruleset.rules.map((type) => ({ type })),
    current_user_can_bypass: call.token && ruleset.bypass.includes(call.token.kind) ? 'always' : 'never',
  });
}

function summaryOf({ repository }: Call, { id, name, target, enforcement }: Ruleset): object {
  return { id, name, target, enforcement, source_type: 'Repository', source: repository.name };
}

export function readFile({ repository, params, request }: Call): Reply {
  const text = repository.files.get(params.path);
  if (text === undefined) return notFound();
  if (request.headers.accept?.includes('raw')) return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, body: text };
  return json(200, { type: 'file', path: params.path, encoding: 'base64', content: Buffer.from(text).toString('base64') });
}

/** Names and times, never values. @see https://docs.github.com/en/rest/actions/secrets#list-repository-secrets */
export function listSecrets(call: Call): Reply {
  const { name, secrets } = call.repository;
  return pagedAs(call, `/repos/${name}/actions/secrets`, 'secrets', [...secrets].map(([secret, time]) => ({ name: secret, created_at: time, updated_at: time })));
}

export function listOrganizationSecrets(call: Call): Reply {
  return pagedAs(call, `/repos/${call.repository.name}/actions/organization-secrets`, 'secrets', []);
}
