import type { BareContext } from './command';
import { liveLines } from './live';

/** The option, which is the same everywhere. */
export const JSON_OPTION = { value: '', about: 'print what comes of it as one JSON document, and nothing else' } as const;

/** The same context, whose standard output is kept for a document: what is said meanwhile goes elsewhere. */
export function besideJson<C extends BareContext>(context: C, say: (text: string) => void): C {
  return { ...context, print: (text: string) => say(text), tell: say, live: () => liveLines(say, () => {}, { ...context.look, redraws: false }) };
}

/** A document as it is printed. */
export function jsonText(document: { readonly version: 1 }): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
