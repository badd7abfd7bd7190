import { disagreements } from './collect-glob';
import { collect, files, listed } from './collect-run';
import { misreadings } from '../github/artifact-glob-misread';

it('keeps the summary short', async () => {
  files(...Array.from({ length: 203 }, (_, index) => `dist/${index}.txt`));
  const run = await collect('dist');
  expect(listed(run)).toHaveLength(200);
  expect(run.summary).toContain('And 3 files more.');
});

it('keeps it short where names are long, and says how many are left out', async () => {
  const long = (name: string) => Array.from({ length: 12 }, (_, index) => `${name}${index}${'&'.repeat(240)}`).join('/');
  files(...Array.from({ length: 100 }, (_, index) => `dist/${long(String(index))}`));
  const run = await collect('dist', ...Array.from({ length: 40 }, (_, index) => `dist/*/${index}`));
  expect(run.code).toBe(1);
  expect(run.annotations).toHaveLength(40);
  expect(Buffer.byteLength(run.summary)).toBeLessThan(2 ** 20);
  expect(run.summary).toContain(`And ${100 - listed(run).length} files more.`);
});

it('names the first of many that the upload would refuse', async () => {
  files(...Array.from({ length: 30 }, (_, index) => `dist/${index}:${'x'.repeat(150)}`));
  const [{ text }] = (await collect('dist')).annotations;
  expect(text).toMatch(/^On linux-x64 'dist\/0:x+'(?:, 'dist\/\d+:x+'){12} and 17 more cannot/);
});

it('collects what upload-artifact takes', () => {
  expect(disagreements(300, 1)).toEqual([]);
}, 120_000);

it('reads what upload-artifact takes', () => {
  expect(misreadings(600, 1)).toEqual([]);
}, 120_000);
