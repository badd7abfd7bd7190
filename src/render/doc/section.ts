import { Model } from '../../model/model';

/** One message that the guard can print, with its cure. */
export interface Message {
  /** The anchor that the message links to: GitHub's slug of the title. */
  readonly id: string;
  readonly title: string;
  readonly cause: string;
  readonly cure: string;
}

/** What the doc says of the workflow beyond the model. */
export interface DocInput {
  /** What stands behind `uses:` in the workflow. */
  readonly actions: readonly string[];
  readonly messages: readonly Message[];
}

/** A part of the setup doc. */
export interface Section {
  /** By which a declaration replaces, drops or places it. */
  readonly id: string;
  readonly heading: string;
  /** The body as Markdown; '' leaves the section out. */
  render(model: Model, input: DocInput): string;
}
