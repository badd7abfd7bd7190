import type { DocInput } from './section';
import { guardMessages } from '../../text/guard-messages';

/** What the doc says beyond the model: of the workflows as they are in the end, patches included. */
export function docInput(...workflows: readonly object[]): DocInput {
  const text = JSON.stringify(workflows);
  // only what one of their scripts can say
  return { actions: usesOf(workflows), messages: guardMessages.filter(({ title }) => text.includes(title)) };
}

function usesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => key === 'uses' && typeof child === 'string' ? [child] : usesOf(child));
}
