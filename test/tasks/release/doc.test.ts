import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyReport, OUTCOMES } from '../../../src/tasks/release/outcome';

const ROOT = join(__dirname, '..', '..', '..');
const ROOM = join(ROOT, 'src', 'tasks', 'release');
const doc = readFileSync(join(ROOT, 'docs', 'release.md'), 'utf8');
const sources = readdirSync(ROOM).map((file) => readFileSync(join(ROOM, file), 'utf8')).join('\n');

test('what may speak against it, and why a push may be refused: each has its heading, and there are no others', () => {
  const ids = [...sources.matchAll(/\bid: '([a-z-]+)'|\bobjection\('([a-z-]+)'/g)].map(([, one, other]) => one ?? other);
  expect([...doc.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading).sort()).toEqual([...new Set(ids)].sort());
});

test('every field and every outcome of the JSON is documented', () => {
  const shape = doc.slice(doc.indexOf('## The JSON'));
  expect(Object.keys(emptyReport()).filter((key) => !new RegExp(`\\b${key}\\b`).test(shape))).toEqual([]);
  expect(Object.keys(OUTCOMES).filter((outcome) => !shape.includes(`'${outcome}'`))).toEqual([]);
});
