import { samplesOf } from './example-tags';
import { shareText } from './glob-overlap';
import { parseTagFilter, type TagFilterToken } from './tag-filter-tokens';
import { decideTag, isNegativeTagFilter, tagFilterProblem } from './tag-filters';

/**
 * The filter by which tags that others admit start a run, too; undefined where none does. Where some
 * filter excludes tags, it is as sure as examples are.
 */
export function sharedFilter(filters: readonly string[], others: readonly string[]): string | undefined {
  const [ours, theirs] = [possible(filters), possible(others)];
  if ([...ours, ...theirs].some(isNegativeTagFilter)) {
    const shared = [...ours, ...theirs].filter((filter) => !isNegativeTagFilter(filter)).flatMap(samplesOf)
      .find((tag) => decideTag(ours, tag).matches && decideTag(theirs, tag).matches);
    return shared === undefined ? undefined : decideTag(ours, shared).decidedBy;
  }
  return ours.find((filter) => theirs.some((other) => shareText(tokensOf(filter), tokensOf(other))));
}

/** A filter for exactly this text. */
export function literalFilter(text: string): string {
  return text.replace(/[*?+[\]!\\]/g, '\\$&');
}

function possible(filters: readonly string[]): string[] {
  return filters.filter((filter) => tagFilterProblem(filter) === undefined);
}

function tokensOf(filter: string): readonly TagFilterToken[] {
  return parseTagFilter(filter) as readonly TagFilterToken[];
}
