import * as fc from 'fast-check';
import { type GlobToken, matchesGlob } from '../../src/github/glob';

const SIGN = { one: '', optional: '?', some: '+', many: '*' } as const;
const set = fc.constantFrom('a', 'b', 'ab', 'a/', '/', 'ab/\u{1f4be}');
const token = fc.oneof(
  fc.tuple(fc.constantFrom(...Object.keys(SIGN) as (keyof typeof SIGN)[]), set)
    .map(([takes, characters]) => ({ takes, admits: (character: string) => characters.includes(character), source: `[${characters}]${SIGN[takes]}` })),
  fc.constant({ takes: 'directories' as const, admits: () => false, source: '(?:[^/]*/)*' }),
);
const tokens = fc.array(token, { maxLength: 5 });
const text = fc.array(fc.constantFrom('a', 'b', '/', '\u{1f4be}'), { maxLength: 8 }).map((all) => all.join(''));

test('matches what a regular expression matches', () => {
  const answers = { true: 0, false: 0 };
  fc.assert(fc.property(tokens, text, (pattern, name) => {
    const expected = new RegExp(`^${pattern.map(({ source }) => source).join('')}$`, 'u').test(name);
    answers[`${expected}`] += 1;
    expect(matchesGlob(pattern, name)).toBe(expected);
  }), { numRuns: 5_000 });
  expect(Math.min(...Object.values(answers))).toBeGreaterThan(300);
});

test('looks at no character more than once for a token', () => {
  let looks = 0;
  const a: GlobToken = { takes: 'one', admits: (character) => { looks += 1; return character === 'a'; } };
  const hostile = fc.array(fc.constantFrom<GlobToken['takes']>('one', 'optional', 'some', 'many', 'directories'), { minLength: 1, maxLength: 60 });
  fc.assert(fc.property(hostile, fc.nat({ max: 120 }), (kinds, length) => {
    looks = 0;
    matchesGlob(kinds.map((takes) => ({ ...a, takes })), `${'a'.repeat(length)}b`);
    expect(looks).toBeLessThanOrEqual(kinds.length * (length + 1));
  }));
});
