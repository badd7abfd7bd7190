import { isTagName } from './git-names';
import { matchesGlob } from './glob';
import { parseTagFilter, type TagFilterToken } from './tag-filter-tokens';
import { decideTag, isNegativeTagFilter, tagFilterProblem } from './tag-filters';
import { distinct } from '../text/words';

export interface ExampleTags {
  readonly matching: readonly string[];
  readonly notMatching: readonly string[];
}

/** More would be a list to read, not an example. */
const MOST = 4;

/** Of so many filters an example is looked for: each is put to all others. */
const MOST_FILTERS = 20;

/** Version numbers to try, because a filter such as `!v1.*` may exclude the first. */
const VERSIONS = [['1', '2', '3'], ['2', '0', '0'], ['10', '20', '30'], ['2026', '11', '1']];

/** A page names examples many times, and each takes a dozen names put to each filter. */
const known = new WeakMap<readonly string[], ExampleTags>();

/**
 * Tags that the filters admit, and tags that look alike and are not admitted. Each is put to the
 * filters before it is shown: an example that is wrong costs the reader a burnt version.
 */
export function exampleTags(filters: readonly string[]): ExampleTags {
  const examples = known.get(filters) ?? findExamples(filters);
  known.set(filters, examples);
  return examples;
}

function findExamples(filters: readonly string[]): ExampleTags {
  const possible = filters.filter((filter) => tagFilterProblem(filter) === undefined);
  const admitted = (tag: string) => decideTag(possible, tag).matches;
  const isCertain = (tag: string) => !decideTag(possible, tag).isDoubtful;
  const included = possible.filter((filter) => !isNegativeTagFilter(filter)).slice(0, MOST_FILTERS);
  const samples = included.flatMap((filter) => samplesOf(filter).filter(admitted).slice(0, 1));
  const excluded = possible.filter(isNegativeTagFilter).slice(0, MOST_FILTERS).flatMap((filter) => samplesOf(filter.slice(1)).slice(0, 1));
  const variants = samples.slice(0, 1).flatMap(lookAlikes);
  const candidates = distinct([...samples, ...excluded, ...variants]).filter((tag) => isReadable(tag) && isCertain(tag));
  return {
    matching: candidates.filter(admitted).slice(0, MOST),
    notMatching: candidates.filter((tag) => !admitted(tag)).slice(0, MOST),
  };
}

/** Tags of which a filter admits each, others left aside. */
export function samplesOf(pattern: string): string[] {
  const tokens = parseTagFilter(pattern);
  return 'why' in tokens ? [] : VERSIONS.map((version) => sample(tokens, version)).filter(isReadable);
}

/** Git's rules, and none that a command would take for an option. */
function isReadable(tag: string): boolean {
  return isTagName(tag) && !tag.startsWith('-') && !/[\s\p{C}]/u.test(tag);
}

function sample(tokens: readonly TagFilterToken[], version: readonly string[]): string {
  let used = 0;
  const next = () => version[used++ % version.length];
  return tokens.map((token, index) => {
    if (token.takes === 'directories') return 'app/';
    if (isSet(token)) return fromSet(token, next);
    if (!isWildcard(token)) return token.samples[0];
    if (isVersionPart(tokens, index)) return next();
    return used++ > 0 ? afterVersion(tokens[index - 1]) : wholeVersion(version, index);
  }).join('');
}

function isWildcard(token: TagFilterToken | undefined): boolean {
  return token?.takes === 'many';
}

function isSet(token: TagFilterToken | undefined): boolean {
  return token !== undefined && !isWildcard(token) && token.takes !== 'directories' && token.samples.length > 1;
}

/** A number where the set admits one, else the first character of the set. */
function fromSet(token: TagFilterToken, next: () => string): string {
  const digit = [...'1234567890'].find(token.admits);
  if (digit === undefined) return token.samples[0];
  const part = next();
  return matchesGlob([token], part) ? part : digit;
}

/** Whether a wildcard stands in a row such as `*.*.*`. */
function isVersionPart(tokens: readonly TagFilterToken[], index: number): boolean {
  return [1, -1].some((step) => {
    const [dot, other] = [tokens[index + step], tokens[index + 2 * step]];
    return dot?.samples[0] === '.' && (isWildcard(other) || isSet(other));
  });
}

/** What a wildcard on its own most likely stands for, if no version was written before it. */
function wholeVersion(version: readonly string[], index: number): string {
  return `${index === 0 ? 'v' : ''}${version.join('.')}`;
}

/** Behind a version a wildcard most likely leaves room for a pre-release. */
function afterVersion(before: TagFilterToken): string {
  return before.samples[0] === '-' ? 'beta.1' : '';
}

/** Tags that a person might push in the belief that they mean the same. */
function lookAlikes(tag: string): string[] {
  const prefix = /^\D*/.exec(tag)![0];
  const version = tag.slice(prefix.length);
  return [
    `${tag}-beta.1`,
    `v${version}`,
    version,
    tag.replace(/\.[^.]*$/, ''),
    prefix.replace(/-(?=\w*$)/, '/') + version,
    `my-${tag}`,
  ];
}
