import { type TagFacts, taggedBuild } from '../../../src/tasks/plan/tag-facts';
import { chosenTag, possibleTags } from '../../../src/tasks/release/next-version';
import { model, versionModel } from '../../render/models';
import { CLEAN } from '../plan/plan-of';

interface Build {
  readonly tags: readonly string[];
  readonly manifest?: string;
  readonly stamp?: boolean;
}

function facts(builds: Readonly<Record<string, Build>>, tags: readonly string[], other: Partial<TagFacts> = {}): TagFacts {
  return {
    builds: Object.entries(builds).map(([id, { tags: filters, manifest, stamp }]) => taggedBuild(
      model({ id, version: stamp ? versionModel({ files: ['package.json'], mode: 'stamp' }) : versionModel({}) }),
      { push: { tags: [...filters] } },
      { ...CLEAN, files: new Map([['package.json', manifest && JSON.stringify({ version: manifest })]]) },
    )),
    build: undefined,
    tags,
    remoteTags: tags,
    ...other,
  };
}

const APP = { app: { tags: ['v*.*.*'] } };
const TWO = { web: { tags: ['v*.*.*'] }, desktop: { tags: ['desktop-v*.*.*'] } };
const BOTH = ['v1.2.3', 'desktop-v2.0.0'];

/** The tag, or the problems, in few words. */
function chosen(word: string | undefined, known: TagFacts): string {
  const choice = chosenTag(word, known);
  switch (choice.kind) {
    case 'chosen': return [`${choice.tag} = ${choice.version} → ${choice.builds.join(', ')}`, ...choice.warnings].join('\n');
    case 'open': return choice.tags.map(({ step, tag }) => `${step} ${tag}`).join(', ');
    case 'refused': return choice.problems.join('\n');
  }
}

describe('a word is the tag that follows', () => {
  test.each([
    ['patch', ['v1.2.3'], 'v1.2.4 = 1.2.4 → app'],
    ['minor', ['v1.2.3'], 'v1.3.0 = 1.3.0 → app'],
    ['major', ['v1.2.3'], 'v2.0.0 = 2.0.0 → app'],
    ['prerelease', ['v1.2.3'], 'v1.2.4-rc.1 = 1.2.4-rc.1 → app'],
    ['minor', ['v1.3.0-rc.1', 'v1.2.3'], 'v1.3.0 = 1.3.0 → app'],
    ['prerelease', ['v1.3.0-beta.1'], 'v1.3.0-beta.2 = 1.3.0-beta.2 → app'],
    ['minor', [], 'v0.1.0 = 0.1.0 → app'],
  ])('%s of %j', (word, tags, expected) => {
    expect(chosen(word, facts(APP, tags))).toBe(expected);
  });

  test('also of two numbers', () => {
    const known = facts({ app: { tags: ['v*'], manifest: '1.10.0' } }, ['v1.9', 'v1.10', 'v1.2.3']);
    expect(['patch', 'minor', 'major', 'prerelease'].map((word) => chosen(word, known).split(' ')[0])).toEqual(['v1.10.1', 'v1.11.0', 'v2.0.0', 'v1.10.1-rc.1']);
    expect(chosen(undefined, known)).toMatch(/^patch v1\.10\.1, /);
    expect(chosen('1.9.5', known)).toMatch(/\nv1\.9\.5 is not newer than v1\.10, the last tag of its kind\.$/);
    expect(chosen('v1.8', known)).toMatch(/\nv1\.8 is not newer than v1\.10, /);
  });

  test('whether a tag is here or on the remote', () => {
    expect(chosen('patch', facts(APP, ['v1.2.3'], { remoteTags: ['v1.2.4'] }))).toMatch(/^v1\.2\.5 /);
    expect(chosen('patch', facts(APP, ['v1.2.3'], { remoteTags: undefined }))).toMatch(/^v1\.2\.4 /);
  });

  test('of the version that the manifest has', () => {
    expect(chosen('patch', facts({ app: { tags: ['v*'], manifest: '1.5.0' } }, ['v1.2.3']))).toMatch(/^v1\.5\.1 /);
  });

  test('which has to start a build', () => {
    expect(chosen('prerelease', facts({ app: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } }, ['v1.2.3'])))
      .toBe("prerelease would be v1.2.4-rc.1 of app, which would not start it: the tag matches none of 'v[0-9]+.[0-9]+.[0-9]+'.");
  });

  test.each(['Patch', 'MINOR', 'PreRelease'])('%s is written in small letters', (word) => {
    expect(chosen(word, facts({ app: { tags: ['**'] } }, []))).toBe(`'${word}' is written in small letters: ${word.toLowerCase()}.`);
  });

  test('a slip of it is no tag', () => {
    expect(chosen('pacth', facts(APP, []))).toBe("Tag pacth would not start app: the tag matches none of 'v*.*.*'. Did you mean patch?");
  });
});

describe('of several builds', () => {
  test('a word or a version has to mean one tag', () => {
    expect(chosen('patch', facts(TWO, BOTH))).toBe('patch may be v1.2.4 of web or desktop-v2.0.1 of desktop: name the tag, or the build by --build ID.');
    expect(chosen('3.0.0', facts(TWO, BOTH))).toBe('3.0.0 may be v3.0.0 of web or desktop-v3.0.0 of desktop: name the tag, or the build by --build ID.');
  });

  test('one is named', () => {
    expect(chosen('patch', facts(TWO, BOTH, { build: 'desktop' }))).toBe('desktop-v2.0.1 = 2.0.1 → desktop');
    expect(chosen('3.0.0', facts(TWO, BOTH, { build: 'web' }))).toBe('v3.0.0 = 3.0.0 → web');
    expect(chosen('v3.0.0', facts(TWO, BOTH, { build: 'desktop' })))
      .toBe("Tag v3.0.0 would not start desktop: the tag matches none of 'desktop-v*.*.*'. It would start web. Did you mean desktop-v3.0.0?");
  });

  test('a tag says itself which it starts', () => {
    const three = { ...TWO, all: { tags: ['**'] } };
    expect(chosen('desktop-v3.0.0', facts(three, BOTH))).toBe('desktop-v3.0.0 = 3.0.0 → desktop, all');
    expect(chosen('v9', facts(TWO, []))).toBe(
      "Tag v9 would not start web or desktop: the tag matches none of 'v*.*.*' (web); the tag matches none of 'desktop-v*.*.*' (desktop). Did you mean v9.0.0 or desktop-v9.0.0?",
    );
  });

  test('a word means the build that it would start', () => {
    const builds = { stable: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] }, preview: { tags: ['v*-**'] } };
    expect(chosen('minor', facts(builds, ['v1.2.3', 'v1.3.0-rc.1']))).toBe('v1.3.0 = 1.3.0 → stable');
    expect(chosen('prerelease', facts(builds, ['v1.2.3', 'v1.3.0-rc.1']))).toBe('v1.3.0-rc.2 = 1.3.0-rc.2 → preview');
    expect(chosen('prerelease', facts(builds, ['v1.3.0', 'v1.3.0-rc.1']))).toBe('v1.3.0-rc.2 = 1.3.0-rc.2 → preview\nv1.3.0-rc.2 is not newer than v1.3.0, the last tag of its kind.');
  });
});

describe('of several prefixes', () => {
  const filters = { app: { tags: ['v*.*.*', 'desktop-v*.*.*'] } };

  test('a version has to say which', () => {
    expect(chosen('1.3.0', facts(filters, ['v1.2.3']))).toBe('1.3.0 may be v1.3.0 of app or desktop-v1.3.0 of app: name the tag.');
  });

  test('a word goes on with the only one that has tags', () => {
    expect(chosen('patch', facts(filters, ['v1.2.3']))).toBe('v1.2.4 = 1.2.4 → app');
    expect(chosen('patch', facts(filters, BOTH))).toBe('patch may be v1.2.4 of app or desktop-v2.0.1 of app: name the tag.');
  });

  test('filters that begin alike have one', () => {
    expect(chosen('1.3.0', facts({ app: { tags: ['v1.*', 'v2.*', '!v2.0.*', 'release'] } }, []))).toBe('v1.3.0 = 1.3.0 → app');
  });

  test('a filter that lets in anything says none', () => {
    expect(chosen('1.3.0', facts({ app: { tags: ['*'] } }, ['v1.2.3']))).toBe('v1.3.0 = 1.3.0 → app');
    expect(chosen('1.3.0', facts({ app: { tags: ['*'] } }, []))).toBe('1.3.0 = 1.3.0 → app');
  });
});

describe('a tag', () => {
  test.each([
    ['v1.3.0', 'v1.3.0 = 1.3.0 → app'],
    ['refs/tags/v1.3.0', 'v1.3.0 = 1.3.0 → app'],
    ['1.3.0', 'v1.3.0 = 1.3.0 → app'],
    ['v1.2.0', 'v1.2.0 = 1.2.0 → app\nv1.2.0 is not newer than v1.2.3, the last tag of its kind.'],
    ['1.2.3', 'Tag v1.2.3 exists already, on the remote and here: take the next version.'],
    ['V1.3.0', "Tag V1.3.0 would not start app: the tag matches none of 'v*.*.*'. Did you mean v1.3.0?"],
    ['v1.3', "Tag v1.3 would not start app: the tag matches none of 'v*.*.*'. Did you mean v1.3.0?"],
    ['1.3', "1.3 would be v1.3 of app, which would not start it: the tag matches none of 'v*.*.*'. Did you mean v1.3.0?"],
    ['vv1.3.0', "Tag vv1.3.0 begins with 'vv', and other tags with 'v'. Did you mean v1.3.0?"],
    ['v 1.3.0', "Git allows no tag of the name 'v 1.3.0', which has a space. Did you mean v1.3.0?"],
    ['refs/tags/-v1.3.0', "Git allows no tag of the name '-v1.3.0'. Did you mean v1.3.0?"],
    ['v1..3.0', "Git allows no tag of the name 'v1..3.0'."],
  ])('%s', (word, expected) => {
    expect(chosen(word, facts(APP, ['v1.2.3']))).toBe(expected);
  });

  test('that differs from others in case only is a slip', () => {
    expect(chosen('V1.3.0', facts({ app: { tags: ['**'] } }, ['v1.2.3']))).toBe("Tag V1.3.0 begins with 'V', and other tags with 'v'. Did you mean v1.3.0?");
    expect(chosen('V1.3.0', facts({ app: { tags: ['**'] } }, ['V1.2.3']))).toBe('V1.3.0 = 1.3.0 → app');
  });

  test('of another name than a version has none', () => {
    expect(chosen('nightly', facts({ app: { tags: ['nightly'] } }, []))).toBe('nightly = undefined → app');
  });

  test('that is in the clone alone may be pushed', () => {
    expect(chosen('v1.3.0', facts(APP, ['v1.3.0'], { remoteTags: [] }))).toBe('Tag v1.3.0 exists already in this clone, and not on the remote: push it if it is the right commit, or delete it: git tag -d v1.3.0');
    expect(chosen('v1.3.0', facts(APP, ['v1.3.0'], { remoteTags: undefined }))).toBe('Tag v1.3.0 exists already in this clone: push it if it is the right commit, or delete it: git tag -d v1.3.0');
    expect(chosen('v1.3.0', facts(APP, [], { remoteTags: ['v1.3.0'] }))).toBe('Tag v1.3.0 exists already, on the remote: take the next version.');
  });
});

describe('without a word', () => {
  test('it is what the manifest says, where no tag has it yet', () => {
    expect(chosen(undefined, facts({ app: { tags: ['v*'], manifest: '1.3.0' } }, ['v1.2.3']))).toBe('v1.3.0 = 1.3.0 → app');
    expect(chosen(undefined, facts({ app: { tags: ['v*'], manifest: '1.3.0' } }, []))).toBe('v1.3.0 = 1.3.0 → app');
  });

  test.each<[string, Build, readonly string[]]>([
    ['a tag has it', { tags: ['v*'], manifest: '1.2.3' }, ['v1.2.3']],
    ['it comes from the tag', { tags: ['v*'], manifest: '1.9.0', stamp: true }, ['v1.2.3']],
    ['nobody keeps it', { tags: ['v*'], manifest: '0.0.0' }, ['v1.2.3']],
  ])('where %s, it is open', (_what, build, tags) => {
    expect(chosen(undefined, facts({ app: build }, tags))).toBe('patch v1.2.4, minor v1.3.0, major v2.0.0, prerelease v1.2.4-rc.1');
  });

  test('one that was left behind is not meant', () => {
    expect(chosen(undefined, facts({ app: { tags: ['v*'], manifest: '1.0.0' } }, ['v1.2.3'])))
      .toBe('manifest v1.0.0, patch v1.2.4, minor v1.3.0, major v2.0.0, prerelease v1.2.4-rc.1');
  });

  test('it is open which of several builds is meant, and what would start none is not offered', () => {
    const builds = { web: { tags: ['v[0-9]+.[0-9]+.[0-9]+'], manifest: '2.0.0' }, desktop: { tags: ['desktop-v*'], manifest: '2.0.0' } };
    expect(chosen(undefined, facts(builds, []))).toMatch(/^manifest v2\.0\.0, patch v2\.0\.1, minor v2\.1\.0, major v3\.0\.0, manifest desktop-v2\.0\.0, .*, prerelease desktop-v2\.0\.1-rc\.1$/);
    expect(chosen(undefined, facts(builds, [], { build: 'web' }))).toBe('v2.0.0 = 2.0.0 → web');
    expect(chosen(undefined, facts({ app: { tags: ['nightly'] } }, []))).toBe('No tag is known that would start app: name one.');
  });

  test('each tag is offered once, with what it starts', () => {
    expect(possibleTags(facts({ a: { tags: ['v*'] }, b: { tags: ['**'] } }, ['v1.3.0-rc.1']))).toEqual([
      { step: 'patch', tag: 'v1.3.0', version: '1.3.0', builds: ['a', 'b'] },
      { step: 'major', tag: 'v2.0.0', version: '2.0.0', builds: ['a', 'b'] },
      { step: 'prerelease', tag: 'v1.3.0-rc.2', version: '1.3.0-rc.2', builds: ['a', 'b'] },
    ]);
  });
});
