import assert from 'node:assert/strict';
import { assertSaid, type Scenario } from './scenarios';
import type { WorldRun } from './world';

const PACKAGES = ['linux-x64', 'windows-x64', 'macos-arm64'];
const PACKAGED = { 'package/linux-x64': 'success', 'package/windows-x64': 'success', 'package/macos-arm64': 'success' };

/** What happens where build jobs hand files on, by the scene that it happens in. */
export const handedOnScenarios: Readonly<Record<'web-handed-on' | 'universal-mac', Readonly<Record<string, Scenario>>>> = {
  'web-handed-on': {
    'all well: each leg has the same web part, with its permissions and links, and only the packages are results': async (world, workflow) => {
      const run = await world.run({ workflow });
      assert.deepEqual(run.jobs, { 'guard': 'success', 'web/linux-x64': 'success', ...PACKAGED });
      assert.deepEqual(filesOf(run), {
        'desktop-web-linux-x64-v1.2.3-handed-on': ['.handed-on/files.tar', '.handed-on/list'],
        ...Object.fromEntries(PACKAGES.map((leg) => [`desktop-package-${leg}-v1.2.3`, [`desktop/out/${leg.split('-')[0].replace('macos', 'mac')}.txt`]])),
      });
      const page = `page of ${world.git.resolve('acme/web', 'refs/heads/main')}`;
      for (const text of results(run)) {
        assert.equal(text, [page, 'it runs', 'index.html', './bin/tool', './index.html', './latest.html', ''].join('\n'));
      }
      assert.match(run.summary, /\| web\/linux-x64 \| desktop\/web\/dist \| 2 \| [0-9a-f]{64} \|/);
    },

    'the web part fails: nothing is packaged': async (world, workflow) => {
      world.git.commit('acme/web', 'refs/heads/main', { broken: '' });
      const run = await world.run({ workflow });
      assert.deepEqual([run.jobs, filesOf(run)], [{ 'guard': 'success', 'web/linux-x64': 'failure' }, {}]);
      assertSaid(run, 'the web part is broken');
    },

    'the artifact is gone: the legs say why that may be': async (world, workflow) => {
      const run = await world.run({ workflow, env: { ARTIFACTS_LOST: 'handed-on' } });
      assert.deepEqual(Object.keys(filesOf(run)), ['desktop-web-linux-x64-v1.2.3-handed-on']);
      assertSaid(run, 'Nothing arrived of what web built on linux-x64. It is kept for a day; later, or where the download failed, re-run all jobs.');
    },

    'the files are changed on their way: the legs say so, and nothing is packaged': async (world, workflow) => {
      const run = await world.run({ workflow, env: { ARTIFACTS_CHANGED: 'files.tar' } });
      assert.deepEqual(Object.keys(filesOf(run)), ['desktop-web-linux-x64-v1.2.3-handed-on']);
      assertSaid(run, 'What web handed on from linux-x64 is not what its list says: something is missing, was changed or was added. Re-run all jobs.');
    },
  },

  'universal-mac': {
    'all well: both apps arrive whole, each in a directory of its own, and the joined one is a result as they are': async (world, workflow) => {
      const run = await world.run({ workflow });
      assert.deepEqual(run.jobs, { 'guard': 'success', 'macos-arm64': 'success', 'macos-x64': 'success', 'universal/macos-arm64': 'success' });
      assert.deepEqual(Object.keys(filesOf(run)).sort(), [
        ...['macos-arm64', 'macos-x64'].flatMap((leg) => [`viewer-${leg}-v1.2.3`, `viewer-${leg}-v1.2.3-handed-on`]), 'viewer-universal-macos-arm64-v1.2.3',
      ].sort());
      assert.equal(
        run.artifacts['viewer-universal-macos-arm64-v1.2.3']['out/universal.txt'],
        ['arm64', 'x86_64'].flatMap((arch) => [arch, 'Versions/Current/F', 'A', `framework ${arch}`, '']).join('\n').replaceAll('\n\n', '\n'),
      );
    },
  },
};

function filesOf({ artifacts }: WorldRun): Record<string, string[]> {
  return Object.fromEntries(Object.entries(artifacts).map(([name, files]) => [name, Object.keys(files)]));
}

/** The text of each file that is a result. */
function results({ artifacts }: WorldRun): string[] {
  return Object.entries(artifacts).filter(([name]) => !name.endsWith('-handed-on')).flatMap(([, files]) => Object.values(files));
}
