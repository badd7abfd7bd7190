import { type DocSectionModel } from '../../model/model';

/** A section whose body is written. */
export interface WrittenSection {
  readonly id: string;
  readonly heading: string;
  readonly body: string;
}

interface Placed extends WrittenSection {
  /** Id of the section that a declaration put it behind. */
  readonly after: string;
}

/**
 * Places a declaration's sections among the built-in ones. Sections behind the same one keep the
 * order of the declaration; one that is dropped still holds its place for those behind it.
 */
export function arrange(builtIn: readonly WrittenSection[], own: readonly DocSectionModel[], drop: readonly string[]): WrittenSection[] {
  return own
    .reduce(place, builtIn.map((section) => ({ ...section, after: '' })))
    .filter((section) => !drop.includes(section.id) && section.body.trim() !== '');
}

function place(sections: readonly Placed[], added: DocSectionModel): Placed[] {
  const former = sections.find((section) => section.id === added.id);
  const rest = sections.filter((section) => section !== former);
  const index = placeOf(sections, rest, added);
  const placed = { ...added, heading: added.heading || former?.heading || '', body: added.body || former?.body || '' };
  return [...rest.slice(0, index), placed, ...rest.slice(index)];
}

function placeOf(sections: readonly Placed[], rest: readonly Placed[], added: DocSectionModel): number {
  const anchor = rest.findIndex((section) => section.id === added.after);
  if (anchor >= 0) {
    return endOfFollowers(rest, anchor);
  }
  const replaced = sections.findIndex((section) => section.id === added.id);
  return replaced < 0 ? rest.length : replaced;
}

/** Where those end that were put behind a section, and those behind them. */
function endOfFollowers(sections: readonly Placed[], anchor: number): number {
  const followed = new Set([sections[anchor].id]);
  let end = anchor + 1;
  while (end < sections.length && followed.has(sections[end].after)) {
    followed.add(sections[end].id);
    end += 1;
  }
  return end;
}
