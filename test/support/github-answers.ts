/** What GitHub answers, header by header and word by word. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Cuts the connection. */
  readonly cut?: boolean;
  /** Is not GitHub, whose answers bear a number, but what stands before it. */
  readonly stranger?: boolean;
}

export const hang: Reply = { status: 0, hang: true };
export const cut: Reply = { status: 0, cut: true };

/** A page that something else shows in GitHub's place. */
export function page(status: number, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'text/html', ...headers }, body: '<html><title>Sign in to the network</title></html>', stranger: true };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) };
}

export function message(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return json(status, { message: text, documentation_url: 'https://docs.github.com/rest', status: String(status) }, headers);
}

/** The answer to `Accept: application/vnd.github.sha`. */
export function commit(sha: string, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8', ...headers }, body: sha };
}

export const notFound = () => message(404, 'Not Found');
export const badCredentials = () => message(401, 'Bad credentials');
export const emptyRepository = () => message(409, 'Git Repository is empty.');
export const noCommit = (ref: string) => message(422, `No commit found for SHA: ${ref}`);

export const primaryRateLimit = (reset: number) => message(403, 'API rate limit exceeded for installation ID 1.', {
  'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset),
});
export const secondaryRateLimit = (retryAfter?: number) => message(
  403,
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
);

export const abuseLimit = (retryAfter: number) => message(
  403,
  'You have triggered an abuse detection mechanism. Please wait a few minutes before you try again.',
  { 'retry-after': String(retryAfter) },
);

export const lockedOut = () => message(403, 'Maximum number of login attempts exceeded. Please try again later.');
export const suspended = () => message(403, 'Sorry. Your account was suspended.');
export const blocked = (status: 403 | 451, reason: string) => json(status, {
  message: 'Repository access blocked', block: { reason, created_at: '2026-01-02T03:04:05Z', html_url: `https://github.com/${reason}` },
});
export const oauthRestricted = (organization: string) => message(
  403,
  `Although you appear to have the correct authorization credentials, the \`${organization}\` organization has enabled OAuth App access restrictions, ` +
    'meaning that data access to third-parties is limited. For more information on these restrictions, including how to enable this app, ' +
    'visit https://docs.github.com/articles/restricting-access-to-your-organization-s-data/',
);

export const ssoRequired = (organization: string) => message(
  403,
  'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
  { 'x-github-sso': `required; url=https://github.com/orgs/${organization}/sso?authorization_request=AB12` },
);
export const ipAllowList = (organization: string) => message(
  403,
  `Although you appear to have the correct authorization credentials, the \`${organization}\` organization has an IP allow list enabled, ` +
    'and your IP address is not permitted to access this resource.',
);
export const classicForbidden = (organization: string) => message(
  403,
  `\`${organization}\` forbids access via a personal access token (classic). ` +
    'Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.',
);
export const lifetimeForbidden = (organization: string, url: string, kind = 'fine-grained personal access tokens') => message(
  403,
  `The '${organization}' organization forbids access via a ${kind} if the token's lifetime is greater than 366 days. ` +
    `Please adjust your token's lifetime at the following URL: ${url}`,
);
export const notAccessible = (permissions: string) => message(403, 'Resource not accessible by personal access token', {
  'x-accepted-github-permissions': permissions,
});

export const movedTo = (location: string) => json(301, { message: 'Moved Permanently', url: location }, { location });

export const meta = (sshKeys: readonly string[]) => json(200, { verifiable_password_authentication: false, ssh_keys: sshKeys, hooks: ['192.0.2.0/24'] });

/** git's smart HTTP: the answer to `info/refs?service=git-upload-pack`. */
export const gitRefs = (): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/x-git-upload-pack-advertisement' },
  body: '001e# service=git-upload-pack\n0000',
});
export const gitNotFound = (): Reply => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'Repository not found.' });
export const gitSsoRequired = (organization: string): Reply => ({
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: `The '${organization}' organization has enabled or enforced SAML SSO.\n` +
    `To access this repository, visit https://github.com/orgs/${organization}/sso?authorization_request=AB12 and try your request again.`,
});
export const gitNoWriteAccess = (): Reply => ({
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: 'Write access to repository not granted.',
});

/** With what a fork has below: its parent's facts come behind its own. */
export const repository = (name: string, { archived = false, push = true } = {}) => json(200, {
  id: 1,
  full_name: name,
  private: false,
  owner: { login: name.split('/')[0], type: 'Organization' },
  default_branch: 'main',
  archived,
  permissions: { admin: false, push, pull: true },
  parent: { archived: !archived, permissions: { push: !push } },
});

interface TagRuleset {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly enforcement?: string;
  readonly bypass?: string;
  readonly rules?: readonly string[];
}

/** A ruleset of an organization, as one of its repositories shows it, indented as for curl. */
export const tagRuleset = ({ include = ['refs/tags/v*'], exclude = [], enforcement = 'active', bypass = 'never', rules = ['deletion', 'creation'] }: TagRuleset): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({
    id: 7,
    name: 'tags',
    target: 'tag',
    source_type: 'Organization',
    enforcement,
    conditions: { ref_name: { exclude, include }, repository_name: { include: ['~ALL'], exclude: ['x'] } },
    rules: rules.map((type) => ({ type })),
    ...bypass && { current_user_can_bypass: bypass },
  }, null, 2),
});
