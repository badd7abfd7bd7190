import type { Guide, Told } from './guide';
import type { ProofModel, SigningModel } from '../model/model';

/** What was chosen, with every default filled in; what a kind does not have is empty. */
export interface SigningChoice {
  readonly notarization: 'api-key' | 'apple-id' | 'none';
  /** Patterns of what must be signed. */
  readonly files: readonly string[];
  /** The team or the publisher; '' is anybody. */
  readonly signer: string;
  readonly authentication: 'oidc' | 'secret';
  readonly password: boolean;
  readonly config: string;
}

/** How one tool signs. */
export interface SigningKind {
  /** What it is called by, unless the declaration says otherwise. */
  readonly title: string;
  /** What its secrets are for, a phrase that ends the sentence "It is needed for ...". */
  readonly purpose: string;
  /** The systems that it runs on. */
  readonly systems: readonly ('linux' | 'macos' | 'windows')[];
  /** Variables that are set where its secrets are absent. */
  readonly envWithout: Readonly<Record<string, string>>;
  /** The variables that hold secrets, in the order in which a person gets them. */
  variables(choice: SigningChoice): readonly string[];
  /** What the build step does where they are set. */
  does(choice: SigningChoice): Omit<SigningModel, 'title' | 'kind'>;
  /** What proves it. */
  proof(choice: SigningChoice): Omit<ProofModel, 'signing'>;
  /** What a person has to know of it. */
  guide(told: Told): Guide;
}

/** What most ways of signing do not need. */
export const NOTHING: Omit<SigningModel, 'title' | 'kind'> = { env: {}, files: [], azureToken: false, notary: {}, notarizesImages: false };

/** What proves signatures on Windows. */
export function authenticode({ files, signer }: SigningChoice): Omit<ProofModel, 'signing'> {
  return { kind: 'windows', files, signer, notarized: false, stapledImages: false, config: '' };
}
