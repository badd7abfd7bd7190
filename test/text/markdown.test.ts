import * as fc from 'fast-check';
import { code, codeBlock, comment, heading, linkPath, oneLine, table, text } from '../../src/text/markdown';
import { outlines } from '../render/outline';

const SIGNS = fc.constantFrom('`', '``', '|', '\\', '*', '_', '<b>', '&amp;', '[', ']', '(', '!', '#', '~', '$', '-', '+', '1.', '=', ' ', 'a', 'é', '\n');
const strings = fc.sample(fc.array(SIGNS, { minLength: 1, maxLength: 10 }).map((signs) => signs.join('')), { numRuns: 150, seed: 7 })
  .filter((value) => oneLine(value) !== '');

describe('what a reader sees is what was written', () => {
  test('text, save that single backticks mean code', () => {
    const written = strings.filter((value) => !value.includes('`'));
    expect(outlines(written.map(text)).map((outline) => outline.plain)).toEqual(written.map(oneLine));
  });

  test('text after other text on the line', () => {
    const written = strings.filter((value) => !value.includes('`'));
    expect(outlines(written.map((value) => `x ${text(value)} y`)).map((outline) => outline.plain)).toEqual(written.map((value) => `x ${oneLine(value)} y`));
  });

  test('code in a cell', () => {
    const rows = outlines([table(['a', 'b'], strings.map((value) => [code(value), 'x']))]);
    const unescaped = rows[0].plain.replace(/<\/?code>/g, '');
    expect(rows[0].tables).toEqual([[2, ...strings.map(() => 2)]]);
    expect(unescaped).toBe(`ab${strings.map((value) => `${oneLine(value)}x`).join('')}`);
  });

  test('a block of code', () => {
    const values = strings.map((value) => value.replace(/\n/g, ' '));
    expect(outlines(values.map((value) => codeBlock('sh', [value, 'end']))).map((outline) => outline.code)).toEqual(values.map((value) => [{ lang: 'sh', value: `${value}\nend` }]));
  });

  test('a heading', () => {
    const written = strings.filter((value) => !value.includes('`'));
    expect(outlines(written.map((value) => heading(2, value))).map((outline) => outline.headings.map(({ depth, text: seen }) => ({ depth, seen }))))
      .toEqual(written.map((value) => [{ depth: 2, seen: oneLine(value) }]));
  });
});

describe('text', () => {
  test.each([
    ['plain words, 10.28.1 and snake_case_names', 'plain words, 10.28.1 and snake_case_names'],
    ['run `npm ci` first', 'run `npm ci` first'],
    ['a\nb', 'a b'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['_x_ and C#', '\\_x\\_ and C\\#'],
    ['<b>&|', '&#60;b&#62;&#38;&#124;'],
    ['left\u202eright', 'leftright'],
    ['half \ud800 pair', 'half \ufffd pair'],
  ])('%j', (value, expected) => expect(text(value)).toBe(expected));
});

test('a comment ends where it ends', () => {
  expect(comment('a --> <b> --- c')).toBe('<!-- a - -> <b> - - - c -->');
  expect(comment('~~ Generated. To modify, edit x and run "y".')).toBe('<!-- ~~ Generated. To modify, edit x and run "y". -->');
});

test('a path in a link cannot end it', () => {
  expect(linkPath("../docs/a (b)'#?.md")).toBe('../docs/a%20%28b%29%27%23%3F.md');
});

test('a table lines up in the source', () => {
  expect(table(['a', 'longer'], [['x', 'y']])).toBe(['| a   | longer |', '| --- | ------ |', '| x   | y      |'].join('\n'));
});
