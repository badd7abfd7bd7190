/** `a, b and c`. */
export function andList(items: readonly string[]): string {
  return list(items, 'and');
}

/** `a, b or c`. */
export function orList(items: readonly string[]): string {
  return list(items, 'or');
}

function list(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}

/** `1 platform`, `4 platforms`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** The values without repeats, in the order in which they first stand. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The values without those that are equal to an earlier one, written as JSON. */
export function distinctData<T>(values: readonly T[], data: (value: T) => unknown = (value) => value): T[] {
  const seen = values.map((value) => JSON.stringify(data(value)));
  return values.filter((_, index) => seen.indexOf(seen[index]) === index);
}

/** A sentence, whether or not it was written with its full stop. */
export function sentence(markdown: string): string {
  return /[.!?:]$/.test(markdown) ? markdown : `${markdown}.`;
}

/** The text, or the first of `text-2`, `text-3` … that is free, which it then is no more. Upper and lower case are the same. */
export function freeName(text: string, separator: string, taken: Set<string>): string {
  let name = text;
  for (let n = 2; taken.has(name.toLowerCase()); n++) {
    name = `${text}${separator}${n}`;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** `runs-on` of `runsOn`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The first of a list, and how many there are besides. */
export function beginning(items: readonly string[], most: number): string {
  const more = items.length - most;
  return items.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** An id as a title: 'desktop-tag-build' becomes 'Desktop Tag Build'. */
export function inWords(id: string): string {
  return id.split(/[-_.]+/).filter(Boolean).map((word) => word[0].toUpperCase() + word.slice(1)).join(' ');
}
