import { decisions, surveyOf, synthesized, type Tree } from './tree';

function electron(build: object, more: object = {}): Tree {
  return {
    'README.md': '',
    'package.json': JSON.stringify({
      name: 'notes',
      version: '1.2.3',
      scripts: { dist: 'electron-builder --publish never' },
      dependencies: { 'electron-updater': '^6' },
      devDependencies: { 'electron': '38.0.0', 'electron-builder': '^26' },
      build: { publish: { provider: 'github' }, ...build },
      ...more,
    }),
  };
}

const ZIP = { mac: { target: ['dmg', 'zip'] } };

function published(tree: Tree, answers: Record<string, string> = {}) {
  const found = surveyOf(tree, answers);
  const { model } = synthesized(found, tree);
  return { updater: model.publish[0]?.updater?.kind ?? 'none', targets: model.publish.length, decide: decisions(found).filter((text) => text.includes('updates')) };
}

test('apps that look for updates have a release with what they read', () => {
  expect(published(electron(ZIP))).toEqual({ updater: 'electron-builder', targets: 1, decide: [] });
  expect(published(electron({}))).toEqual({ updater: 'electron-builder', targets: 1, decide: [] });
});

test('and none where somebody says so', () => {
  expect(published(electron(ZIP), { publish: 'none' })).toEqual({ updater: 'none', targets: 0, decide: [] });
});

test.each([
  ['no zip is made on macOS', electron({ mac: { target: 'dmg' } }), 'no artifact ends in .zip, which updates on macOS are made of. Then'],
  ['they look elsewhere', electron({ ...ZIP, publish: null }), 'switches publish off, so that electron-builder writes no metadata.'],
  ['nobody knows where the metadata lies', electron({ ...ZIP, directories: { output: 'out/${version}' } }), 'lies in a directory that is not known here, beside out/*/*.dmg.'],
])('where %s, the release is declared without, and why', (_, tree, why) => {
  const { updater, targets, decide } = published(tree);

  expect({ updater, targets }).toEqual({ updater: 'none', targets: 1 });
  expect(decide).toEqual([expect.stringContaining(why)]);
});

test('an app that looks for none is published where somebody says so', () => {
  const tree = { 'Makefile': 'dist:\n', 'README.md': '' };

  expect(published(tree)).toMatchObject({ targets: 0 });
  expect(published(tree, { publish: 'github-release' })).toEqual({ updater: 'none', targets: 1, decide: [] });
});
