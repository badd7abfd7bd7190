import { columnsOf, cut, padded, pieces } from '../../src/text/columns';

test.each([
  ['', 0],
  ['abc', 3],
  ['✓ ├─ é', 6],
  ['e\u0301', 1],
  ['日本語', 6],
  ['한국', 4],
  ['ｱｲ', 2],
  ['ＡＢ', 4],
  ['🚀', 2],
  ['☀\ufe0f', 2],
  ['a\u200db', 8],
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test('a text is taken apart between characters, not between what combines', () => {
  expect(pieces('日本語', 4)).toEqual(['日本', '語']);
  expect(pieces('ae\u0301i', 2)).toEqual(['ae\u0301', 'i']);
  expect(pieces('日a', 1)).toEqual(['日', 'a']);
  expect(pieces('', 3)).toEqual([]);
});

test('what is too long is cut', () => {
  expect(cut('abcd', 4)).toBe('abcd');
  expect(cut('abcde', 4)).toBe('abc…');
  expect(cut('日本語', 5)).toBe('日本…');
  expect(cut('日本語', 4)).toBe('日…');
});

test('columns of a table are as wide as what is in them', () => {
  expect([padded('日本', 6), padded('abc', 2)]).toEqual(['日本  ', 'abc']);
});
