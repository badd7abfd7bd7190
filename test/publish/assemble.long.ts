import { join } from 'node:path';
import { assembled } from './assemble-run';

test.each([[998, 0], [999, 1]])('%i files and two of ours: exit code %i', async (count, expected) => {
  const holds = Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.txt`, 'x']));
  const { code, said, summary } = await assembled({ 'linux-x64': { holds } });

  expect(code).toBe(expected);
  if (expected) {
    expect(said).toEqual(['error: There are too many files: There are 1001 files, 2 of them made here, and a release takes 1000. Narrow the patterns, or let the build pack files together.']);
  } else {
    expect(summary).toContain('\nAnd 798 files more.\n');
    expect(Array.from(summary.matchAll(/^\| \d+\.txt/gm))).toHaveLength(200);
  }
});

test('the problems of an artifact do not fill the summary, of which nothing is shown beyond 1 MiB', async () => {
  const holds = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`${'x'.repeat(200)}${index}`, '']));
  const { said, summary, logged } = await assembled({ 'linux-x64': { holds } });

  expect(said).toHaveLength(100);
  expect(logged).toContain('And 4901 problems more.');
  expect(summary.length).toBeLessThan(2 ** 20);
});

test('memory does not grow with the files', async () => {
  const { code, stderr } = await assembled({ 'linux-x64': { holds: { 'large.zip': 300 * 2 ** 20 } } }, {}, { NODE_OPTIONS: `--require ${join(__dirname, 'print-memory.cjs')}` });

  expect(code).toBe(0);
  expect(Number(stderr)).toBeGreaterThan(10);
  expect(Number(stderr)).toBeLessThan(200);
});
