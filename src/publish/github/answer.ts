import type { Incoming } from './http';
import { isFields } from './shapes';

/** An answer that has to do with what was asked: no limit of the rate, no trouble. */
export interface Answer extends Incoming {
  /** The JSON of the body; undefined where it is none. */
  readonly data: unknown;
}

export function answerOf(incoming: Incoming): Answer {
  try {
    return { ...incoming, data: JSON.parse(incoming.text) as unknown };
  } catch {
    return { ...incoming, data: undefined };
  }
}

/** Longer ones say nothing more. */
const LONGEST = 400;

/** What GitHub says of a refusal: its message, and what is wrong with which field. */
export function saidIn({ data }: Answer): string {
  if (!isFields(data)) {
    return '';
  }
  const errors = Array.isArray(data.errors) ? data.errors.map(errorIn) : [];
  return [data.message, ...errors].filter((part) => typeof part === 'string' && part !== '').join('; ').slice(0, LONGEST);
}

function errorIn(error: unknown): unknown {
  return isFields(error) ? [error.field, error.code, error.message].filter((part) => typeof part === 'string').join(' ') : error;
}
