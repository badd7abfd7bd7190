import * as fc from 'fast-check';
import { exampleTags } from '../../src/github/example-tags';
import { tagFilterProblem } from '../../src/github/tag-filters';
import { referenceMatches } from '../support/reference-tag-matcher';

describe('the example is what a person would push', () => {
  test.each([
    [['v*'], 'v1.2.3'],
    [['v*.*.*'], 'v1.2.3'],
    [['desktop-v*.*.*'], 'desktop-v1.2.3'],
    [['desktop-v*.*'], 'desktop-v1.2'],
    [['v[0-9]+.[0-9]+.[0-9]+'], 'v1.2.3'],
    [['v[0-9]+.[0-9]+.[0-9]+-**'], 'v1.2.3-beta.1'],
    [['v[0-9].[0-9]'], 'v1.2'],
    [['v[3-9].x'], 'v3.x'],
    [['v[2].[0-9]+'], 'v2.2'],
    [['v[0-9]+', '!v1', '!v2'], 'v10'],
    [['v[5-9]+'], 'v5'],
    [['v[0-9]+.[0-4]'], 'v1.2'],
    [['release/**'], 'release/1.2.3'],
    [['*'], 'v1.2.3'],
    [['**'], 'v1.2.3'],
    [['nightly'], 'nightly'],
    [['build-[a-z]+'], 'build-a'],
    [['v*', '!v1.*'], 'v2.0.0'],
    [['v*', '!v[0-9].*'], 'v10.20.30'],
    [['*-desktop'], 'v1.2.3-desktop'],
  ])('%j → %s', (filters, tag) => expect(exampleTags(filters).matching[0]).toBe(tag));
});

test('whatever GitHub does not say is no example, neither of one that matches nor of one that does not', () => {
  const { matching, notMatching } = exampleTags(['**/v*.*.*']);
  expect(matching[0]).toBe('app/v1.2.3');
  expect([...matching, ...notMatching]).not.toContain('v1.2.3');
  expect(exampleTags(['v*.*.*', '**/v*.*.*']).matching).toContain('v1.2.3');
});

describe('near misses', () => {
  test('what a person might take for a version of the app', () => {
    expect(exampleTags(['desktop-v*.*.*'])).toEqual({
      matching: ['desktop-v1.2.3', 'desktop-v1.2.3-beta.1'],
      notMatching: ['v1.2.3', '1.2.3', 'desktop-v1.2', 'desktop/v1.2.3'],
    });
  });

  test('what a filter excludes comes first', () => {
    expect(exampleTags(['v*', '!v*-beta*']).notMatching[0]).toBe('v1.2.3-beta');
  });

  test('a filter that admits everything has none', () => {
    expect(exampleTags(['**']).notMatching).toEqual([]);
  });

  test('a filter that can match nothing has no example at all', () => {
    expect(exampleTags(['v[0-9', '^v1'])).toEqual({ matching: [], notMatching: [] });
  });
});

/** The last filter that matches decides. */
function admits(filters: readonly string[], tag: string): boolean {
  const deciding = filters.filter((filter) => tagFilterProblem(filter) === undefined && referenceMatches(filter.replace(/^!/, ''), tag)).pop();
  return deciding !== undefined && !deciding.startsWith('!');
}

test('each example agrees with a second matcher', () => {
  const piece = fc.constantFrom('v', '-', '.', '/', '*', '**', '[0-9]', '[0-9]+', '[a-c]', 'x?', 'app', '1', '$', "'", '(', '{', '|');
  const filter = fc.tuple(fc.constantFrom('', '', '', '!'), fc.array(piece, { minLength: 1, maxLength: 6 })).map(([sign, pieces]) => sign + pieces.join(''));
  fc.assert(fc.property(fc.array(filter, { minLength: 1, maxLength: 4 }), (filters) => {
    const { matching, notMatching } = exampleTags(filters);
    expect(matching.filter((tag) => !admits(filters, tag))).toEqual([]);
    expect(notMatching.filter((tag) => admits(filters, tag))).toEqual([]);
  }), { numRuns: 300 });
});
