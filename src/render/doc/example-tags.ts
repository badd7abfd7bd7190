import { matchesFilters, parsePattern, Token } from './tag-pattern';
import { distinct } from './words';

export interface ExampleTags {
  readonly matching: readonly string[];
  readonly notMatching: readonly string[];
}

/** More would be a list to read, not an example. */
const MOST = 4;

/** Version numbers to try, because a filter such as `!v1.*` may exclude the first. */
const VERSIONS = [['1', '2', '3'], ['2', '0', '0'], ['10', '20', '30'], ['2026', '11', '1']];

/**
 * Tags that the filters admit, and tags that look alike and are not admitted. Each is put to the
 * filters before it is shown: an example that is wrong costs the reader a burnt version.
 */
export function exampleTags(filters: readonly string[]): ExampleTags {
  const admitted = (tag: string) => matchesFilters(filters, tag);
  const samples = filters.filter(filter => !filter.startsWith('!')).flatMap(filter => samplesOf(filter).filter(admitted).slice(0, 1));
  const excluded = filters.filter(filter => filter.startsWith('!')).flatMap(filter => samplesOf(filter.slice(1)).slice(0, 1));
  const variants = samples.slice(0, 1).flatMap(lookAlikes);
  const candidates = distinct([...samples, ...excluded, ...variants]).filter(isTagName);
  return {
    matching: candidates.filter(admitted).slice(0, MOST),
    notMatching: candidates.filter(tag => !admitted(tag)).slice(0, MOST),
  };
}

function samplesOf(pattern: string): string[] {
  const tokens = parsePattern(pattern);
  return VERSIONS.map(version => sample(tokens, version)).filter(isTagName);
}

function sample(tokens: readonly Token[], version: readonly string[]): string {
  let used = 0;
  const next = () => version[used++ % version.length];
  return tokens.map((token, index) => {
    if (token.kind === 'literal') return token.characters;
    if (token.kind === 'class') return fromClass(token, next);
    return isVersionPart(tokens, index) ? next() : fillIn(tokens, index, used > 0, version.join('.'));
  }).join('');
}

/** A number where the class admits one, else the first character of the class. */
function fromClass(token: Token, next: () => string): string {
  if (!/\d/.test(token.characters)) return token.characters.charAt(0);
  const digits = token.quantifier === '+' ? next() : next().charAt(0);
  return [...digits].every(digit => token.characters.includes(digit)) ? digits : /\d/.exec(token.characters)![0];
}

/** Whether a wildcard stands in a row such as `*.*.*`. */
function isVersionPart(tokens: readonly Token[], index: number): boolean {
  const joined = (dot: number, wildcard: number) => tokens[dot]?.characters === '.' && (tokens[wildcard]?.kind ?? 'literal') !== 'literal';
  return joined(index + 1, index + 2) || joined(index - 1, index - 2);
}

/** What a wildcard on its own most likely stands for. */
function fillIn(tokens: readonly Token[], index: number, hasVersion: boolean, version: string): string {
  if (hasVersion) return tokens[index - 1].characters === '-' ? 'beta.1' : '';
  return index === 0 ? `v${version}` : version;
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

/** Whether git admits a tag of this name, and a shell and a reader can take it for one. */
function isTagName(tag: string): boolean {
  return /^[^-./]/.test(tag)
    && !/[\s\p{Cc}\p{Cs}~^:?*[\\]|\.\.|@\{|\/\/|\/\./u.test(tag)
    && !/(\.|\/|\.lock)$/.test(tag)
    && tag !== '@';
}
