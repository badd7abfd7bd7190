import type { CredentialModel } from '../model/model';

/** What the workflow needs to know of one kind of credential. */
export interface CredentialKind<C extends CredentialModel> {
  /** Names of the secrets that it lives in. */
  secrets(credential: C): string[];
  /** How the guard is told of it: the fourth field of a line of `REPOSITORIES`. */
  guardField(credential: C): string;
  /** What the guard reads it from: environment variable → expression. */
  guardEnv(credential: C): Record<string, string>;
  /** Inputs of actions/checkout. */
  checkoutInputs(credential: C): Record<string, string>;
}
