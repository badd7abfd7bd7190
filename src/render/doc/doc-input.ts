import type { DocInput } from './section';
import { guardMessages } from '../../text/guard-messages';

/** What the doc says beyond the model: of the workflow as it is in the end, patches included. */
export function docInput(workflow: object): DocInput {
  const text = JSON.stringify(workflow);
  // only what one of its scripts can say
  return { actions: usesOf(workflow), messages: guardMessages.filter(({ title }) => text.includes(title)) };
}

function usesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => key === 'uses' && typeof child === 'string' ? [child] : usesOf(child));
}
