import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect, directory, files, listed } from './collect-run';
import { Platform } from '../../src';
import { normalise } from '../../src/normalise/normalise';
import { ARTIFACT_PATTERN_ROWS, TREE } from '../github/artifact-pattern-rows';
import { outlines } from '../render/outline';
import { compose, runScript } from '../support/run-script';

it('lists file, size and sum', async () => {
  files('dist/a.dmg');
  const run = await collect('dist/*.dmg');
  expect(run).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const sum = createHash('sha256').update('content of dist/a.dmg').digest('hex');
  expect(run.summary).toBe(`### Artifacts of linux-x64\n\n| file | bytes | SHA-256 |\n| --- | ---: | --- |\n| dist/a.dmg | 21 | ${sum} |\n`);
});

it.each(ARTIFACT_PATTERN_ROWS)('%s', async (_, patterns, expected) => {
  files(...TREE);
  const found = listed(await collect(...patterns)).map((file) => file.replace(/\\(.)/g, '$1'));
  expect(found).toEqual([...expected].sort());
});

it('counts a file for each pattern that matches it', async () => {
  files('dist/a.zip');
  expect(await collect('dist/*.zip', 'dist/a.*')).toMatchObject({ code: 0 });
});

it('follows symbolic links, as upload-artifact does', async () => {
  files('real/a.zip');
  symlinkSync('real', join(directory, 'dist'));
  expect(listed(await collect('dist/*.zip'))).toEqual(['dist/a.zip']);
});

it('lets a pattern match nothing of which an updater is asked later', async () => {
  files('dist/a.exe');
  const run = await runScript(compose('collect'), { ARTIFACTS: 'dist/*.exe\n./dist/*.blockmap\ndist/*.yml', UNNEEDED: 'dist/*.blockmap\ndist/x.zip', PLATFORM: 'linux-x64', DOC_URL: 'https://doc' }, { cwd: directory });
  expect(run.annotations.map(({ text }) => text)).toEqual([expect.stringMatching(/^No file matches 'dist\/\*\.yml' on linux-x64;/)]);
});

const either = (artifacts: string, alternatives: string) =>
  runScript(compose('collect'), { ARTIFACTS: artifacts, ALTERNATIVES: alternatives, PLATFORM: 'linux-x64', DOC_URL: 'https://doc' }, { cwd: directory });

it.each([['dist/a.AppImage'], ['dist/a.appimage'], ['dist/a.AppImage', 'dist/b.appimage']])('has enough of one alternative: %s', async (...left) => {
  files(...left, 'dist/a.deb');
  const run = await either('dist/*.AppImage\ndist/*.appimage\ndist/*.deb', 'dist/*.AppImage|dist/*.appimage');
  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(listed(run)).toEqual([...left, 'dist/a.deb'].sort());
});

it.each([['dist/a.zip', 1], ['dist/a.dmg', 0]])('wants what is declared by itself as well: %s', async (left, code) => {
  files(left);
  const [{ platforms: [{ artifacts, alternatives }] }] = normalise('app', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.{zip,dmg}', 'dist/*.dmg'] })] }, {
    projectName: 'app', directory: '', marker: '',
  }).jobs;
  expect(await either(artifacts.join('\n'), alternatives.map((all) => all.join('|')).join('\n'))).toMatchObject({ code });
});

it('says once that none of several alternatives is there, and what is there', async () => {
  files('dist/a.deb', 'out/a');
  const run = await either('dist/*.AppImage\ndist/*.appimage\ndist/*.deb\nout/a\nout/$(touch pwned)', 'dist/*.AppImage|dist/*.appimage\nout/b|out/c|out/a');
  expect(run.code).toBe(1);
  expect(run.annotations.map(({ text }) => text)).toEqual([
    "No file matches 'dist/*.AppImage' or 'dist/*.appimage' on linux-x64; dist holds: a.deb. Correct the pattern or the build. See https://doc#an-artifact-is-missing",
    expect.stringMatching(/^No file matches 'out\/\$\(touch pwned\)' on/),
  ]);
});

it('names every pattern that matches nothing, and what is there', async () => {
  files('dist/b.exe', 'dist/c.blockmap', 'dist/.hidden.dmg');
  mkdirSync(join(directory, 'empty'));
  const run = await collect('dist/*.exe', 'dist/*.dmg', 'out/mac/*.dmg', 'empty/*', 'dist/c.*', '!dist/*.blockmap', '!nothing');
  expect(run.code).toBe(1);
  expect(run.annotations.map(({ title }) => title)).toEqual(Array.from({ length: 4 }, () => 'An artifact is missing'));
  const end = 'Correct the pattern or the build. See https://doc#an-artifact-is-missing';
  expect(run.annotations.map(({ text }) => text)).toEqual([
    `No file matches 'dist/*.dmg' on linux-x64; dist holds: .hidden.dmg b.exe c.blockmap. ${end}`,
    `No file matches 'out/mac/*.dmg' on linux-x64; . holds: dist empty. ${end}`,
    `No file matches 'empty/*' on linux-x64; empty holds: nothing. ${end}`,
    `No file matches 'dist/c.*' on linux-x64; dist holds: .hidden.dmg b.exe c.blockmap. ${end}`,
  ]);
  expect(listed(run)).toEqual(['dist/b.exe']);
});

it.each(['dist', '**'])('takes a directory without a file for nothing: %s', async (pattern) => {
  mkdirSync(join(directory, 'dist'));
  expect(await collect(pattern)).toMatchObject({ code: 1, stderr: '' });
});

it('makes no link of a name', async () => {
  files('www.evil.example.zip', 'WWW.x.zip', 'gh-1.zip', '#1.zip', '@octocat.zip', 'a.zip');
  const { summary } = await collect('*.zip');
  expect(outlines([summary])[0]).toMatchObject({ links: [], tables: [Array(7).fill(3)] });
  expect(summary).toContain('| gh-<!-- -->1.zip |');
});

it('shows hostile names as names', async () => {
  const hostile = ['&lt;b.zip', '`x` $(touch pwned).zip', '%0A.zip', '-rf.zip', "'.zip", 'ü.zip'];
  files(...hostile.map((name) => `dist/${name}`), 'dist/\n::error::forged.txt');
  const run = await collect('dist/*.zip', 'dist/*.dmg');
  expect(listed(run)).toHaveLength(hostile.length);
  expect(run.summary.replace(/<!-- -->|<[/]?span>/g, '')).not.toMatch(/<|[^\\]`/);
  expect(run.stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(/^::error title=An artifact is missing::/)]);
  expect(run.stdout).not.toMatch(/%(?!25)/);
});

it('names all that the upload would refuse, and collects no more of it', async () => {
  const refused = ['a"b', 'a:b', 'a<b', 'a>b', 'a|b', 'a*b', 'a?b', 'a\nb', '\n::error::forged', 'c\r\n::error::d'].map((name) => `dist/${name}.zip`);
  files('dist/a.zip', 'dist/x:y.txt', 'dist/:/b.zip', ...refused);
  writeFileSync(Buffer.concat([Buffer.from(join(directory, 'dist/latin')), Buffer.of(0xe9), Buffer.from('.zip')]), '');
  const run = await collect('dist/**/*.zip');
  expect(run.code).toBe(1);
  expect(listed(run)).toEqual(['dist/a.zip']);
  expect(run.annotations).toEqual([{ level: 'error', title: 'A file cannot be uploaded', text: expect.stringContaining(' or is not UTF-8. ') }]);
  const [{ text }] = run.annotations;
  for (const name of refused) expect(text).toContain(`'${name.replace(/[\r\n]/g, ' ')}'`);
  expect(text).toMatch(/'dist\/:\/b\.zip'.*'dist\/latin.\.zip'/);
  expect(text).not.toContain('x:y');
  expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
});

it('names files that differ in case only, and goes on', async () => {
  files('dist/a.zip', 'dist/B/x.zip', 'dist/A.zip', 'dist/b/x.zip', 'dist/c.zip', 'dist/C.txt', 'dist/c.txt');
  const run = await collect('dist/**/*.zip');
  expect(run.code).toBe(0);
  expect(run.annotations).toEqual([{
    level: 'warning',
    title: 'Files differ in case only',
    text: "On linux-x64 'dist/A.zip', 'dist/a.zip', 'dist/B/x.zip', 'dist/b/x.zip' differ in upper and lower case only: who downloads them on Windows or macOS gets one of each. Let the build name them otherwise. See https://doc#files-differ-in-case-only",
  }]);
});

/** Runs with a `find` that tells what it was asked, and what it has found. */
async function watched(script: string, env: Record<string, string>): Promise<string[]> {
  const seen = join(directory, 'seen');
  mkdirSync(join(directory, 'bin'));
  writeFileSync(join(directory, 'bin/find'), `#!/bin/sh\nprintf '%s\\n' "$@" >>${seen}\nPATH=${process.env.PATH} exec find "$@" | tee -a ${seen}\n`, { mode: 0o755 });
  await runScript(script, { ...env, PLATFORM: 'linux-x64', PATH: `${directory}/bin:${process.env.PATH}` }, { cwd: directory });
  return readFileSync(seen, 'utf8').split(/[\n\0]/);
}

it('looks nowhere but in the working directory', async () => {
  const patterns = ['.//x*/*.zip', '!//x*', 'dist//*', '././x*', './/', '//'];
  const seen = await watched(compose('collect'), { ARTIFACTS: patterns.join('\n'), UNNEEDED: 'x*/*.zip' });
  expect(seen.filter((line) => line.startsWith('/'))).toEqual([]);
});

it.each<[string, string[]]>([
  ['*.zip', ['a.zip']],
  ['dist/*/*.zip', ['dist/a.zip', 'dist/far/d.zip', 'dist/s/e.zip', 'dist/sub/b.zip']],
  ['dist/s?b', ['dist/a.zip', 'dist/sub/b.zip', 'dist/sub/deep/c.zip']],
  ['dist/s[!a]b/x', ['dist/a.zip', 'dist/sub/b.zip']],
  ['d*/sub/**/x\nx/[!a]\n!**', ['a.zip', 'dist/a.zip', 'dist/sub/b.zip', 'dist/sub/deep/c.zip']],
  ['*.zip\n**/x/y', ['a.zip', 'dist/a.zip', 'dist/far/d.zip', 'dist/s/e.zip', 'dist/sub/b.zip', 'dist/sub/deep/c.zip', 'far/d.zip']],
])('goes into no directory in which %j cannot match', async (patterns, found) => {
  files('a.zip', 'dist/a.zip', 'dist/sub/b.zip', 'dist/sub/deep/c.zip', 'far/d.zip', 'dist/s/e.zip');
  symlinkSync('../far', join(directory, 'dist/far'));
  const seen = await watched(compose('collect'), { ARTIFACTS: patterns, UNNEEDED: patterns });
  expect(seen.filter((line) => /^\.\/[\w/]+\.zip$/.test(line)).sort()).toEqual(found.map((file) => `./${file}`));
});

it('says no more to find than a command may hold', async () => {
  files('dist/a.zip');
  expect(listed(await collect('dist/a.zip', `dist/${'x/'.repeat(1_000)}?.zip`))).toEqual(['dist/a.zip']);
});

it('finds nothing from the top of a workspace that is hidden, as upload-artifact does', async () => {
  files('.github/a.zip', '.github/dist/b.zip');
  const run = (...patterns: string[]) => runScript(compose('collect'), { ARTIFACTS: patterns.join('\n'), PLATFORM: 'linux-x64' }, { cwd: join(directory, '.github') });
  expect(listed(await run('dist/*'))).toEqual(['dist/b.zip']);
  expect(listed(await run('*.zip', 'dist/*'))).toEqual([]);
});

it('fits into a workflow', () => {
  expect(compose('collect')).not.toContain('${{');
  expect(compose('collect')).toMatch(/^[\n -~]*$/);
  expect(compose('collect').length).toBeLessThan(13_000);
});
