import * as fc from 'fast-check';
import { withMarkedLines, withoutMarkedLines } from '../../src/text/marked-lines';

const BLOCK = '# tag-build begin: generated, edit the projenrc file instead\n/node_modules/\n# tag-build end';
const withNodeModules = (text: string) => withMarkedLines(text, ['/node_modules/']);

test('the lines are alone where there are no others', () => {
  expect(withNodeModules('')).toBe(`${BLOCK}\n`);
});

test.each([
  ['behind lines that end', 'dist\n', `dist\n\n${BLOCK}\n`],
  ['behind a line that does not', 'dist', `dist\n\n${BLOCK}`],
  ['with the line endings of the others', 'dist\r\n', `dist\r\n\r\n${BLOCK.replaceAll('\n', '\r\n')}\r\n`],
])('they stand %s', (_, before, after) => {
  expect(withNodeModules(before)).toBe(after);
});

test('a block that was moved is taken out where it stands', () => {
  expect(withoutMarkedLines(`a\n\n${BLOCK}\nb\n`)).toBe('a\nb\n');
});

test('half a block takes no lines with it', () => {
  const half = `${BLOCK.split('\n')[0]}\nmine\n`;

  expect(withoutMarkedLines(withNodeModules(half))).toBe(half);
  expect(withoutMarkedLines('mine\n# tag-build end\n')).toBe('mine\n# tag-build end\n');
});

const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', ' ', '#', '\ufeff', 'caf\u00e9', '# tag-build'), { maxLength: 8 }).map((parts) => parts.join(''));

test('whatever stands there is there again when the lines are gone', () => {
  fc.assert(fc.property(text, fc.array(fc.constantFrom('/a', '/b c'), { maxLength: 3 }), (before, lines) => {
    const after = withMarkedLines(before, lines);

    expect(withMarkedLines(after, lines)).toBe(after);
    expect(withoutMarkedLines(after)).toBe(before);
  }), { numRuns: 1000 });
});
