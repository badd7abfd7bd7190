import * as fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { stringify } from 'yaml';
import { isMap, type Yaml, type YamlMap } from '../../../../src/publish/updaters/electron-builder/yaml';
import { readYaml } from '../../../../src/publish/updaters/electron-builder/yaml-reader';
import { writeYaml } from '../../../../src/publish/updaters/electron-builder/yaml-writer';

/** As electron-builder calls js-yaml. */
const OPTIONS = { lineWidth: 8000, skipInvalid: false, noRefs: true };

const CHARACTER = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'aB1 -:#\n\'"[]{}|>&*!%@`,?=~_.+\\/\t\r') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom('\u0085', '\u00a0', '\u2028', '\u2029', '\ufeff', '\ud800', '\u{1f600}', '\u00e9', '\u0000', '\u001b') },
);
const TEXT = fc.oneof(
  fc.string({ unit: CHARACTER, maxLength: 30 }),
  fc.constantFrom('', 'null', 'Null', '~', 'true', 'True', 'yes', 'n', '1', '1.0', '-1', '0x1f', '0o7', '010', '1e3', '.5', '.inf', '.NaN', '1:30', '<<', '2024-01-01', '2024-01-01T00:00:00.000Z',
    '1.2.3', '1.2.0-beta.1', '-', '- a', 'a: b', 'a:', ': a', 'a #b', 'a#b', '#a', '---', '...', '|', '>-', '[]', '{}', '\n', '\n\n', ' \n', 'a\n\n', '\n a\nb'),
  // lines that are folded, and lines between that are not
  fc.array(fc.constantFrom('a', ' ', '\n', '\n  b', 'some words that are longer than one line is, where lines are short'), { maxLength: 12 }).map((parts) => parts.join('')),
  // older versions of js-yaml take 1_000 for a number, and newer ones do not quote it
).filter((text) => !/^[-+.\d][\w.:+-]*$/.test(text) || !text.includes('_'))
  // YAML takes +.1 for a number, and js-yaml does not quote it: what is not the same to all is refused
  .filter((text) => !/^[-+]\.\d/.test(text));
const SCALAR = fc.oneof({ weight: 5, arbitrary: TEXT }, fc.constantFrom(null, true, false, 0, 1.5, -2.25, 2 ** 53 - 1), fc.integer());
const KEY = fc.oneof(fc.constantFrom('version', '__proto__', 'constructor', 'x64', 'a.b-c'), fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/))
  // 'null' and 'y' would be quoted, which no metadata has
  .filter((key) => dump({ [key]: 1 }).startsWith(`${key}:`));
const { map: MAP } = fc.letrec<{ value: unknown; map: object }>((tie) => ({
  map: fc.dictionary(KEY, tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ maxDepth: 4 }, { weight: 4, arbitrary: SCALAR }, tie('map'), fc.array(tie('value'), { maxLength: 3 })),
}));

/** As objects without a prototype, as JSON can compare them. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, one) => one instanceof Map || isMap(one as Yaml) ? { map: [...one as YamlMap] }
    : one && typeof one === 'object' && !Array.isArray(one) && !('map' in one && Object.keys(one).length === 1 && Array.isArray(one.map)) ? { map: Object.entries(one) } : one);
}

const readable = MAP.filter((map) => Object.keys(map).length > 0);
const read = (text: string): string | undefined => {
  try {
    return plain(readYaml(text));
  } catch {
    return undefined;
  }
};

test('whatever js-yaml writes of plain values is read as it reads it itself', () => {
  fc.assert(fc.property(readable, fc.constantFrom(OPTIONS, { ...OPTIONS, lineWidth: 40 }), (map, options) => {
    const text = dump(map, options);
    expect(read(text)).toBe(plain(load(text)));
  }), { numRuns: 3000 });
});

test('what another library writes is read as it was meant, or refused', () => {
  let refused = 0;
  fc.assert(fc.property(readable, (map) => {
    const got = read(stringify(map, { lineWidth: 0 }));
    refused += got === undefined ? 1 : 0;
    if (got !== undefined) expect(got).toBe(plain(map));
  }), { numRuns: 1000 });
  expect(refused).toBeLessThan(700);
});

test('whatever is changed in a text, it is read as js-yaml reads it, or refused', () => {
  let passed = 0;
  fc.assert(fc.property(readable, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...' \n-:\'"|>2+#[]{}&*!a1.0\\<~')), { minLength: 1, maxLength: 3 }), (map, changes) => {
    const text = changes.reduce((sum, [at, cut, put]) => sum.slice(0, at % sum.length) + put + sum.slice(at % sum.length + cut), dump(map, OPTIONS));
    const got = read(text);
    if (got === undefined) return;
    passed += 1;
    expect(got).toBe(plain(load(text)));
  }), { numRuns: 5000 });
  expect(passed).toBeGreaterThan(500);
});

test('what is written is read again, by js-yaml too', () => {
  fc.assert(fc.property(readable, (map) => {
    const mine = toMap(map) as YamlMap;
    expect(read(writeYaml(mine))).toBe(plain(mine));
    expect(plain(load(writeYaml(mine)))).toBe(plain(map));
  }), { numRuns: 2000 });
});

function toMap(value: unknown): Yaml {
  if (Array.isArray(value)) return value.map(toMap);
  return value && typeof value === 'object' ? new Map(Object.entries(value).map(([key, one]) => [key, toMap(one)])) : value as Yaml;
}

test.each([
  ['nothing', ''], ['no line break at the end', 'a: b'], ['two documents', '---\na: b\n'], ['a comment', '# a\nb: c\n'], ['a comment behind', 'a: b # c\n'], ['an anchor', 'a: &b c\n'], ['an alias', 'a: *b\n'],
  ['a tag', 'a: !!str b\n'], ['a merge', '<<: b\n'], ['a list', '- a\n'], ['a map in braces', 'a: {b: c}\n'], ['a key twice', 'a: b\na: c\n'], ['a text of two lines', 'a: b\n  c\n'], ['a text of two quoted lines', 'a: "b\n  c"\n'],
  ['a tab', 'a:\tb\n'], ['a carriage return alone', 'a: b\rc: d\n'], ['a byte order mark within', 'a: \ufeffb\n'], ['another margin', 'a:\n   b: c\n'], ['nothing behind a key', 'a:\n'], ['a date', 'a: 2024-01-01\n'], ['a number of 54 bits', 'a: 9007199254740993\n'],
  ['an escape of its own', 'a: "\\q"\n'], ['a character that there is not', 'a: "\\UFFFFFFFF"\n'], ['an empty line', 'a: b\n\nc: d\n'], ['eleven levels', `${'- '.repeat(12)}a\n`.replace(/^/, 'k:\n  ')],
])('%s is refused', (_, text) => {
  expect(read(text)).toBeUndefined();
});

test('what an editor on Windows does to a text is no other text', () => {
  const text = 'a: |-\n  b\n  c\nd: e\n';
  const edited = `\ufeff${text.replaceAll('\n', '\r\n')}`;
  expect(read(edited)).toBe(read(text));
  expect(plain(load(edited))).toBe(read(text));
});

test('a text of a million characters is read in its time, whatever it holds', () => {
  for (const hostile of [`a: '${'\'\''.repeat(500_000)}\n`, `a: "${'\\\\'.repeat(500_000)}\n`, `a: ${'b: '.repeat(300_000)}\n`, `a:\n${'  - - - - -'.repeat(90_000)}\n`, `a: >\n${'\n'.repeat(1_000_000)}`, `a: ${'1_'.repeat(500_000)}x\n`, `a: ${'1:'.repeat(500_000)}x\n`]) {
    read(hostile);
  }
});
