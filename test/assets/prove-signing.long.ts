import { prove } from './prove-run';

it('keeps the summary short', async () => {
  const files = Object.fromEntries(Array.from({ length: 203 }, (_, index) => [`out/${index}.exe`, 'x']));
  const run = await prove(files, ['signing Windows signing', 'kind windows', 'secrets X', 'files out/*']);
  expect(Array.from(run.summary.matchAll(/^\| out/gm))).toHaveLength(200);
});
