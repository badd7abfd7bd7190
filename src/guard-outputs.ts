/**
 * What the guard hands on to the jobs that need it, as expressions: for the `env` of a step or a
 * job, and for an `if`. A script reads the variable, and never the expression itself.
 */
export interface GuardOutputs {
  /** `true` where a tag that the build is for was pushed, `false` in a rehearsal. */
  readonly real: string;
  /** The tag; empty on a branch. */
  readonly tag: string;
  /** The name of the tag, or of the branch, without what a file's name cannot hold. */
  readonly name: string;
  /** The version in the tag: 1.2.3 of `desktop-v1.2.3`, 1.2.3rc1 of `v1.2.3rc1`; the name, where a tag holds none; empty on a branch. */
  readonly version: string;
  /** `true` where the version is a pre-release, by semver or PEP 440, and where a tag holds none. */
  readonly prerelease: string;
}
