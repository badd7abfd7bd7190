import { Refusal } from './answers';
import type { Repository } from './repository';
import type { Token } from './state';
import { fnmatch } from '../../../src/github/fnmatch';
import type { Reply } from '../github-answers';

const VIOLATION = 'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n';

/** Refuses a new tag that a ruleset does not let this token create. A tag that is there is no creation. */
export function requireTagRules(repository: Repository, ref: string, token: Token | undefined, refusal: (rule: string) => Reply): void {
  const hindering = repository.rulesets.some(({ target, enforcement, rules, include, exclude, bypass }) =>
    target === (ref.startsWith('refs/tags/') ? 'tag' : 'branch') && enforcement === 'active' && rules.includes('creation')
    && covers(include, ref) && !covers(exclude, ref) && !(token && bypass.includes(token.kind)));
  if (hindering) throw new Refusal(refusal(VIOLATION));
}

function covers(patterns: readonly string[], ref: string): boolean {
  return patterns.some((pattern) => pattern === '~ALL' || fnmatch(pattern, ref));
}
