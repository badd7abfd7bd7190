import type { Answer, GitHub } from '../outside/github-client';

/** What the look-ups ask. They touch nothing else. */
export interface World {
  /** `owner/name` of the repository that runs the workflow; undefined where it is not known. */
  readonly repository: string | undefined;
  /** GitHub, as the user sees it. */
  readonly github: GitHub;
  readonly now: Date;
  /** GitHub, as the owner of a token sees it. */
  as(token: string): GitHub;
  /** The newest version of a package on npm, or the one that a dist-tag names, as everybody sees it. */
  newestOnNpm(name: string, distTag?: string): Promise<Answer>;
  /** The value of a secret, where the user has exported a variable of its name. */
  exported(secret: string): string | undefined;
  /** The text of a file of the user's clone, by its path from the repository's root; undefined where there is none. */
  read(path: string): string | undefined;
}
