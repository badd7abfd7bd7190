/** `a, b and c`. */
export function andList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** `1 platform`, `4 platforms`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** The values without repeats, in the order in which they first stand. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** A sentence, whether or not it was written with its full stop. */
export function sentence(markdown: string): string {
  return /[.!?:]$/.test(markdown) ? markdown : `${markdown}.`;
}
