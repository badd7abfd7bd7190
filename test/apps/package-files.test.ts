import { seeing } from './seeing';
import { fromJob, installsHere, lockedVersions, ownWords, upwards } from '../../src/apps/package-files';
import { platform, repository } from '../render/models';

test('a file is looked for up to the root of its repository', () => {
  const { model } = seeing({}, { repositories: [repository({ self: true, name: '', path: 'web' })], workingDirectory: 'web/apps/desktop' });
  expect(upwards(model, model.jobs[0], 'a', 'b')).toEqual(['a', 'b', '../a', '../b', '../../a', '../../b']);
  expect(fromJob(model.jobs[0], 'web/apps')).toBe('..');
  expect(fromJob(model.jobs[0], 'web/apps/desktop')).toBe('');
});

test.each([
  ['npm', '"node_modules/node-gyp": {\n  "version": "9.4.1",\n', ['9.4.1']],
  ['npm, nested', '"node_modules/a/node_modules/node-gyp": { "version": "10.0.0" }', ['10.0.0']],
  ['pnpm', 'packages:\n  node-gyp@9.4.1:\n    resolution: {}\n  node-gyp-build@4.0.0:\n', ['9.4.1']],
  ['pnpm of old', 'packages:\n  /node-gyp/9.4.1:\n  /node-gyp@8.0.0(a@1):\n', ['9.4.1', '8.0.0']],
  ['Yarn', 'node-gyp@^9.0.0, node-gyp@latest:\n  version "9.4.1"\n', ['9.4.1']],
  ['Yarn of late', '"node-gyp@npm:^9.0.0":\n  version: 9.4.1\n', ['9.4.1']],
  ['Bun', '"node-gyp": ["node-gyp@9.4.1", ""]', ['9.4.1']],
  ['anything else', 'node-gyp node-gyp@ "node_modules/node-gyp": 1', []],
])('versions are found in the lock file of %s', (_manager, lock, versions) => {
  expect(lockedVersions(lock, 'node-gyp')).toEqual(versions);
});

test('the name of a scope is one', () => {
  expect(lockedVersions("packages:\n  '@electron/rebuild@3.6.1':\n", '@electron/rebuild')).toEqual(['3.6.1']);
});

test('a large lock file takes no time', () => {
  const lock = Array.from({ length: 100_000 }, (_, index) => `"node_modules/p${index}": {\n "version": "1.0.${index}",\n "resolved": "https://example.com/${index}"\n},\n`).join('');
  expect(lockedVersions(lock, 'p99999')).toEqual(['1.0.99999']);
});

test('installs are those in the working directory itself', () => {
  const prepare = [
    { run: 'corepack enable\nnpm ci' }, { 'run': 'npm ci', 'working-directory': 'other' }, { run: 'npm ci --prefix x' }, { run: 'npm i -g pnpm' }, { run: 'pnpm installer' }, { uses: 'a/b@v1' },
  ];
  const { job } = seeing({}, { workingDirectory: 'app', prepare, platforms: [platform({ run: ['pnpm install --frozen-lockfile', 'make'] })] });
  expect(installsHere(job)).toEqual(['npm ci', 'pnpm install --frozen-lockfile']);
});

test("the declaration's own words are those of all its steps", () => {
  const { job } = seeing({}, { prepare: [{ run: 'pip install setuptools' }, { uses: 'a/b@v1', with: { tool: 'x' } }], platforms: [platform({ run: ['make'] })] });
  expect(ownWords(job).split('\n')).toEqual(['pip install setuptools', 'a/b@v1', '{"tool":"x"}', 'make']);
});
