import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const TEXT = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

test('every path that CONTRIBUTING.md links to exists', () => {
  const paths = [...TEXT.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path);

  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every npm script and projen task that CONTRIBUTING.md names exists', () => {
  const [scripts, ofSite] = ['package.json', 'site/package.json'].map((file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).scripts);
  const names = [...TEXT.matchAll(/(?:npm run|npx projen) ([\w:-]+)/g)].map(([, name]) => name);

  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !(name in scripts || name in ofSite))).toEqual([]);
});
