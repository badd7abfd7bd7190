import * as fc from 'fast-check';
import { decideTag, isNegativeTagFilter, tagFilterProblem, tagFilterToRegExpSource } from '../../src/github/tag-filters';
import { referenceMatches } from '../support/reference-tag-matcher';

export function matches(pattern: string, tag: string): boolean {
  return decideTag([pattern], tag).decidedBy !== undefined;
}

const character = fc.constantFrom('a', 'b', 'v', '1', '2', '.', '-', '_', '/', '(', ')', '{', '}', '|', '$', 'é', '😀', '!', '@');
const unit = fc.oneof(
  { weight: 6, arbitrary: character },
  { weight: 2, arbitrary: fc.constantFrom('[0-9]', '[ab]', '[a-z1]', '[0-9._-]', '[-b]', '[A-Z+]') },
  { weight: 1, arbitrary: fc.constantFrom('\\+', '\\!') },
);
const token = fc.oneof(
  { weight: 4, arbitrary: unit },
  { weight: 2, arbitrary: fc.constantFrom('*', '**', '**/', '/**/') },
  { weight: 3, arbitrary: fc.tuple(unit, fc.constantFrom('?', '+')).map(([one, quantifier]) => one + quantifier) },
);

/** A possible pattern and a name near to it: its own tokens, spelled out and then perhaps damaged. */
export const pair = fc.array(fc.tuple(token, fc.array(character, { maxLength: 2 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 6 })
  .map((parts) => ({ pattern: parts.map(([text]) => text).join(''), tag: parts.map(([text, fill, times]) => spell(text, fill, times)).join('') }))
  .filter(({ pattern }) => tagFilterProblem(pattern) === undefined)
  .chain(({ pattern, tag }) => fc.tuple(fc.nat({ max: tag.length }), fc.option(character), fc.nat({ max: 3 }))
    .map(([at, extra, damage]) => ({
      pattern,
      tag: damage > 0 ? tag : [...tag.slice(0, at), extra ?? '', ...tag.slice(at + 1)].join(''),
    })));

function spell(text: string, fill: readonly string[], times: number): string {
  if (/^\/?\*/.test(text)) {
    const slash = text.startsWith('/') ? '/' : '';
    return slash + fill.join('') + (text.endsWith('/') && times ? '/' : '');
  }
  const one = text.startsWith('[') ? text[1] : [...text.replace('\\', '')][0];
  return /^.+[?+]$/u.test(text) && !text.startsWith('\\') ? one.repeat(times) : one;
}

/** Compares this many pairs with the matcher that was written independently. */
export function expectToAgree(runs: number): void {
  const answers = { true: 0, false: 0 };
  fc.assert(fc.property(pair, ({ pattern, tag }) => {
    const body = isNegativeTagFilter(pattern) ? pattern.slice(1) : pattern;
    const expected = referenceMatches(body, tag);
    answers[`${expected}`] += 1;
    expect(`${pattern} on ${tag}: ${matches(pattern, tag)}`).toBe(`${pattern} on ${tag}: ${expected}`);
  }), { numRuns: runs });
  expect(Math.min(answers.true, answers.false)).toBeGreaterThan(runs / 6);
}

/** Whatever this many texts are, none throws, and what is accepted compiles. */
export function expectToCompile(runs: number): void {
  const special = fc.array(fc.constantFrom(...'[]!?+*\\^$(){}|,./@~ -az09é'), { maxLength: 12 }).map((parts) => parts.join(''));
  let accepted = 0;
  fc.assert(fc.property(fc.oneof(special, fc.string({ unit: 'binary' })), (text) => {
    if (tagFilterProblem(text) === undefined) {
      accepted += 1;
      expect(new RegExp(tagFilterToRegExpSource(text), 's')).toBeInstanceOf(RegExp);
      expect(typeof decideTag([text], text).matches).toBe('boolean');
    }
  }), { numRuns: runs });
  expect(accepted).toBeGreaterThan(runs / 50);
}
