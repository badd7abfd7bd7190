import type { SigningModel } from '../model/model';

/** What a guide is written for. */
export interface Told {
  readonly signing: SigningModel;
  readonly required: boolean;
  /** Where the tool's own configuration lies, from the working directory; '' where nobody says. */
  readonly config: string;
  /** The environments that the secrets are stored in. */
  readonly environments: readonly string[];
  /** The name of the secret that a variable is set from, as Markdown. */
  secret(variable: string): string;
}

/** Lines of a file or a shell, and what they are for, a sentence. */
export interface Lines {
  readonly about: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** A message of the tools, and what to do. Markdown, in whole sentences. */
export interface Trouble {
  readonly message: string;
  readonly cause: string;
  readonly cure: string;
}

/** What a person has to know of one way of signing. Markdown, in whole sentences. */
export interface Guide {
  /** How to get what the secrets hold, in order. */
  readonly steps: readonly string[];
  readonly commands: readonly Lines[];
  /** The commands that print a secret which is the content of a file, by its variable. */
  readonly contents: Readonly<Record<string, string>>;
  /** What makes the tool sign. */
  readonly configuration: readonly Lines[];
  /** How long it all lasts, and what takes its place. */
  readonly end: string;
  /** To tick off before the first tag. */
  readonly checklist: readonly string[];
  readonly troubles: readonly Trouble[];
  /** Where it is described by those who make it. */
  readonly links: readonly string[];
}

/** Prints a file in base64 as one line, on every system alike. */
export function base64Of(file: string): string {
  return `openssl base64 -A -in ${file}`;
}

/** Says whose a certificate in a file is, and whether its password is right. */
export function lookAt(file: string): Lines {
  return {
    about: 'To look at it (with `-legacy` behind `pkcs12` where OpenSSL says `unsupported`):',
    language: 'sh',
    lines: [`openssl pkcs12 -in ${file} -nokeys | openssl x509 -noout -subject -enddate -fingerprint -sha1`],
  };
}
