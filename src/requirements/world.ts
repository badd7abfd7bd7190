/** What the look-ups ask. They touch nothing else. */
export interface World {
  /** `owner/name` of the repository that runs the workflow; undefined where it is not known. */
  readonly repository: string | undefined;
  /** GitHub, as the user sees it. */
  readonly github: GitHub;
  readonly now: Date;
  /** GitHub, as the owner of a token sees it. */
  as(token: string): GitHub;
  /** The value of a secret, where the user has exported a variable of its name. */
  exported(secret: string): string | undefined;
  /** The text of a file of the user's clone, by its path from the repository's root; undefined where there is none. */
  read(path: string): string | undefined;
}

export interface GitHub {
  /** Whether it is asked without credentials. */
  readonly anonymous: boolean;
  /** Asks the API, once for each path and media type however often it is called. */
  get(path: string, accept?: string): Promise<Answer>;
  /** Asks what git itself would ask of a repository (`owner/name`). */
  git(repository: string): Promise<Answer>;
}

export type Answer = Reply | Silence;

/** An answer that has to do with what was asked. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the body holds: JSON read, all else as text. Nobody has looked at it yet. */
  readonly data: unknown;
}

/** No answer, or one that would be the same whatever was asked: the network, a rate limit, trouble at GitHub. */
export interface Silence {
  readonly kind: 'silence';
  /** A phrase. */
  readonly reason: string;
  /** What to do, whole sentences. */
  readonly fix: string;
}
