import { AppFiles } from '../../src/project/app-files';
import { versionPlacesOf } from '../../src/project/version-places';
import { model, repository, versionModel } from '../render/models';
import { printed } from '../rules/printed';
import { build } from '../rules/row';

const built = model({ repositories: [repository({ self: true, name: '', path: '' })], version: versionModel({ files: ['package.json'] }) });

/** As many pages as asked for, of one length. */
function pages(count: number, length: number): AppFiles {
  const names = Array.from({ length: count }, (_, at) => `page-${at}.md`);
  return Object.assign(Object.create(AppFiles.prototype), {
    isWritten: () => false, namesIn: (directory: string) => directory === '.' ? names : [], read: (file: string) => names.includes(file) ? 'x'.repeat(length) : undefined,
  });
}

test('of a repository with many large pages no more is kept than can be looked at', () => {
  expect(versionPlacesOf(built, pages(3, 1_000_000)).size).toBe(3);
  expect(versionPlacesOf(built, pages(150, 1_000_000)).size).toBe(11);
  expect(versionPlacesOf(built, pages(2, 1_000_001)).size).toBe(0);
});

test('a manifest of nothing but empty lines takes no longer than another', () => {
  const start = performance.now();
  expect(printed({ ...build({ version: { files: ['package.json'] } }), before: { 'package.json': '{"version": "1.2.3"}', 'Cargo.toml': '\n'.repeat(150_000) } })).toBe('');
  expect(performance.now() - start).toBeLessThan(5_000);
});
