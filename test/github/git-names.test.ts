import { spawnSync } from 'child_process';
import * as fc from 'fast-check';
import { canSpellTagName, isTagName } from '../../src/github/git-names';

const ALLOWED = ['v1', 'v1.2.3', 'a/b', '@', 'a@', '-x', 'x./y', 'lock', 'a.lockx', 'a.lo', 'v1+x', 'v1(2)', '{a}', 'é', '😀', 'a]', 'v1!', '$', 'refs/tags/v1'];
const FORBIDDEN = [
  '', '/', '/a', 'a/', 'a//b', '.', '.a', 'a/.b', 'a.', 'a..b', 'a.lock', 'a.lock/b', '.lock', 'a@{b', 'a b', 'a~b', 'a^b', 'a:b', 'a?b', 'a*b', 'a[b', 'a\\b',
  'a\tb', 'a\nb', 'a\u007fb',
];

/** What the installed git says of each name, all asked of one process: it needs no repository. */
function gitAllows(names: readonly string[]): boolean[] {
  const script = 'while IFS= read -r -d "" name; do git check-ref-format "refs/tags/$name" && echo yes || echo no; done';
  const { stdout, status } = spawnSync('bash', ['-c', script], { input: names.map((name) => `${name}\0`).join(''), encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n').map((answer) => answer === 'yes');
}

test.each(ALLOWED)('%j is a tag name', (name) => expect(isTagName(name)).toBe(true));

test.each(FORBIDDEN)('%j is no tag name', (name) => expect(isTagName(name)).toBe(false));

test('agrees with the installed git', () => {
  const telling = fc.constantFrom('a', '/', '.', '.lock', 'l', 'lock', 'loc', 'k', '@', '{', '-', ' ', '~', 'é', '\u007f', '\\');
  const random = fc.sample(fc.array(telling, { maxLength: 6 }).map((parts) => parts.join('')), { numRuns: 250, seed: 7 });
  const names = [...ALLOWED, ...FORBIDDEN, ...random];
  expect(names.map(isTagName)).toEqual(gitAllows(names));
});

test.each([
  [[['v'], ['1', '2']], true],
  [[['/'], ['v']], false],
  [[['', 'x'], ['/'], ['v']], true],
  [[['v'], ['.'], ['', '.']], false],
  [[['v.lock'], ['', 'x']], true],
  [[['x.'], ['l'], ['', 'l'], ['ock']], true],
  [[[]], false],
  [[], false],
])('texts taken from %j spell a tag name: %j', (choices, possible) => {
  expect(canSpellTagName(choices)).toBe(possible);
});

test('any name that can be spelled is found', () => {
  const text = fc.constantFrom('', 'a', '.', '/', '@', '{', '.l', 'o', 'ck');
  fc.assert(fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }), (choices) => {
    const spelled = choices.reduce<string[]>((names, texts) => names.flatMap((name) => texts.map((one) => name + one)), ['']);
    expect(canSpellTagName(choices)).toBe(spelled.some(isTagName));
  }), { numRuns: 500 });
});
