/** An action that is used, at one commit where that is pinned. */
export interface Pin {
  /** What stands before the `@` of `uses`: `actions/checkout`, `actions/cache/restore`. */
  readonly action: string;
  /** What it is said to be; '' where nothing is said. */
  readonly version: string;
  /** '' where it is none: then `version` is the tag or the branch by which it is used. */
  readonly commit: string;
  /** The files in which it stands, from the repository's root. */
  readonly files: readonly string[];
}

/** A version of an action, by its tag. */
export interface Release {
  readonly version: string;
  readonly commit: string;
}

/** What the action's own tags say of a pin. */
export type Verdict =
  | { readonly state: 'current'; readonly version: string }
  | { readonly state: 'behind'; readonly newest: Release }
  | { readonly state: 'wrong'; readonly why: string }
  | { readonly state: 'unknown'; readonly why: string };

export type State = Verdict['state'];

export interface JudgedPin {
  readonly pin: Pin;
  readonly verdict: Verdict;
}

/** `owner/name` of the repository that an action lies in. */
export function repositoryOf({ action }: Pin): string {
  return action.split('/').slice(0, 2).join('/');
}
