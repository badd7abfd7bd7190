import { isTagName } from '../../github/git-names';
import { decideTag, isNegativeTagFilter } from '../../github/tag-filters';
import { literalPrefix } from '../../github/tag-prefixes';
import { versionOf } from '../../github/tag-versions';
import { distinct } from '../../text/words';

/** How many are worth reading. */
const ENOUGH = 2;

/** Tags near the given one that would start a workflow with these filters. */
export function nearMisses(patterns: readonly string[], tag: string): string[] {
  const tried = candidates(patterns.filter((pattern) => !isNegativeTagFilter(pattern)), tag);
  return distinct(tried).filter((name) => name !== tag && isTagName(name) && startsBy(patterns, name)).slice(0, ENOUGH);
}

function candidates(patterns: readonly string[], tag: string): string[] {
  const plain = tag.replace(/\s+/g, '').replace(/^refs\/tags\//, '');
  const bare = plain.replace(/[^A-Za-z0-9._+/-]+/g, '-').replace(/^[-/.]+|(?<![-/.])[-/.]+$/g, '');
  const found = [versionOf(bare), versionOf(bare.toLowerCase()), /\d.*$/.exec(bare.split('/').at(-1)!)?.[0]].filter((version) => version !== undefined);
  const versions = found.flatMap((version) => [version, threeNumbers(version)]);
  const prefixes = patterns.map(literalPrefix);
  return [
    plain, bare, bare.toLowerCase(),
    ...prefixes.flatMap((prefix) => (versions.length ? versions : [bare]).map((version) => prefix + version)),
    ...versions,
    // a pattern without a wildcard is a tag
    ...patterns,
  ];
}

/** 1.4 is 1.4.0. */
export function threeNumbers(version: string): string {
  const [, numbers, rest] = /^(\d+(?:\.\d+)*)(.*)$/.exec(version) ?? [undefined, '0', ''];
  return [...numbers.split('.'), '0', '0'].slice(0, Math.max(3, numbers.split('.').length)).join('.') + rest;
}

/** Whether a tag starts a workflow; a pattern that cannot be read matches none. */
export function startsBy(patterns: readonly string[], name: string): boolean {
  try {
    return decideTag(patterns, name).matches;
  } catch {
    return false;
  }
}
