/**
 * What keeps a build working between two tags: rehearsals, which do the same and publish nothing, and
 * a watch, which looks at what a tag will need. Each is a workflow file of its own.
 *
 * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/rehearse.md#between-two-tags
 */
export interface RehearseOptions {
  /**
   * Whether each pull request is rehearsed. Those of forks and of Dependabot are given no secrets: what
   * needs a required one, or a repository that only a secret opens, is left out of them then, and said.
   *
   * @default false
   */
  readonly pullRequests?: boolean;

  /**
   * Filters for the branches of which each push is rehearsed, in GitHub's filter syntax, as those of `tags`.
   *
   * @default - none
   */
  readonly branches?: string[];

  /**
   * When the default branch is rehearsed: `daily`, `weekly`, or five fields of cron, in UTC.
   *
   * @default - never
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
   */
  readonly schedule?: string;

  /**
   * Names of the platforms that are rehearsed; of several jobs also `job/platform`. Those that they need
   * are rehearsed with them. The files of a release are put together only where all are.
   *
   * @default - all
   */
  readonly platforms?: string[];

  /**
   * When the guard alone runs: `daily`, `weekly`, or five fields of cron, in UTC. It fails also of what
   * it only warns of otherwise, and of a runner that GitHub takes away within 60 days.
   *
   * @default - never
   */
  readonly watch?: string;

  /**
   * Whether what the watch finds is kept in one issue of the repository, which is closed when nothing is found.
   * Its job needs `jq` on the runner of the guard.
   *
   * @default false
   */
  readonly watchIssue?: boolean;
}
