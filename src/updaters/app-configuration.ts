import type { BuildJobModel, GithubReleaseModel } from '../model/model';

/** Where an app may say how it finds a release. */
export interface ConfigurationPlace {
  readonly job: BuildJobModel;
  /** Names of files, from the working directory of the job. */
  readonly files: readonly string[];
}

/** What an app says: the content of those of its files that are there. It is undefined where it cannot be read here. */
export type Configuration = ReadonlyMap<string, unknown>;

/** What is known of the release that apps are to find. */
export interface Wanted {
  /** Where it lies; '' is the workflow's own repository. */
  readonly repositories: readonly GithubReleaseModel['repository'][];
  /** The name of that one; undefined where it is not known. */
  readonly own: string | undefined;
}

/** Why installed apps would not find a release. */
export interface Misled {
  /** What the configuration says, and what it would have to. */
  readonly what: string;
  readonly fix: string;
}

/** Whether a repository has the release, as far as it can be told. '' is the workflow's own. */
export function isWanted(repository: string, { repositories, own }: Wanted): boolean {
  const names = repositories.map((name) => name || own);
  const asked = (repository || own)?.toLowerCase();
  const isUnknown = names.includes(undefined) && repository !== '';
  return isUnknown || repositories.includes(repository) || asked !== undefined && names.some((name) => name?.toLowerCase() === asked);
}

/** The repositories of the release, for a message. */
export function wantedNames({ repositories, own }: Wanted): string {
  return repositories.map((name) => name || own || 'the repository of the workflow').join(' or ');
}

/** The one to write down, `owner/name`. */
export function firstWanted({ repositories, own }: Wanted): string {
  return repositories.find((name) => name !== '') ?? own ?? 'OWNER/NAME';
}
