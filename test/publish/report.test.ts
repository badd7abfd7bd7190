import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { error, linkTo, log, oneLine, say } from '../../src/publish/report';
import { outlines } from '../render/outline';


test.each([
  { what: 'a command', text: '::set-output name=x::y', expected: '|::set-output name=x::y' },
  { what: 'a command behind spaces', text: ' \n\u00a0::error::x', expected: '|  \u00a0::error::x' },
  { what: 'an old command anywhere', text: 'npm notice 12B dist/##[set-output name=x;]y', expected: 'npm notice 12B dist/# #[set-output name=x;]y' },
  { what: 'a command of the next line', text: 'a\n::error::x\r##[error]x', expected: 'a ::error::x # #[error]x' },
  { what: 'nothing of that', text: 'C:: and #[1]', expected: 'C:: and #[1]' },
])('a line of the log that holds $what is a line of the log', ({ text, expected }) => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);

  log(text);

  expect(write.mock.calls).toEqual([[`${expected}\n`]]);
});

test('nothing in an address ends its link, and nothing is encoded twice', () => {
  expect(linkTo('https://github.com/acme/app/releases/tag/a%2Fb')).toBe('<https://github.com/acme/app/releases/tag/a%2Fb>');
  expect(linkTo('https://github.com/x> [y](z)\ud800')).toBe('<https://github.com/x%3E%20[y](z)%EF%BF%BD>');
});

test('nothing turns the direction of a line', () => {
  expect(oneLine('a\u061cb\u202ec\u2067d\u200fe\u001b[31m')).toBe('a b c d e [31m');
});

describe('the summary', () => {
  const dir = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(dir, 'summary');
  const before = { ...process.env };

  beforeEach(() => {
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    process.env = { ...before, GITHUB_STEP_SUMMARY: file, GITHUB_SERVER_URL: 'https://git.acme.dev', DOC_URL: '' };
    rmSync(file, { force: true });
  });
  afterEach(() => { process.env = before; });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('links addresses of ours, and nothing else', () => {
    const ours = ['https://git.acme.dev/_a_/b_c/releases/tag/v1_2_3', 'https://git.acme.dev/settings', 'https://www.githubstatus.com'];
    say(error('github-refused-to-publish', `The release (${ours[0]}), ${ours[1]}. See ${ours[2]}. www.evil.example, https://evil.example/_x_ me@evil.example <b> https://git-acme.dev/x https://git.acme.dev.evil.example/`));
    const [{ links, html }] = outlines([readFileSync(file, 'utf8')]);
    expect(links).toEqual(ours);
    expect(html.filter((one) => one !== '<!-- -->')).toEqual([]);
  });

  test.each([0, 999_900, 1_039_950])('keeps below what GitHub takes, and says so, from %d bytes on', (size) => {
    writeFileSync(file, 'x'.repeat(size));
    for (let count = 0; count < 60; count++) say(error('github-refused-to-publish', '\u00e4'.repeat(10_000)));
    const text = readFileSync(file);
    expect(text.length).toBeLessThan(1024 * 1024);
    expect(text.toString()).toMatch(/\nThe summary has no room for more; what is wrong is in the log\.\n$/);
  });
});
