import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compose, runScript } from '../support/run-script';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'update-feed-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const MAC = 'dist/mac-arm64/Studio.app/Contents/Resources/app-update.yml';
const WINDOWS = 'dist/win-unpacked/resources/app-update.yml';

function write(path: string, text: string): void {
  mkdirSync(join(directory, dirname(path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

/** As electron-builder writes it. */
const feed = (owner: string, repo: string) => `owner: ${owner}\nrepo: ${repo}\nprovider: github\nupdaterCacheDirName: studio-updater\n`;

const check = (feeds = 'acme/releases', artifacts = 'dist/*.dmg\ndist/*.yml\n!dist/builder-debug.yml') =>
  runScript(compose('updateFeed'), { FEEDS: feeds, ARTIFACTS: artifacts, PLATFORM: 'macos-arm64', DOC_URL: 'https://doc' }, { cwd: directory });

it.each([
  ['the repository of the release', feed('acme', 'releases'), 'acme/releases'],
  ['it in another case', feed('Acme', 'Releases'), 'acme/releases'],
  ['one of several', feed('acme', 'app'), 'acme/releases\nacme/app'],
  ['it on Windows', feed('acme', 'releases').replaceAll('\n', '\r\n'), 'acme/releases'],
  ['it in quotes', feed("'007'", '"releases"'), '007/releases'],
  ['another provider', 'provider: generic\nurl: https://updates.example.com\n', 'acme/releases'],
  ['another host', `${feed('acme', 'app')}host: git.example.com\n`, 'acme/releases'],
  ['nothing', '', 'acme/releases'],
])('an app may name %s', async (_, text, feeds) => {
  write(MAC, text);
  write(WINDOWS, text);
  expect(await check(feeds)).toMatchObject({ code: 0, stdout: '', stderr: '', summary: '' });
});

it('names each app that looks elsewhere', async () => {
  write(MAC, feed('acme', 'app'));
  write(WINDOWS, feed('acme', 'studio'));
  const { code, annotations, summary } = await check('acme/releases\nacme/mirror');
  expect(code).toBe(1);
  const cure = 'Let "publish" of electron-builder name the owner and the repository of the release. See https://doc#an-app-looks-for-updates-elsewhere';
  expect(annotations).toEqual([[MAC, 'acme/app'], [WINDOWS, 'acme/studio']].map(([file, found]) => ({
    level: 'error',
    title: 'An app looks for updates elsewhere',
    text: `${file} on macos-arm64 sends the app to '${found}', and the release lies in acme/releases or acme/mirror. ${cure}`,
  })));
  expect(summary).toContain('**error: An app looks for updates elsewhere.**');
});

it.each([
  ['more than the repository', 'acme', 'releases-2'],
  ['a part of it', 'acme', 'release'],
  ['a pattern that matches it', 'acme', 'release.'],
])('%s is another one', async (_, owner, repo) => {
  write(MAC, feed(owner, repo));
  expect((await check()).code).toBe(1);
});

it('looks nowhere but where the artifacts are, and in no package', async () => {
  write('src/resources/app-update.yml', feed('acme', 'app'));
  write('dist/node_modules/x/resources/app-update.yml', feed('acme', 'app'));
  write('dist/app-update.yml', feed('acme', 'app'));
  expect((await check()).code).toBe(0);
  expect((await check('acme/releases', 'src/*')).code).toBe(1);
});

it('follows no link but where it begins to look', async () => {
  write('out/resources/app-update.yml', feed('acme', 'app'));
  write('far/resources/app-update.yml', feed('acme', 'far'));
  symlinkSync('out', join(directory, 'dist'));
  symlinkSync('../far', join(directory, 'out/far'));
  expect((await check()).annotations.map(({ text }) => text)).toEqual([expect.stringMatching(/^dist\/resources\/app-update\.yml on/)]);
});

it('needs no app that is unpacked', async () => {
  expect(await check()).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

it('shows hostile words as words', async () => {
  write('dist/`x` %0A$(touch pwned)/resources/app-update.yml', feed('::error::forged', '<b>`y`%0A::error::z'));
  const { code, stdout, summary } = await check();
  expect(code).toBe(1);
  expect(stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(/^::error title=An app looks for updates elsewhere::/)]);
  expect(stdout).not.toMatch(/%(?!25)/);
  expect(summary.replace(/<!-- -->|<[/]?span>/g, '')).not.toMatch(/<|[^\\]`/);
});

it('fits into a workflow', () => {
  expect(compose('updateFeed')).not.toContain('${{');
  expect(compose('updateFeed')).toMatch(/^[\n -~]*$/);
});
