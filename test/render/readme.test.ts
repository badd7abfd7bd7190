import { published } from './doc/published';
import { model, platform, referenceModel } from './models';
import { renderReadmeSection } from '../../src/render/readme';

test('a sentence, the command, the way to the setup doc', () => {
  expect(renderReadmeSection(referenceModel)).toBe([
    '## CI Build (Tag Trigger)',
    '',
    'Push a tag that matches `desktop-v*.*.*` to build for `linux-x64`, `windows-x64`, `macos-arm64` and `macos-x64`.',
    '',
    '```sh',
    'npx projen tag-build:release desktop-v1.2.3',
    '```',
    '',
    'This looks at all that speaks against the tag, asks, pushes it, and follows the run. By hand: `git tag desktop-v1.2.3 && git push origin desktop-v1.2.3`',
    '',
    '[How to set it up, and what to do when it fails](docs/github-actions-tag-build.md)',
    '',
  ].join('\n'));
});

test.each([
  ['README.md', 'docs/setup.md', 'docs/setup.md'],
  ['docs/README.md', 'docs/setup.md', 'setup.md'],
  ['docs/README.md', 'setup.md', '../setup.md'],
  ['a/b/README.md', 'c/my setup (1).md', '../../c/my%20setup%20%281%29.md'],
])('from %s to %s', (readme, doc, link) => {
  const given = model({ readme: { path: readme, heading: 'Build' }, setupDoc: { ...model().setupDoc, path: doc } });
  expect(renderReadmeSection(given)).toContain(`](${link})`);
});

test('a filter that excludes is not one to match', () => {
  expect(renderReadmeSection(model({ tags: ['v*', 'app-*', '!v1.*'] }))).toContain('matches `v*` or `app-*` to build');
});

test('more platforms than a sentence holds are counted', () => {
  const platforms = ['a', 'b', 'c', 'd', 'e'].map((name) => platform({ name }));
  expect(renderReadmeSection(model({ platforms }))).toContain('to build for 5 platforms.');
});

test('of several jobs the results count, and a platform once', () => {
  const [job] = model().jobs;
  const on = (...names: string[]) => names.map((name) => platform({ name }));
  const web = { ...job, id: 'web', artifacts: 'handed-on' as const, platforms: on('wasm') };
  const jobs = [web, { ...job, id: 'app', platforms: on('a', 'b') }, { ...job, id: 'cli', platforms: on('b', 'c') }];
  expect(renderReadmeSection({ ...model(), jobs })).toContain('to build for `a`, `b` and `c`.');
  expect(renderReadmeSection({ ...model(), jobs: [web] })).toContain('to build.');
});

test('what becomes public is said', () => {
  expect(renderReadmeSection(published)).toContain(
    'The results become a GitHub release in `acme/releases`, a draft of a GitHub release in this repository and the package `@acme/desktop` on npm.',
  );
});

test('a tag that a shell would read more into is quoted', () => {
  expect(renderReadmeSection(model({ tags: ["a$(b)'*"] }))).toContain("git tag 'a$(b)'\\''1.2.3' && git push origin");
});
