import type { Project } from 'projen';

/** The text of each file, by its path with forward slashes. */
export type Files = Readonly<Record<string, string>>;

/** What a folder of a case says: a project, and what the case adds to it. */
export interface Case {
  /** Files that lie there already. */
  readonly before?: Readonly<Record<string, string | Uint8Array>>;
  /** The project as it is without a tag build. */
  project(outdir: string): Project;
  /** The tag builds, declared in that project. */
  declare(project: Project): void;
}
