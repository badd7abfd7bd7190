/** What the fake GitHub remembers; tests prepare and inspect it. */

/** `workflow` is GITHUB_TOKEN, `app` an installation's token. */
export type TokenKind = 'workflow' | 'app' | 'fine-grained' | 'classic';

export interface Token {
  readonly kind: TokenKind;
  /** By repository (`owner/name`), what the token may do there, as in `contents: write`: `contents:write`. */
  readonly repositories: Readonly<Record<string, readonly string[]>>;
  /** Whether the person whose token it is may push; the token itself may still do less. @default true */
  readonly ownerMayPush?: boolean;
  /** When it stops working, as GitHub writes it: `2027-01-05 10:00:00 UTC`. @default - never */
  readonly expires?: string;
}

export interface Commit {
  readonly sha: string;
  /** ISO 8601. */
  readonly date: string;
  /** Stands for what lies in .github/workflows: two commits with the same text have the same workflows. */
  readonly workflows: string;
}

export interface Asset {
  readonly id: number;
  name: string;
  label: string;
  /** `starter` as long as its bytes are not there. */
  state: 'starter' | 'uploaded' | 'open';
  contentType: string;
  size: number;
  /** `sha256:...`; null as long as GitHub has not computed it. */
  digest: string | null;
  /** Whether a workflow's or an App's token uploaded it, and no person's. */
  byBot: boolean;
  /** Undefined where there were more than are kept. */
  bytes: Buffer | undefined;
}

export type MakeLatest = 'true' | 'false' | 'legacy';

export interface Release {
  readonly id: number;
  tag: string;
  /** What `target_commitish` said; the default branch where it said nothing. */
  target: string;
  title: string | null;
  notes: string | null;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean;
  makeLatest: MakeLatest;
  discussion: string | undefined;
  readonly createdAt: string;
  publishedAt: string | null;
  readonly assets: Asset[];
}

export interface Issue {
  readonly number: number;
  /** Who opened it. */
  readonly login: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  readonly isPullRequest: boolean;
  readonly comments: string[];
}

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly target: 'tag' | 'branch';
  readonly enforcement: 'active' | 'evaluate' | 'disabled';
  /** Patterns of whole refs, or `~ALL`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Types of rules; only `creation` is enforced here. */
  readonly rules: readonly string[];
  /** Kinds of tokens that it does not hold for. */
  readonly bypass: readonly TokenKind[];
}

export interface Workflow {
  readonly id: number;
  /** Whether it has `on: workflow_dispatch`. */
  readonly dispatch: boolean;
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly disabled: boolean;
}

/** What happened, and whether workflows that wait for it start. */
export interface Event {
  readonly event: 'create' | 'delete' | 'push' | 'release' | 'workflow_dispatch';
  readonly action?: string;
  readonly ref?: string;
  readonly workflow?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly startsWorkflows: boolean;
}
