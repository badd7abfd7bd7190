import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { nameComplaint, pathComplaint, seen } from '../../src/github/checkout-paths';
import { inNewDirectory } from '../cases/harness';

const GOOD = ['README.md', 'docs/how to.md', '.github/setup.md', '.git.md', '.gitignore', 'git/a.md', 'a~1.md', 'docs/über.md', 'console.md', 'com10.md', 'nulls', 'docs/[id] (1).md', '.a'];

const DOT_GIT = [
  '.git/config', 'a/.git/config', '.GiT/config', '.git./config', '.git /config', '.git. ./config', 'GIT~1/config', 'git~1 ./config', '.git::$INDEX_ALLOCATION/config',
  'GIT~1:x', '.g\u200cit/config', '\u200e.git', '.git\ufeff', '.g\u202eit', '.git\u206a/config', '.git\u200d. /config', 'GI7EBA~1/config',
];

const REFUSED: [string, string][] = [
  ['', 'names no file'],
  ['docs/', 'names a directory'],
  ['docs\\a.md', 'has a backslash'],
  ['/a.md', 'is absolute'],
  ['C:a.md', 'is absolute'],
  ['a/../../b.md', 'lies outside the repository'],
  ['~/a.md', "starts with '~', which nothing expands"],
  ['a/b\u0007.md', 'has a character that is not seen'],
  ['a\u202edm.md', 'has a character that is not seen'],
  ['a\ud800.md', 'has a character that is not seen'],
  ['docs/a?.md', "has '?', which no name on Windows has"],
  ['docs/a:b.md', "has ':', which no name on Windows has"],
  ['docs/NUL', "has the name 'NUL', which is a device on Windows"],
  ['aux.md', "has the name 'aux.md', which is a device on Windows"],
  ['com1 .x/a.md', "has the name 'com1 .x', which is a device on Windows"],
  ['lpt\u00b9.md', "has the name 'lpt\u00b9.md', which is a device on Windows"],
  ['docs./a.md', "has the name 'docs.', whose end Windows drops"],
  ['docs/a.md ', "has the name 'a.md ', whose end Windows drops"],
  ['./a.md', "has the name '.', whose end Windows drops"],
  [`${'\u00e9'.repeat(127)}.md`, 'has a name of 257 bytes, and file systems take 255'],
  ['a/'.repeat(2046) + 'a.md', 'is longer than 4095 bytes'],
];

test.each(GOOD)('%j may be written', (path) => expect(pathComplaint(path, 'repository')).toBeUndefined());

test('so may the longest name and the longest path', () => {
  expect(pathComplaint(`${'\u00e9'.repeat(126)}.md`, 'repository')).toBeUndefined();
  expect(pathComplaint('a/'.repeat(2045) + 'a.md', 'repository')).toBeUndefined();
});

test.each(DOT_GIT)('%j is a spelling of .git', (path) => expect(pathComplaint(path, 'repository')?.why).toBe("lies in git's own directory"));

test('what else is refused, and why', () => {
  expect(REFUSED.map(([path]) => [path, pathComplaint(path, 'repository')?.why])).toEqual(REFUSED);
});

test('a directory may be the workspace itself', () => {
  expect(pathComplaint('', 'workspace')).toBeUndefined();
  expect(pathComplaint('..', 'workspace')?.why).toBe('lies outside the workspace');
});

test('a name alone is judged as it is in a path', () => {
  expect(nameComplaint('CON.yml')?.why).toBe("has the name 'CON.yml', which is a device on Windows");
  expect(nameComplaint('desktop.yml')).toBeUndefined();
});

test('a message shows what would not be seen', () => expect(seen('a\u202e\ud800\n\u00e9')).toBe('a\\u{202e}\\u{d800}\\u{a}\u00e9'));

describe('what the installed git takes for .git', () => {
  /** Whether git refuses each path on behalf of the file systems of Windows and macOS. */
  function gitRefuses(paths: readonly string[]): boolean[] {
    return inNewDirectory((cwd) => {
      const git = (...args: string[]) => spawnSync('git', args, { cwd, encoding: 'utf8' });
      git('init', '--quiet');
      return paths.map((path) => git(
        '-c', 'core.protectNTFS=true', '-c', 'core.protectHFS=true', 'update-index', '--add', '--replace', '--cacheinfo', `100644,${'1'.repeat(40)},${path}`,
      ).status !== 0);
    });
  }

  test('is refused', () => {
    const piece = fc.constantFrom('.git', '.GIT', 'git~1', '.', ' ', ':', '\u200c', '\ufeff', '/', 'a', '\u206f', '~1', 'git');
    const random = fc.sample(fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')), { numRuns: 150, seed: 8 });
    const paths = [...new Set([...GOOD, ...DOT_GIT, ...random])].filter((path) => !path.includes('//') && !path.startsWith('/'));
    const refused = gitRefuses(paths);
    expect(paths.filter((path, index) => refused[index] && pathComplaint(path, 'repository') === undefined)).toEqual([]);
    expect(refused.filter(Boolean).length).toBeGreaterThan(30);
  });
});
