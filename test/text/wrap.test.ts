import * as fc from 'fast-check';
import { columnsOf } from '../../src/text/columns';
import { folded, wrap } from '../../src/text/wrap';

test('a text is broken between words, and a word only where it alone is too long', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
  expect(wrap('日本 語', 5)).toEqual(['日本', '語']);
  expect(wrap('', 5)).toEqual(['']);
  expect(wrap('one two three', 7, 2)).toEqual(['one two', '  three']);
});

test('a command in quotes stays on one line', () => {
  expect(wrap('Run "npx projen" now', 15)).toEqual(['Run', '"npx projen"', 'now']);
});

test('a sign that stands in a text begins no line, where it would be one of ours', () => {
  expect(wrap('Build one ✗ Guard', 10, 2)).toEqual(['Build', '  one ✗', '  Guard']);
  expect(wrap('Build one ✓ ✗ Guard', 10)).toEqual(['Build', 'one ✓ ✗', 'Guard']);
  expect(wrap('Build one ✗Guard', 9)).toEqual(['Build one', '✗Guard']);
});

test.each([
  ['what fits', 'short\n  also\n', 'short\n  also\n'],
  ['a sentence', 'one two three four five six', 'one two three four\nfive six'],
  ['what is indented', '  one two three four five', '  one two three four\n  five'],
  ['behind a sign', '  ✓ one two three four five', '  ✓ one two three\n    four five'],
  ['behind a number', '1. one two three four five', '1. one two three four\n   five'],
  ['the second cell of a row', '  --id  one two three four', '  --id  one two\n        three four'],
  ['behind a first cell that takes more than half', '  projen-tag-build x   one two three', '  projen-tag-build x\n    one two three'],
  ['a first cell that is too long itself', '  projen-tag-build check it   one two', '  projen-tag-build\n  check it\n    one two'],
])('%s goes on below itself', (_, text, broken) => {
  expect(folded(text, _ === 'behind a number' ? 21 : 20)).toBe(broken);
});

test('whatever the text is, no line is longer, and no word is lost', () => {
  fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.constant(' '), fc.constantFrom('✓', '-', '1', '.', '"', '日', 'e\u0301'), fc.string({ maxLength: 1 })), maxLength: 200 }), fc.integer({ min: 20, max: 60 }), (text, columns) => {
    const lines = folded(text, columns).split('\n');
    expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  }), { numRuns: 300 });
});
