import { type Model } from '../../model/model';
import { type GuardMessage } from '../../text/guard-message';

/** What the doc says of the workflow beyond the model. */
export interface DocInput {
  /** What stands behind `uses:` in the workflow. */
  readonly actions: readonly string[];
  /** All that the guard can say. */
  readonly messages: readonly GuardMessage[];
}

/** A part of the setup doc. */
export interface Section {
  /** By which a declaration replaces, drops or places it. */
  readonly id: string;
  readonly heading: string;
  /** The body as Markdown; '' leaves the section out. */
  render(model: Model, input: DocInput): string;
}
