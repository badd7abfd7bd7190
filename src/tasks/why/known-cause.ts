/**
 * What it takes until the same build can succeed: a re-run, which keeps the commit and the workflow, of
 * the failed jobs or of all, as it is or after something outside of them was mended; or a new tag.
 */
export type Then = 'rerun' | 'settings-then-rerun' | 'settings-then-rerun-all' | 'new-tag';

/** Why runs fail, by what tools of others print when they do: facts, in one place each. */
export interface KnownCause {
  /** Stable; also the anchor in docs/why.md. */
  readonly id: string;
  /** A heading. */
  readonly title: string;
  /**
   * What the tool prints; one of them in a line is enough. What they name in groups stands in `cause`.
   * Lines are short, and a pattern repeats nothing that repeats: whatever a log holds, it is read once.
   */
  readonly signs: readonly RegExp[];
  /** Whether other failures lead to it, too: it counts only where nothing else is recognised. */
  readonly late?: true;
  /** Whole sentences; `{group|words}` is what the log names, or the words where it names nothing. Code stands between backticks. */
  readonly cause: string;
  /** Whole sentences. */
  readonly cure: string;
  readonly then: Then;
  /** A command, or a rule, by its id, that says it before a tag is pushed; '' where none can. */
  readonly before: string;
  /** Where the tool was seen to print it, or where its makers explain it. */
  readonly sources: readonly string[];
}
