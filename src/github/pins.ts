/**
 * The one list of actions that generated workflows use, each pinned to a commit.
 *
 * A tag can be moved, a commit cannot; and some organizations refuse whatever is not pinned so.
 *
 * @see https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions
 */
export const PINS = [
  { action: 'actions/checkout', version: 'v7.0.1', commit: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
  { action: 'actions/setup-node', version: 'v7.0.0', commit: '820762786026740c76f36085b0efc47a31fe5020' },
  { action: 'actions/setup-python', version: 'v7.0.0', commit: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
  { action: 'actions/setup-java', version: 'v5.7.0', commit: 'b6effb05e454b25005698d916606bdc6ffcbf961' },
  { action: 'actions/setup-go', version: 'v7.0.0', commit: 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e' },
  { action: 'actions/setup-dotnet', version: 'v6.0.0', commit: 'a98b56852c35b8e3190ac28c8c2271da59106c68' },
  { action: 'oven-sh/setup-bun', version: 'v2.2.0', commit: '0c5077e51419868618aeaa5fe8019c62421857d6' },
  { action: 'denoland/setup-deno', version: 'v2.0.4', commit: '667a34cdef165d8d2b2e98dde39547c9daac7282' },
  { action: 'astral-sh/setup-uv', version: 'v10.0.1', commit: '20cfd1bf945f4377ade1205e4dbc17946fc9a30d' },
  { action: 'ruby/setup-ruby', version: 'v1.315.0', commit: '0dafeac902942906541bc140009cdbf32665b601' },
  { action: 'gradle/actions', version: 'v6.3.0', commit: '9c971963bec38e04b3d30dcc455b5382be2fdbfb' },
  { action: 'pnpm/setup', version: 'v2.0.2', commit: '84cb39b217b10273981911c288cd62326dc7c6d2' },
  { action: 'pnpm/action-setup', version: 'v6.0.9', commit: '0ebf47130e4866e96fce0953f49152a61190b271' },
  { action: 'actions/upload-artifact', version: 'v7.0.1', commit: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a' },
  { action: 'actions/download-artifact', version: 'v8.0.1', commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c' },
  { action: 'actions/create-github-app-token', version: 'v3.1.1', commit: '1b10c78c7865c340bc4f6099eb2f838309f1e8c3' },
  { action: 'actions/attest', version: 'v4.2.2', commit: '1e69f48acb82d1966a394da916b4c1698aa569d6' },
  { action: 'actions/cache', version: 'v5.0.5', commit: '27d5ce7f107fe9357f9df03efb73ab90386fccae' },
  { action: 'subosito/flutter-action', version: 'v2.23.0', commit: '1a449444c387b1966244ae4d4f8c696479add0b2' },
] as const;

/** `owner/name` of an action that has a pin. */
export type PinnedAction = (typeof PINS)[number]['action'];

/**
 * Those that use others by a tag, which a policy that asks for full SHAs refuses, too.
 *
 * @see https://github.com/subosito/flutter-action/issues/404
 */
export const UNPINNED_INSIDE: readonly string[] = ['subosito/flutter-action'] satisfies PinnedAction[];

/**
 * What a step's `uses` says: `actions/checkout@<commit>`.
 *
 * @param inside the action inside the repository, where that holds several
 */
export function pinned(action: PinnedAction, inside = ''): string {
  return `${action}${inside && `/${inside}`}@${PINS.find((pin) => pin.action === action)!.commit}`;
}

/**
 * The version behind a `uses`, for the comment beside it; none for what this list does not pin.
 *
 * @param uses may name an action inside the repository: `actions/cache/restore@<commit>`
 */
export function pinnedVersion(uses: string): string | undefined {
  const [path, commit] = uses.split('@');
  const action = path.split('/').slice(0, 2).join('/');
  return PINS.find((pin) => pin.action === action && pin.commit === commit)?.version;
}
