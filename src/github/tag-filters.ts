import { Complaint } from './complaint';
import { canSpellTagName } from './git-names';
import { tagFilterShapeProblem } from './tag-filter-shapes';
import { parseTagFilter, TagFilterToken } from './tag-filter-tokens';

/**
 * GitHub's filter patterns, as `on.push.tags` takes them.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */

/** What becomes of one tag. */
export interface TagDecision {
  /** Whether pushing the tag starts a run. */
  readonly matches: boolean;
  /** The last pattern that matches the name; none where no pattern does. */
  readonly decidedBy?: string;
}

/** Whether the pattern excludes the tags it matches. */
export function isNegativeTagFilter(pattern: string): boolean {
  return pattern.startsWith('!');
}

/** What keeps a pattern from ever matching what it was meant to match. */
export function tagFilterProblem(pattern: string): Complaint | undefined {
  const body = withoutNegation(pattern);
  if (body === '') {
    return pattern === ''
      ? { why: 'is empty', hint: "Write a pattern such as 'v*'; '**' matches every tag." }
      : { why: "is '!' alone, which excludes nothing", hint: "Write what to exclude behind it: '!v*-beta'." };
  }
  return tagFilterShapeProblem(body) ?? tokensProblem(parseTagFilter(body));
}

/** What keeps a list of patterns from doing what it was meant to do, though each of them is possible. */
export function tagFilterListProblem(patterns: readonly string[]): Complaint | undefined {
  if (patterns.length === 0) {
    return { why: 'has no pattern', hint: "Name at least one, such as 'v*'." };
  }
  if (patterns.every(isNegativeTagFilter)) {
    return { why: 'has only patterns that exclude tags', hint: "Put one that includes some before them; '**' matches every tag." };
  }
  if (isNegativeTagFilter(patterns[0])) {
    return {
      why: `begins with '${patterns[0]}', which excludes nothing there because the last matching pattern decides`,
      hint: 'Put it behind the pattern it takes tags away from.',
    };
  }
  return undefined;
}

/**
 * A regular expression for the whole names that a pattern matches; a leading `!` is left aside.
 *
 * It means the same to JavaScript (with the flag `s`) and to bash's `[[ $tag =~ $source ]]` under
 * `LC_ALL=C`, and it holds no backslash, so that it survives any quoting.
 *
 * @param pattern one that `tagFilterProblem` has nothing against
 */
export function tagFilterToRegExpSource(pattern: string): string {
  const tokens = parseTagFilter(withoutNegation(pattern));
  if ('why' in tokens) {
    throw new Error(`tag pattern '${pattern}' ${tokens.why}`);
  }
  return `^${tokens.map(token => token.source + token.quantifier).join('')}$`;
}

/** Whether pushing a tag starts a run: the last pattern that matches its name decides. */
export function decideTag(patterns: readonly string[], tag: string): TagDecision {
  const decidedBy = [...patterns].reverse().find(pattern => new RegExp(tagFilterToRegExpSource(pattern), 's').test(tag));
  return decidedBy === undefined ? { matches: false } : { matches: !isNegativeTagFilter(decidedBy), decidedBy };
}

function withoutNegation(pattern: string): string {
  return isNegativeTagFilter(pattern) ? pattern.slice(1) : pattern;
}

function tokensProblem(tokens: readonly TagFilterToken[] | Complaint): Complaint | undefined {
  if ('why' in tokens) {
    return tokens;
  }
  return canSpellTagName(tokens.flatMap(repetitions)) ? undefined : {
    why: 'matches no name that git allows for a tag',
    hint: "Mind that '.' is a dot and '*' any text, and that no part of a name between slashes is empty, begins with '.' or ends in '.lock'.",
  };
}

/** Standing twice is as good as any number of times: git forbids nothing by counting further. */
function repetitions({ samples, quantifier }: TagFilterToken): Array<readonly string[]> {
  switch (quantifier) {
    case '': return [samples];
    case '?': return [['', ...samples]];
    case '+': return [samples, ['', ...samples]];
  }
}
