import { collect, files, listed } from './collect-run';

it('keeps the summary short', async () => {
  files(...Array.from({ length: 203 }, (_, index) => `dist/${index}.txt`));
  const run = await collect('dist');
  expect(listed(run)).toHaveLength(200);
  expect(run.summary).toContain('And 3 files more.');
});
