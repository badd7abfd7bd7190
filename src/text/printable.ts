/** Control characters, those that turn, hide or join what stands beside them, and halves of a surrogate pair. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What GitHub's runner takes for an order of the step that prints it: `::error::` where a line begins, `##[error]` anywhere. */
const ORDERS = /^[^\S\n]*:(?=:)|#(?=#\[)/gm;

/**
 * A text that may hold words of strangers, fit to be printed: a terminal, a log and GitHub's runner
 * see text only. What they would obey is written as JSON escapes it, so that JSON stays what it was.
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => '\n\t'.includes(character) ? character : escaped(character)).replace(ORDERS, (order) => order.slice(0, -1) + escaped(order.slice(-1)));
}

/** Colours and other sequences of a terminal, taken out. */
export function withoutColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
