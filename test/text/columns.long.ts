import { execFileSync } from 'node:child_process';
import { columnsOf } from '../../src/text/columns';

/** The columns of every character that Python knows, as its Unicode tables have them. */
const TABLES = `
import json, unicodedata
def columns(character):
    if unicodedata.category(character) in ('Mn', 'Me'):
        return 0
    return 2 if unicodedata.east_asian_width(character) in 'WF' else 1
characters = [chr(code) for code in range(0x20, 0x110000)]
known = [c for c in characters if unicodedata.category(c) not in ('Cn', 'Cs', 'Co', 'Cc', 'Cf', 'Zl', 'Zp')]
print(json.dumps({str(ord(c)): columns(c) for c in known}))
`;

test('no character takes more columns than it is given, and hardly one less', () => {
  const tables = Object.entries(JSON.parse(execFileSync('python3', ['-c', TABLES], { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Record<string, number>)
    .map(([code, columns]) => ({ character: String.fromCodePoint(Number(code)), columns }))
    // the two may know Unicode of different years
    .filter(({ character }) => !/[\p{Cn}\ufe0f]/u.test(character) && !/\p{Mc}/u.test(character));
  expect(tables.length).toBeGreaterThan(100_000);

  expect(tables.filter(({ character, columns }) => columnsOf(character) < columns)).toEqual([]);
  expect(tables.filter(({ character, columns }) => columnsOf(character) > columns).length).toBeLessThan(150);
});
