import { manifestVersion } from '../../../src/tasks/plan/manifest-version';

test.each([
  ['package.json', '{"version": "1.2.3"}', '1.2.3'],
  ['package.json', '\uFEFF{"version": "1.2.3", "dependencies": {"version": "2"}}', '1.2.3'],
  ['src-tauri/tauri.conf.json', '{"package": {"version": "1.2.3"}}', '1.2.3'],
  ['Cargo.toml', '[dependencies]\nversion = "9"\n[package] # here\nname = "x"\nversion = "1.2.3" # this\n', '1.2.3'],
  ['Cargo.toml', "[workspace.package]\r\nversion = '1.2.3'\r\n", '1.2.3'],
  ['pyproject.toml', '[tool.poetry]\nversion="1.2.3"\n', '1.2.3'],
  ['pyproject.toml', '[tool.poetry]\nversion="9"\n[project]\nversion="1.2.3"\n', '1.2.3'],
])('%s', (file, text, version) => {
  expect(manifestVersion(file, text)).toEqual({ value: version });
});

test.each([
  ['package.json', '{}', 'it has no version'],
  ['package.json', 'null', 'it has no version'],
  ['package.json', '{"version": 1}', 'it has no version'],
  ['package.json', '{', 'it is no JSON'],
  ['Cargo.toml', '[package]\nversion.workspace = true\n[[bin]]\nversion = "1"\n', 'it has no version on a line of its own in [package], [workspace.package]'],
])('%s without a version: %s', (file, text, why) => {
  expect(manifestVersion(file, text)).toEqual({ unknown: expect.stringContaining(why) });
});
