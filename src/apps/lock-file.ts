/** What a comparison comes to: in step, out of step for sure, or not to be told without installing. */
export type Difference =
  | { readonly kind: 'none' }
  | { readonly kind: 'certain' | 'possible'; readonly why: string };

/** A lock file that can be told from its package.json. */
export interface LockFile {
  readonly file: string;
  /** What writes it anew. */
  readonly command: string;
  compare(lock: string, manifest: unknown): Difference;
}
