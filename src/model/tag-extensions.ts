import type { Model } from './model';
import { type Extension, extensionsOf } from '../github/tag-prefixes';

/** The rule about them, which is switched off where builds are meant together. */
export const TAG_PREFIX_EXTENDED = 'tag-prefix-extended';

/** Filters of two builds of which one extends the other, though nothing says that one tag is meant for both. */
export function extensionsBetween(one: Model, other: Model): Extension[] {
  return [one, other].some(({ ignore }) => TAG_PREFIX_EXTENDED in ignore) ? [] : extensionsOf(one.tags, other.tags);
}
