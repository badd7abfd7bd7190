import * as fc from 'fast-check';
import { printable, withoutColours } from '../../src/text/printable';

/** As GitHub's runner looks for its orders, in a line of a step's output. */
function isOrder(line: string): boolean {
  return line.trimStart().startsWith('::') || line.includes('##[');
}

test.each([
  ['a\u001b[31mb', 'a\\u001b[31mb'],
  ['a\u009b2Jb\u007f', 'a\\u009b2Jb\\u007f'],
  ['\u202eabc\u2066', '\\u202eabc\\u2066'],
  ['a\rb\u0000', 'a\\u000db\\u0000'],
  ['a\u{e0041}b', 'a\\udb40\\udc41b'],
  ['\ud800', '\\ud800'],
  ['::error::x', '\\u003a:error::x'],
  ['a\n \u00a0::add-mask::x\n', 'a\n \u00a0\\u003a:add-mask::x\n'],
  ['a ##[error]x', 'a \\u0023#[error]x'],
  ['a: b::c # d\n\te ä 字 😀\n', 'a: b::c # d\n\te ä 字 😀\n'],
])('%j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('whatever the text, nothing of it is obeyed, and JSON means what it meant', () => {
  const piece = fc.constantFrom('::', ':', '##[', '#', '\n', ' ', '\u2003', '\u0085', '\u001b[1m', '\u202e', 'a', '\\');
  const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, (value) => {
    expect(printable(value)).not.toMatch(/[^\n\t\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(printable(value).split('\n').filter(isOrder)).toEqual([]);
    const json = JSON.stringify({ [value]: [value] }, undefined, 2);
    expect(JSON.parse(printable(json))).toEqual(JSON.parse(json));
  }));
});

test('colours can be taken out before', () => {
  expect(withoutColours('\u001b[1;31mred\u001b[0m \u001b[2Kx')).toBe('red x');
});
