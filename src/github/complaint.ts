/**
 * What a checker has against a value.
 *
 * The checkers of this folder know only what GitHub accepts. Where the value stands in the
 * declaration, and how a problem is worded as a whole, is for the rules to say.
 */
export interface Complaint {
  /** A predicate whose subject is the value, in lower case and without a full stop: `starts with '/'`. */
  readonly why: string;
  /** What to do, as a sentence. */
  readonly hint: string;
}
