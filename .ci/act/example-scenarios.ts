import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { assertSaid, type Scenario } from './scenarios';
import { machine } from './tools-scene';
import { inNewDirectory } from '../../test/cases/harness';

const ARCHIVES = ['darwin-amd64', 'darwin-arm64', 'linux-amd64', 'linux-arm64', 'windows-amd64', 'windows-arm64'].map((target) => `sums-${target}.tar.gz`);
/** The archive of the app is named after where Node.js runs. */
const BUILT_HERE = `atlas-${process.platform}-${process.arch}`;
const LEGS = { 'linux-x64': 'success', 'windows-x64': 'success', 'macos-arm64': 'success' };

/** The examples, from a tag to what a person downloads. */
export const goScenarios: Readonly<Record<string, Scenario>> = {
  'all well: the release has an archive for each system, and the program says the version of the tag': async (world, workflow) => {
    const run = await world.run({ workflow, env: { ...machine(), GOCACHE: execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim() } });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success', 'assemble': 'success', 'attest': 'success', 'publish': 'success' }, run.log);
    const [{ draft, assets }] = world.releases.repository('acme/sums').releases;
    assert.deepEqual([draft, assets.map(({ name }) => name).sort()], [false, ['SHA256SUMS', 'build-manifest.json', 'provenance.sigstore.json', ...ARCHIVES].sort()]);
    const archive = assets.find(({ name }) => name === 'sums-linux-amd64.tar.gz')!.bytes!;
    assert.equal(printed(archive, ['./sums', '-version']), 'sums 1.2.3\n');
  },
};

export const fourRepositoriesScenarios: Readonly<Record<string, Scenario>> = {
  'all well: each archive is made from the four, at the tag, the branch and what a file says': async (world, workflow) => {
    const run = await world.run({ workflow, ref: 'refs/tags/v1.0.0' });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS }, run.log);
    for (const [repository, ref] of [['atlas-engine', 'refs/tags/v1.0.0, the matching tag'], ['atlas-data', 'HEAD'], ['atlas-theme', 'v2.1.0, in theme.ref']]) {
      assert.ok(run.summary.includes(`| acme/${repository} | ${ref} |`), run.summary);
    }
    const archive = run.bytesOf(`archives-linux-x64-v1.0.0/atlas/dist/${BUILT_HERE}.tar.gz`);
    assert.equal(printed(archive, ['node', `${BUILT_HERE}/src/atlas.mjs`, 'Zurich', 'Nairobi']), '\x1b[36m6068 km\x1b[0m\n');
  },

  'the token of the data is missing: the guard says so, and no build starts': async (world, workflow) => {
    const run = await world.run({ workflow, ref: 'refs/tags/v1.0.0', secrets: {} });
    assert.deepEqual(run.jobs, { guard: 'failure' });
    assertSaid(run, 'Secret ATLAS_DATA_TOKEN is not set, or is empty, in acme/atlas. What it is for: reading acme/atlas-data.');
  },
};

/** What a program of an archive prints. */
function printed(archive: Uint8Array, [program, ...args]: readonly string[]): string {
  return inNewDirectory((dir) => {
    execFileSync('tar', ['-xzf', '-'], { cwd: dir, input: archive });
    return execFileSync(program, args, { cwd: dir, encoding: 'utf8' });
  });
}
