import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from 'projen';
import { Platform, TagBuild } from '../../src';
import { fileIn, namesIn, placeOf } from '../../src/outside/checkout';
import { inNewDirectory, synthesize, write } from '../cases/harness';

describe('a file of the checkout', () => {
  test.each<[string, string, string]>([
    ['itself', 'docs/a.md', 'docs/a.md'],
    ['behind a link to another place of the checkout', 'link/a.md', 'docs/a.md'],
    ['a link itself', 'a.md', 'docs/a.md'],
    ['behind a link through a place outside', 'around/docs/a.md', 'docs/a.md'],
  ])('is read: %s', (_what, file, place) => inNewDirectory((dir) => {
    const root = join(dir, 'root');
    write(root, { 'docs/a.md': 'A' });
    symlinkSync('docs', join(root, 'link'));
    symlinkSync('link/a.md', join(root, 'a.md'));
    symlinkSync('root', join(dir, 'back'));
    symlinkSync('../back', join(root, 'around'));
    expect(placeOf(root, file)).toMatchObject({ path: place, hindrance: undefined });
    expect(readFileSync(fileIn(root, file), 'utf8')).toBe('A');
  }));

  test.each<[string, string]>([
    ['../secret', 'lies outside the repository'],
    ['.git/config', "lies in git's own directory"],
    ['git/config', "leads by a link to '.git/config', which lies in git's own directory"],
    ['sub/.git/config', "lies in git's own directory"],
    ['out/secret', "leads by a link to '../secret', which lies outside the repository"],
    ['out/new/file', "leads by a link to '../new/file', which lies outside the repository"],
    ['loop/a.md', 'leads to itself by a link'],
    ['nowhere', 'leads nowhere by a link'],
    ['nowhere/a.md', 'leads nowhere by a link'],
    ['pipe', 'is neither a file nor a directory'],
  ])('is not read at %s: it %s', (file, is) => inNewDirectory((dir) => {
    const root = join(dir, 'root');
    write(dir, { 'secret': '', 'root/.git/config': '', 'root/sub/.git/config': '' });
    Object.entries({ git: '.git', out: '..', loop: 'loop', nowhere: 'new' }).forEach(([path, target]) => symlinkSync(target, join(root, path)));
    spawnSync('mkfifo', [join(root, 'pipe')]);
    expect(() => fileIn(root, file)).toThrow(`'${file}' ${is}`);
  }));

  test('is not read where it is larger than any of ours', () => inNewDirectory((root) => {
    writeFileSync(join(root, 'huge'), '');
    truncateSync(join(root, 'huge'), 100 * 2 ** 20);
    expect(() => fileIn(root, 'huge')).toThrow("'huge' has 104857600 bytes, and no more than 10485760 are read");
  }));

  test('is named in its directory, which lies in the checkout too', () => inNewDirectory((root) => {
    write(root, { 'docs/b.md': '', 'docs/a.md': '' });
    symlinkSync('..', join(root, 'out'));
    expect(namesIn(root, 'docs')).toEqual(['a.md', 'b.md']);
    expect(namesIn(root, 'docs/a.md')).toEqual([]);
    expect(namesIn(root, 'none')).toEqual([]);
    expect(() => namesIn(root, 'out')).toThrow('which lies outside the repository');
  }));

  test('need not be there, and neither need the checkout', () => inNewDirectory((dir) => {
    expect(placeOf(join(dir, 'new'), 'docs/a.md')).toMatchObject({ path: 'docs/a.md', stats: undefined, hindrance: undefined });
  }));
});

test('a pipe where the README lies is not read, which would never end', () => inNewDirectory((outdir) => {
  spawnSync('mkfifo', [join(outdir, 'README.md')]);
  const project = new Project({ outdir, name: 'tool' });
  new TagBuild(project, 'app', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })] });
  expect(() => synthesize(project)).toThrow(/output-path-unwritable +readme\.path: 'README\.md' is neither a file nor a directory\./);
}));
