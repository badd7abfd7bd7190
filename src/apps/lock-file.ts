/** What a comparison comes to: in step, out of step for sure, or not to be told without installing. */
export type Difference =
  | { readonly kind: 'none' }
  | { readonly kind: 'certain' | 'possible'; readonly why: string };

/** What a manager of packages writes. */
export interface LockFile {
  readonly file: string;
  /** Another that does as well; '' where there is none. */
  readonly other: string;
  /** What says what is locked. */
  readonly manifest: string;
  /** Who alone can tell whether it is in step with the manifest, unless it is compared. */
  readonly name: string;
  /** What writes it anew. */
  readonly command: string;
  /** Tells it from its package.json; undefined where that cannot be told cheaply. */
  readonly compare: ((lock: string, manifest: unknown) => Difference) | undefined;
}
