import { type Complaint } from './complaint';
import { canSpellTagName } from './git-names';
import { type GlobToken, matchesGlob } from './glob';
import { MAX_TAG_BYTES } from './limits';
import { tagFilterShapeProblem } from './tag-filter-shapes';
import { parseTagFilter, type TagFilterToken } from './tag-filter-tokens';

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
  /** Where the tag starts a run only if GitHub reads a pattern of tags as one of paths, or only if not. */
  readonly isDoubtful?: true;
}

/** More than anybody needs for a name, and as much as bash compares with one in no time. */
const MAX_FILTER_LENGTH = 2_000;

const SHORTER = "Write what the names have in common, and '*' for the rest.";

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
  return body.length > MAX_FILTER_LENGTH
    ? { why: `has ${body.length} characters, though a tag's name has ${MAX_TAG_BYTES} bytes at most`, hint: SHORTER }
    : tagFilterShapeProblem(body) ?? tokensProblem(parseTagFilter(body));
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
 * It is for bash's `[[ $tag =~ $source ]]` under `LC_ALL=C`, and it holds no backslash, so that it
 * survives any quoting.
 *
 * @param pattern one that `tagFilterProblem` has nothing against
 */
export function tagFilterToRegExpSource(pattern: string): string {
  return `^${tokensOf(pattern).map((token) => token.source).join('')}$`;
}

/**
 * Whether pushing a tag starts a run: the last pattern that matches its name decides.
 *
 * GitHub documents of paths that a wildcard before a slash may be empty (`**\/README.md` is `README.md`, too), says
 * nothing of tags, and has one cheat sheet for both: so it is read here. Where the other reading decides otherwise the
 * answer is doubtful, and nobody is promised anything by it.
 */
export function decideTag(patterns: readonly string[], tag: string): TagDecision {
  const decision = decide(patterns, tag, tokensOf);
  const isDoubtful = patterns.some((pattern) => pattern.includes('**/')) && decide(patterns, tag, literalTokens).matches !== decision.matches;
  return isDoubtful ? { ...decision, isDoubtful } : decision;
}

function decide(patterns: readonly string[], tag: string, read: (pattern: string) => readonly GlobToken[]): TagDecision {
  const decidedBy = [...patterns].reverse().find((pattern) => matchesGlob(read(pattern), tag));
  return decidedBy === undefined ? { matches: false } : { matches: !isNegativeTagFilter(decidedBy), decidedBy };
}

/** With the slash behind a wildcard as a character like any other. */
function literalTokens(pattern: string): GlobToken[] {
  return tokensOf(pattern).flatMap<GlobToken>((token) => token.takes === 'directories'
    ? [{ takes: 'many', admits: () => true }, { takes: 'one', admits: (character) => character === '/' }]
    : [token]);
}

function tokensOf(pattern: string): readonly TagFilterToken[] {
  const tokens = parseTagFilter(withoutNegation(pattern));
  if ('why' in tokens) {
    throw new Error(`tag pattern '${pattern}' ${tokens.why}`);
  }
  return tokens;
}

function withoutNegation(pattern: string): string {
  return isNegativeTagFilter(pattern) ? pattern.slice(1) : pattern;
}

function tokensProblem(tokens: readonly TagFilterToken[] | Complaint): Complaint | undefined {
  if ('why' in tokens) {
    return tokens;
  }
  const least = tokens.map(leastBytes).reduce((sum, bytes) => sum + bytes, 0);
  if (least > MAX_TAG_BYTES) {
    return { why: `matches no name shorter than ${least} bytes, and GitHub takes a tag of ${MAX_TAG_BYTES} at most`, hint: SHORTER };
  }
  return canSpellTagName(tokens.flatMap(repetitions)) ? undefined : {
    why: 'matches no name that git allows for a tag',
    hint: "Mind that '.' is a dot and '*' any text, and that no part of a name between slashes is empty, begins with '.' or ends in '.lock'.",
  };
}

function leastBytes({ takes, samples: [sample] }: TagFilterToken): number {
  return takes === 'one' || takes === 'some' ? Buffer.byteLength(sample) : 0;
}

/** Standing twice is as good as any number of times: git forbids nothing by counting further. */
function repetitions({ samples, takes }: TagFilterToken): Array<readonly string[]> {
  switch (takes) {
    case 'optional': return [['', ...samples]];
    case 'some': return [samples, ['', ...samples]];
    default: return [samples];
  }
}
