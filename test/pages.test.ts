import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

const ROOT = join(__dirname, '..');

/** The pages for people: golden files of tests are none, and the site has its own links. */
const PAGES = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md', ':!test', ':!.ci', ':!site'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0').filter((path) => path && existsSync(join(ROOT, path)));

/** What a page links to, as far as it lies here; of a directory GitHub shows the README. */
function linkedFrom(page: string): string[] {
  const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)#:\s]+)(?:#[^)\s]*)?\)/g)].map(([, path]) => normalize(join(dirname(page), path)));
  return links.flatMap((path) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isDirectory() ? join(path, 'README.md') : path);
}

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    linkedFrom(page).filter((path) => PAGES.includes(path)).forEach((path) => reached.add(path));
  }

  expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
  expect(PAGES.length).toBeGreaterThan(20);
});
