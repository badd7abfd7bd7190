import type { CredentialModel, RepositoryModel, SecretModel, StepModel } from '../model/model';

/** A repository that is read with one kind of credential. */
export type ReadWith<C extends CredentialModel> = RepositoryModel & { readonly credential: C };

/** A part of the guard's script that only some credentials need. */
export type GuardPart = 'appToken' | 'deployKey';

/** A step that makes a credential out of secrets. */
export interface CredentialStep {
  readonly step: StepModel;
  readonly secrets: readonly string[];
}

/** All that is known of one kind of credential: in the workflow, in the guard and in the doc. */
export interface CredentialKind<C extends CredentialModel> {
  /** The part of the guard's script that proves it. */
  readonly guardPart?: GuardPart;
  /** Names of the secrets that it lives in, the one that it is called by first. */
  secrets(credential: C): string[];
  /** Steps that a job needs before anything is read, for all repositories of this kind. */
  steps?(repositories: readonly ReadWith<C>[]): CredentialStep[];
  /** How the guard is told of it: the fourth field of a line of `REPOSITORIES`. */
  guardField(repository: ReadWith<C>): string;
  /** What the guard reads it from: environment variable → expression. */
  guardEnv(repository: ReadWith<C>): Record<string, string>;
  /** Inputs of actions/checkout. */
  checkoutInputs(repository: ReadWith<C>): Record<string, string>;
  /** What a repository is read with, as Markdown. */
  label(credential: C): string;
  /** How a person makes it, as Markdown. */
  howTo(secret: SecretModel): string;
  /** What to tick off before the first tag, beyond that its secrets are set, as Markdown. */
  checklist(secret: SecretModel): string[];
}
