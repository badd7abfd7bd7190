import { sectionOf } from '../../src/publish/release/changelog';

const section = (...lines: readonly string[]) => sectionOf(lines.join('\n'), '1.2.3');

test.each([
  '## [1.2.3] - 2026-11-25', '## 1.2.3', '# v1.2.3', '### Version 1.2.3 (stable) ##', '## [v1.2.3](https://github.com/acme/app/compare/v1.2.2...v1.2.3) (2026-11-25)',
  '## desktop-v1.2.3', '## @acme/app@1.2.3', '## 2026-11-25: **1.2.3**', '  ## `1.2.3`', '## 1.2.3 replaces 1.2.2',
])('%s is its heading', (heading) => {
  expect(section('# Changelog', '', 'Everything.', heading, '', '- new', '', '#'.repeat(heading.trim().indexOf(' ')) + ' 1.2.2', '- old')).toBe('- new');
});

test.each([
  '## 1.2.3-rc.1', '## 11.2.3', '## 1.2.3.4', '## 0.1.2.3', '## 1.2.30', '## 1.2.3+build', '##1.2.3', '1.2.3', '    ## 1.2.3', '- 1.2.3\n---',
  '## [1.2.4](https://github.com/acme/app/compare/v1.2.3...v1.2.4)',
])('%s is not', (heading) => {
  expect(section(heading, '', '- new')).toBeUndefined();
});

test('underlined headings', () => {
  expect(section('1.2.4', '-----', 'newer', '', 'v1.2.3 - 2026', '------', 'text', '### Fixed', '- a', '', '1.2.2', '-----', 'old')).toBe('text\n### Fixed\n- a');
  expect(section('1.2.3', '=====', 'text', '', 'Fixed', '-----', '- a', '', '1.2.2', '=====')).toBe('text\n\nFixed\n-----\n- a');
});

test('headings in code are text', () => {
  const text = ['```md', '## 1.2.3', '```', '## 1.2.3', '~~~~', '## 1.2.2', '```', '~~~', '~~~~', 'end'];

  expect(section(...text)).toBe(text.slice(4).join('\n'));
});

test('a section that is about another version, and mentions this one, is not taken if there is another', () => {
  expect(section('## 1.2.4 (replaces 1.2.3)', 'wrong', '## 1.2.3', 'right')).toBe('right');
});

test('lines may end as they end on Windows, and the first may begin with a mark', () => {
  expect(sectionOf('\ufeff## 1.2.3\r\ntext\r\n## 1.2.2\r\n', '1.2.3')).toBe('text');
});

test('a version is text, not a pattern', () => {
  expect(sectionOf('## 1x2y3\n\ntext', '1.2.3')).toBeUndefined();
  expect(sectionOf('## a(b[c\n\ntext', 'a(b[c')).toBeUndefined();
  expect(sectionOf('## 1.0.0+a(b\n\ntext', '1.0.0+a(b')).toBe('text');
});
