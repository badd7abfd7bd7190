import type { Condition } from './expressions';
import type { Place } from './workflow-text';

/** A thing of a workflow that has a place and names by which a report can speak of it. */
export interface Placed {
  readonly place: Place;
  readonly names: readonly string[];
}

/** How a step is run, whatever it does. */
export interface Circumstances {
  readonly condition: Condition;
  readonly continueOnError: boolean;
  readonly timeout: string;
}

/** A line of a script, or an action that is not known by name. */
export interface Line extends Placed, Circumstances {
  readonly text: string;
  /** Whether it was written with an expression in it, which may arrive in a variable. */
  readonly hadExpression: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly shell: string;
  /** Index of the step. */
  readonly step: number;
  /** Whether it is part of what signs by a keychain of its own, or notarizes. */
  readonly signs?: true;
  /** A variable that it sets to the tag or its version, for the steps behind it. */
  readonly sets?: string;
  /** Whether it publishes, too, so that it needs the workflow's token. */
  readonly publishes?: true;
}

export interface Checkout extends Placed {
  /** Empty: the repository of the workflow. */
  readonly repository: string;
  readonly ref: string;
  readonly path: string;
  readonly credential: string;
}

/** Something that is there once it was asked for: a tool, a package, an input of either, the tag's version in a file, a secret that signs. */
export interface Provision extends Placed {
  readonly kind: 'tool' | 'package' | 'input' | 'cache' | 'stamp' | 'signing';
  readonly name: string;
  readonly version: string;
}

/** Files that a leg hands over. */
export interface Upload extends Placed {
  readonly name: string;
  readonly patterns: readonly string[];
  readonly retention: string;
}

/** Files that a leg is handed by others. */
export interface Download extends Placed {
  readonly artifact: RegExp;
  readonly path: string;
}

export interface Release extends Placed {
  readonly repository: string;
  readonly title: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly notes: string;
  readonly credential: string;
  /** Files as the step names them. */
  readonly files: readonly string[];
}

/** A package that becomes public in a registry. */
export interface Publication extends Placed {
  readonly registry: string;
}

/** What is said of a job as a whole, by its key. */
export interface Setting extends Placed {
  readonly key: string;
  readonly value: string;
}

/** A job that calls another workflow. */
export interface Call extends Placed {
  readonly job: string;
  readonly uses: string;
  readonly needs: readonly string[];
  readonly condition: Condition;
  /** What it is given, each by its key, as JSON: inputs, secrets, `matrix`. */
  readonly given: Readonly<Record<string, string>>;
  /** The same as it is written. */
  readonly written: Readonly<Record<string, string>>;
}

/** One run of a job: a combination of its matrix. */
export interface Leg extends Placed {
  readonly job: string;
  readonly needs: readonly string[];
  /** Jobs whose outputs it asks for. */
  readonly asks: readonly string[];
  readonly runner: readonly string[];
  readonly condition: Condition;
  readonly settings: readonly Setting[];
  readonly checkouts: readonly Checkout[];
  readonly provisions: readonly Provision[];
  readonly lines: readonly Line[];
  readonly uploads: readonly Upload[];
  readonly downloads: readonly Download[];
  readonly releases: readonly Release[];
  readonly publications: readonly Publication[];
}

/** A leg, and the one that does its work now. */
export interface Pair {
  readonly leg: Leg;
  readonly now: Leg;
}

/** What is gathered of a leg while its steps are read. */
export type Acts = { -readonly [key in 'checkouts' | 'provisions' | 'lines' | 'uploads' | 'downloads' | 'releases' | 'publications']: Leg[key][number][] };
