import type { Opened } from './opened';
import type { Complaint } from '../github/complaint';
import type { ReadRepository } from '../model/jobs';
import type { CredentialModel, SecretModel, StepModel } from '../model/model';
import type { WritingTarget } from '../model/publish';

/** A repository that is read with one kind of credential. */
export type ReadWith<C extends CredentialModel> = ReadRepository & { readonly credential: C };

/** A publish target that writes with one kind of credential. */
export type WritesWith<C extends CredentialModel> = WritingTarget & { readonly credential: C };

/** How a kind of credential writes. */
export interface Writing<C extends CredentialModel> {
  /** Steps that a job needs before anything is written, for all its targets of this kind. */
  steps?(targets: readonly WritesWith<C>[]): CredentialStep[];
  /** The token, as an expression. */
  token(target: WritesWith<C>): string;
}

/** A part of the guard's script that only some credentials need. */
export type GuardPart = 'appToken' | 'deployKey';

/** A step that makes a credential out of secrets. */
export interface CredentialStep {
  readonly step: StepModel;
  readonly secrets: readonly string[];
  /** What the guard must know to say why the step made none. */
  readonly guardEnv: Readonly<Record<string, string>>;
}

/** What one secret of a credential holds. */
export interface Holding {
  readonly secret: string;
  /** A noun phrase. */
  readonly what: string;
  /** Whether it stops working on a day that was chosen when it was made. */
  readonly expires?: boolean;
  /** Whether it can open no second repository. */
  readonly opensOne?: boolean;
  /** The one thing that it belongs to, a noun phrase. */
  readonly of?: string;
}

/** An Actions variable, and what is in it. */
export interface NeededVariable {
  readonly name: string;
  /** A noun phrase. */
  readonly what: string;
}

/** How somebody outside of a run can tell whether a repository is readable by it. */
export type Proof =
  /** It reads what everybody can. */
  | { readonly by: 'being public' }
  /** By trying what the secret holds, where the value is known. */
  | { readonly by: 'token'; readonly secret: string }
  /** A key must be registered with the repository. */
  | { readonly by: 'deploy key'; readonly secret: string }
  /** GitHub tells it to the App alone. */
  | { readonly by: 'installation'; readonly secret: string };

/** All that is known of one kind of credential: in the workflow, in the guard, in the doc and for the doctor. */
export interface CredentialKind<C extends CredentialModel> {
  /** The part of the guard's script that proves it. */
  readonly guardPart?: GuardPart;
  /** How it writes; none where it only reads. */
  readonly writing?: Writing<C>;
  /** What lies in which secret; the one that it is called by is the first. */
  holds(credential: C): Holding[];
  /** The Actions variables that it needs. */
  variables?(credential: C): NeededVariable[];
  /** What is wrong with how it is declared. */
  complaint?(credential: C): Complaint | undefined;
  /** Why it cannot publish to a repository, or start a workflow there; '' is the workflow's own. */
  publishComplaint?(repository: string): Complaint | undefined;
  proof(credential: C): Proof;
  /** Steps that a job needs before anything is read, for all repositories of this kind. */
  steps?(repositories: readonly ReadWith<C>[]): CredentialStep[];
  /** How the guard is told of it: the fourth field of a line of `REPOSITORIES` or `TARGETS`. */
  guardField(by: { readonly credential: C }): string;
  /** What our scripts read it from: environment variable → expression. */
  env(by: { readonly credential: C }): Record<string, string>;
  /** Inputs of actions/checkout. */
  checkoutInputs(repository: ReadWith<C>): Record<string, string>;
  /** What a repository is read with, as Markdown. */
  label(credential: C): string;
  /** How a person makes it, as Markdown. */
  howTo(secret: SecretModel, opened: Opened): string;
  /** What to tick off before the first tag, beyond that its secrets are set, as Markdown. */
  checklist(secret: SecretModel, opened: Opened): string[];
}
