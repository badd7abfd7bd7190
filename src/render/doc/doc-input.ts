import type { DocInput } from './section';
import { type GuardMessage } from '../../text/guard-message';
import { guardMessages } from '../../text/guard-messages';

/** What the doc says beyond the model: of the workflows as they are in the end, patches included. */
export function docInput(...workflows: readonly object[]): DocInput {
  const said = new Set(textsOf('run', workflows).flatMap(messagesOf));
  return { actions: textsOf('uses', workflows), messages: guardMessages.filter((message) => said.has(message)) };
}

function textsOf(wanted: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => key === wanted && typeof child === 'string' ? [child] : textsOf(wanted, child));
}

/** Builds have the same scripts again and again. */
const known = new Map<string, readonly GuardMessage[]>();

/** What a script can say. */
function messagesOf(script: string): readonly GuardMessage[] {
  const found = known.get(script) ?? guardMessages.filter(({ title }) => script.includes(title));
  known.set(script, found);
  return found;
}
