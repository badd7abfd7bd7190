import { compareVersions, newestOf, readTags, releasesOf } from '../../../src/tasks/pins/tags';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);

test('an annotated tag means its commit', () => {
  expect([...readTags(`${A}\trefs/tags/v1.0.0\n${B}\trefs/tags/v1.0.0^{}\n`)]).toEqual([['v1.0.0', B]]);
});

test('what is no line of an answer is not read', () => {
  expect(readTags(`warning: ${A}\trefs/tags/v1.0.0\n${A}\trefs/heads/v1.0.0\n${A} refs/tags/v1.0.0\nabc\trefs/tags/v1.0.0\n`).size).toBe(0);
});

test.each(['v4', 'v4.1', 'v5.0.0-rc.1', 'v5.0.0+build', 'v05.0.0', 'x5.0.0', 'v5.0.0;rm', '$(v5.0.0)', 'v5.0.0/v5.0.0', 'v5.0.0\u202e'])('%j is no version', (tag) => {
  expect(releasesOf(new Map([[tag, A]]))).toEqual([]);
});

test('the newest is so by its numbers', () => {
  const releases = ['v9.9.9', 'v10.0.0', 'v10.0.0-rc.1', '2.11.0'].map((version) => ({ version, commit: A }));
  expect(newestOf(releases)?.version).toBe('v10.0.0');
  expect(newestOf([])).toBeUndefined();
});

test.each([['v1.2.3', '1.2.3', 0], ['v1.10.0', 'v1.9.0', 1], ['v4', 'v4.0.1', -1], ['v2.0.0-rc.1', 'v2.0.0', 0]])('%s to %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});
