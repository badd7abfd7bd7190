import type { Complaint } from '../github/complaint';
import type { DependencyModel } from '../model/model';

/** A setting of git. */
export type GitSetting = readonly [key: string, value: string];

/** All that is known of one kind of dependency. */
export interface DependencyKind<D extends DependencyModel> {
  /** What it is, a noun phrase. */
  readonly what: string;
  /** How a person makes what its secret holds, as Markdown; '' where its credential says it. */
  readonly howTo: string;
  /** What is wrong with how it is declared, with the text that is. */
  complaint(dependency: D): (Complaint & { readonly got: string }) | undefined;
  /** What it is called by for people. */
  title(dependency: D): string;
  /** Names of the secrets that it is read with. */
  secrets(dependency: D): string[];
  /** What it is read with, as Markdown. */
  label(dependency: D): string;
  /** How the guard is told of it: the fields behind the id of a line of `REPOSITORIES`, which has no path. */
  guardFields(dependency: D): string;
  /** What the guard holds its secrets in: variable → expression. */
  credentialEnv(dependency: D): Record<string, string>;
  /** What git must know to read it. */
  git?(dependency: D): GitSetting[];
  /** What steps that read it are told: variables of its own, each with its value. */
  env(dependency: D): Record<string, string>;
}
