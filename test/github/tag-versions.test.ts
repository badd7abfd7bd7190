import { isPrereleaseTag, versionOf } from '../../src/github/tag-versions';

// test/tasks/plan/guard-outputs.test.ts compares it with the script
test.each([
  ['v1.2.3', '1.2.3', false],
  ['app-1.2.3-rc.1', '1.2.3-rc.1', true],
  ['v1.2.3rc1', '1.2.3rc1', true],
  ['v1.2.3b1', '1.2.3b1', true],
  ['v1-beta', '1-beta', true],
  ['v7', '7', false],
  ['v1.2.3.4', '1.2.3.4', false],
  ['v1.2.3.post1', '1.2.3.post1', false],
  ['v1.2.3.post1.dev2', '1.2.3.post1.dev2', true],
  ['v1.2.3+beta', '1.2.3+beta', false],
  ['2026.01.05', '2026.01.05', false],
  ['nightly', undefined, true],
  ['release-2026-w12', undefined, true],
  ['57', undefined, true],
  // no version, and no end of one either
  ['v1.2.3alpha4.5', undefined, true],
  ['v1.2.3.dev4.5', undefined, true],
  ['v1.2.3p4.5', undefined, true],
  ['log4j2.17.0', '2.17.0', false],
])('%s holds %s; it counts as a pre-release: %s', (tag, version, isPrerelease) => {
  expect([versionOf(tag), isPrereleaseTag(tag)]).toEqual([version, isPrerelease]);
});

test.each(['1.2.3', 'v1', 'x-'])('no tag takes long', (start) => {
  // whatever goes back on its ways does not end here
  for (const part of ['.rc', 'rc.', '-v', '1.', 'post1', '.', '-rc.0']) {
    expect(versionOf(`${start}${part.repeat(230 / part.length)}!`)).toBeUndefined();
  }
});
