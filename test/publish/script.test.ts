import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishScript, SCRIPT_FILE } from '../../projenrc/publish-script';

const COMMITTED = readFileSync(join(__dirname, '..', '..', SCRIPT_FILE), 'utf8');

test('the committed script is that of the sources; "npx projen publish-script" makes it so', async () => {
  expect(COMMITTED).toBe(await publishScript());
});

test('it imports nothing but modules of Node.js', () => {
  const imported = Array.from(COMMITTED.matchAll(/^import .* from '(.*)';$/gm), ([, name]) => name);

  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((name) => !name.startsWith('node:'))).toEqual([]);
  expect(COMMITTED).not.toMatch(/\b(?:require|import)\(/);
});

test('nothing that the compiler or the bundler needed is left in it', () => {
  expect(COMMITTED).not.toMatch(/__section|__awaiter|__importStar|\/\/blank|sourceMappingURL/);
  expect(COMMITTED).toMatch(/^\/\/ --- publish\/main\.ts -+$/m);
});
