import { literalPrefix } from '../../../src/github/tag-prefixes';
import { nearMisses } from '../../../src/tasks/plan/near-misses';
import { nextTags } from '../../../src/tasks/plan/next-versions';
import type { Start } from '../../../src/tasks/plan/plan';

describe('near misses', () => {
  test.each([
    [['v*.*.*'], '1.4.0', ['v1.4.0']],
    [['v*.*.*'], 'V1.4.0', ['v1.4.0']],
    [['v*.*.*'], 'v1.4', ['v1.4.0']],
    [['v*.*.*'], 'v 1.4.0', ['v1.4.0']],
    [['v*.*.*'], 'refs/tags/v1.4.0', ['v1.4.0']],
    [['desktop-v*.*.*'], 'v1.4.0-rc.1', ['desktop-v1.4.0-rc.1']],
    [['desktop-v*.*.*'], 'desktop-1.4.0', ['desktop-v1.4.0']],
    [['[0-9]+.[0-9]+.[0-9]+'], 'v1.4.0', ['1.4.0']],
    [['v*', '!v*-beta'], 'v1-beta', []],
    [['app/v*'], 'v1.4.0', ['app/v1.4.0']],
    [['release'], 'v1.4.0', ['release']],
    [['v*.*.*'], 'nonsense', []],
    [[], 'v1.4.0', []],
    [['v['], 'v1.4.0', []],
  ])('with %j, %s', (patterns, tag, near) => {
    expect(nearMisses(patterns, tag)).toEqual(near);
  });

  test.each([['v*.*.*', 'v'], ['desktop-v[0-9]+.x', 'desktop-v'], ['v1', 'v1'], ['va?b', 'v'], ['**', '']])('%s begins with %s', (pattern, prefix) => {
    expect(literalPrefix(pattern)).toBe(prefix);
  });
});

describe('the next tags', () => {
  const start = (tag: string): Start => ({ starts: !tag.includes('-'), why: 'because' });
  const next = (patterns: readonly string[], tags: readonly string[]) => nextTags(patterns, tags, start).map(({ tag }) => tag);

  test('go on from the highest one that the filters match', () => {
    expect(next(['v*.*.*'], ['v1.9.0', 'v1.10.2', 'v1.2', 'other-v9.0.0', '5.0.0'])).toEqual(['v1.10.3', 'v1.11.0', 'v2.0.0', 'v1.10.3-rc.1']);
  });

  test('take the prefix from the tags, and go on with the name of the last pre-release', () => {
    expect(next(['**v*.*.*'], ['app/v1.0.0', 'app/v1.1.0-beta.2'])).toEqual(['app/v1.1.0', 'app/v1.1.0', 'app/v2.0.0', 'app/v1.1.0-beta.3']);
  });

  test.each([
    [['v1.2.2', 'v1.3.0rc1'], ['v1.3.0', 'v1.3.0', 'v2.0.0', 'v1.3.0rc2']],
    [['v1.2.2', 'v1.3.0b9', 'v1.3.0b10'], ['v1.3.0', 'v1.3.0', 'v2.0.0', 'v1.3.0b11']],
    [['v1.3.0rc1', 'v1.3.0'], ['v1.3.1', 'v1.4.0', 'v2.0.0', 'v1.3.1rc1']],
    [['v1.3.0rc1', 'v1.4.0-rc.1'], ['v1.4.0', 'v1.4.0', 'v2.0.0', 'v1.4.0-rc.2']],
    // neither is before what it stands behind, and dev is before all
    [['v1.2.2', 'v1.2.2.post1', 'v1.3.0.dev4'], ['v1.2.3', 'v1.3.0', 'v2.0.0', 'v1.2.3-rc.1']],
  ])('go on from those of Python as it writes them: %j', (tags, names) => {
    expect(next(['v*.*.*'], tags)).toEqual(names);
  });

  test('of one prefix know nothing of the others', () => {
    expect(next(['**v*.*.*'], ['app/v1.0.0-beta.1', 'web/v2.0.0'])).toEqual(['web/v2.0.1', 'web/v2.1.0', 'web/v3.0.0', 'web/v2.0.1-rc.1']);
  });

  test('start from the filter where there are none', () => {
    expect(next(['!x', 'desktop-v*.*.*'], [])).toEqual(['desktop-v0.0.1', 'desktop-v0.1.0', 'desktop-v1.0.0', 'desktop-v0.0.1-rc.1']);
    expect(next([], ['v1.0.0'])).toEqual(['v0.0.1', 'v0.1.0', 'v1.0.0', 'v0.0.1-rc.1']);
  });

  test.each([
    ['1.2.0', [], ['v1.2.0', 'v1.2.1', 'v1.3.0', 'v2.0.0', 'v1.2.1-rc.1']],
    ['1.2.0-rc.1', ['v1.1.0'], ['v1.2.0-rc.1', 'v1.2.0', 'v1.2.0', 'v2.0.0', 'v1.2.0-rc.2']],
    ['1.2.0', ['v1.2.0'], ['v1.2.1', 'v1.3.0', 'v2.0.0', 'v1.2.1-rc.1']],
    ['1.2.0', ['v1.9.0'], ['v1.2.0', 'v1.9.1', 'v1.10.0', 'v2.0.0', 'v1.9.1-rc.1']],
    ['0.0.0', ['v1.9.0'], ['v1.9.1', 'v1.10.0', 'v2.0.0', 'v1.9.1-rc.1']],
    ['v1.2.0', [], ['v0.0.1', 'v0.1.0', 'v1.0.0', 'v0.0.1-rc.1']],
    ['1.2', [], ['v0.0.1', 'v0.1.0', 'v1.0.0', 'v0.0.1-rc.1']],
  ])('with %s in the manifest and the tags %j', (manifest, tags, names) => {
    const all = nextTags(['v*'], tags, start, manifest);
    expect(all.map(({ tag }) => tag)).toEqual(names);
    expect(all.some(({ step }) => step === 'manifest')).toBe(names.length === 5);
  });

  test('say whether they would start the build', () => {
    expect(nextTags(['v*'], [], start)[3]).toEqual({ step: 'prerelease', tag: 'v0.0.1-rc.1', starts: false, why: 'because' });
  });
});
