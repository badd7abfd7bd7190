/** A message of the guard, or of what a leg checks, as the setup doc explains it. */
export interface GuardMessage {
  /** The anchor that the message links to: GitHub's slug of the title. */
  readonly id: string;
  /** The annotation's title, letter for letter, and the heading in the setup doc. */
  readonly title: string;
  /** What it speaks of: releases, those that are attested, workflows that are started, whatever is written to in another repository, a ref in a file, what a secret opens, or a version that is written into files. */
  readonly about?: 'registry' | 'credential' | 'refs' | 'release' | 'workflow' | 'elsewhere' | 'attestation' | 'stamp';
  /** Whole sentences; code stands between backticks. */
  readonly cause: string;
  /** Whole sentences; code stands between backticks. */
  readonly cure: string;
}
