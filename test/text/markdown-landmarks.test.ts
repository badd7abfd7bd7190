import { lineNumber, markdownLandmarks } from '../../src/text/markdown-landmarks';

const BEGIN = '<!-- tag-build:app begin: generated -->';

/** Whether the marker behind some lines counts. */
function counts(...lines: string[]): boolean {
  return markdownLandmarks([...lines, BEGIN].join('\n')).markers.length === 1;
}

test('a marker is told with its place', () => {
  const text = `# App\r\n${BEGIN}\r\n  <!-- tag-build:other end -->  \n`;
  const { markers } = markdownLandmarks(text);
  expect(markers.map(({ id, kind, from, to }) => [id, kind, text.slice(from, to)])).toEqual([
    ['app', 'begin', BEGIN],
    ['other', 'end', '  <!-- tag-build:other end -->  '],
  ]);
  expect(markers.map(({ from }) => lineNumber(text, from))).toEqual([2, 3]);
});

test.each<[string, string[]]>([
  ['# App\n## Build\n### It  ##\n   #### Deep #\n', ['Build', 'It', 'Deep']],
  ['Build\r\n---\r\nApp\n===\n', ['Build']],
  ['\n---\n##Build\n    ## Code\n####### Seven\n- item\n', []],
  ['```\n## Code\n```\n## Text', ['Text']],
  [`${'a'.repeat(5000)}\n--`, ['a'.repeat(999)]],
])('%j has headings', (text, headings) => {
  expect(markdownLandmarks(text).headings).toEqual(headings);
});

test.each([
  `x ${BEGIN}`,
  `${BEGIN} x`,
  `    ${BEGIN}`,
  `\t${BEGIN}`,
  `> ${BEGIN}`,
  '<!-- tag-build:app -->',
  '<!-- tag-build:app beginning -->',
  '<!-- tag-build:app begin: a --> b -->',
  '<!-- tag-build: begin -->',
  `a\u2028${BEGIN}`,
])('%j is no marker', (line) => {
  expect(markdownLandmarks(line).markers).toEqual([]);
});

test.each([
  [['```'], false],
  [['~~~'], false],
  [['   ```'], false],
  [['    ```'], true],
  [['``'], true],
  [['```sh', '```'], true],
  [['```sh', '``` x'], false],
  [['```sh', '   ``` \t'], true],
  [['```sh', '    ```'], false],
  [['````', '```'], false],
  [['```', '`````'], true],
  [['```', '~~~'], false],
  [['~~~ a`b', '```'], false],
  [['~~~', '~~~'], true],
  [['```a`'], true],
  [['```js```'], true],
  [['1. ```sh', '   ```'], true],
  [['1. ```sh', '      ```'], true],
  [['1. ```sh', '       ```'], false],
  [['- * ```sh'], false],
  [['> ```sh'], true],
  [['x ```'], true],
])('behind the lines %j a marker counts: %j', (lines, expected) => {
  expect(counts(...lines)).toBe(expected);
});

test('a fence that is never closed is told', () => {
  const text = 'a\n```\nb\n```\n~~~\n';
  const { openFence } = markdownLandmarks(text);
  expect(lineNumber(text, openFence!)).toBe(5);
  expect(markdownLandmarks('```\n```').openFence).toBeUndefined();
});
