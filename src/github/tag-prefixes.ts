import { sharedFilter } from './shared-tags';
import { isNegativeTagFilter } from './tag-filters';

/** The fixed text that a pattern begins with: 'desktop-v' of 'desktop-v*.*.*'. */
export function literalPrefix(pattern: string): string {
  const special = /[*[?+\\]/.exec(pattern);
  const prefix = special ? pattern.slice(0, special.index) : pattern;
  // a quantifier is about the character before it
  return special && /[?+]/.test(special[0]) ? prefix.slice(0, -1) : prefix;
}

/** A filter whose beginning is that of another one, and more. */
export interface Extension {
  readonly shorter: string;
  readonly longer: string;
}

/** Undefined where neither begins with all that the other one begins with, and more; one that begins with a wildcard is meant for any beginning. */
export function extensionOf(one: string, other: string): Extension | undefined {
  const [a, b] = [one, other].map(literalPrefix);
  const [shorter, longer] = a.length < b.length ? [one, other] : [other, one];
  return a && b && a.length !== b.length && literalPrefix(longer).startsWith(literalPrefix(shorter)) ? { shorter, longer } : undefined;
}

/** Of so many filters: each is put to all others. */
const MOST_FILTERS = 20;

/** Filters of two lists of which one extends the other, and some tag starts both; none where the lists have a filter in common, and are meant together. */
export function extensionsOf(filters: readonly string[], others: readonly string[]): Extension[] {
  const [ours, theirs] = [filters, others].map((all) => all.filter((filter) => !isNegativeTagFilter(filter)).slice(0, MOST_FILTERS));
  const [without, withoutTheirs] = [filters, others].map((all) => all.filter(isNegativeTagFilter));
  return ours.some((filter) => theirs.includes(filter)) ? [] : ours.flatMap((one) => theirs.flatMap((other) => {
    const extension = extensionOf(one, other);
    return extension && sharedFilter([one, ...without], [other, ...withoutTheirs]) !== undefined ? [extension] : [];
  }));
}
