import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOf, push, workflow } from './plan-of';

const ROOT = join(__dirname, '..', '..', '..');
const doc = readFileSync(join(ROOT, 'docs', 'plan.md'), 'utf8');
const objections = ['objections', 'version-objections', 'notes-objections', 'refs', 'follow-up-objections', 'two-builds', 'doubtful-filters', 'make-plan']
  .map((file) => readFileSync(join(ROOT, 'src', 'tasks', 'plan', `${file}.ts`), 'utf8')).join('\n');

test('every objection has its heading, and there are no others', () => {
  const ids = [...objections.matchAll(/\bid: '([a-z-]+)'/g)].map(([, id]) => id);
  expect([...doc.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading).sort()).toEqual(ids.sort());
});

test('every field of the JSON is documented', () => {
  const shape = doc.slice(doc.indexOf('## The JSON'));
  const plan = planOf(push('v1'), {
    'installers.yml': workflow(['uses: actions/checkout@v7', '{uses: actions/upload-artifact@v7, with: {name: "${{ secrets.A }}", path: x}}']),
    'other.yml': workflow(['run: make']),
  }, { outOfSync: ['a'] });
  const keys = new Set<string>();
  JSON.stringify(plan, (key, value) => { keys.add(key); return value; });
  expect([...keys].filter((key) => /^[a-z]/i.test(key) && !new RegExp(`\\b${key}\\b`).test(shape))).toEqual([]);
  expect(keys).toContain('retentionDays');
});
