import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { assertSaid, type Scenario } from './scenarios';
import { APP, hasCargo, tagWith } from './stamped-scene';
import type { WorldRun } from './world';

const LEGS = ['linux', 'macos'];
const BUILT = { 'guard': 'success', 'linux-x64': 'success', 'macos-arm64': 'success' };
const env = { RUSTUP_HOME: join(homedir(), '.rustup') };

/** What happens where the version comes from the tag. */
export const stampedScenarios: Readonly<Record<string, Scenario>> = {
  'a tag: every tool finds its version in its manifest, with a lock that holds, and nothing else has changed': async (world, workflow) => {
    const run = await world.run({ workflow, ref: 'refs/tags/v1.2.3-beta.4', env });
    assert.deepEqual(run.jobs, BUILT, run.log);
    const commit = world.git.resolve(APP, 'refs/tags/v1.2.3-beta.4');
    for (const leg of LEGS) {
      const [read, ...diff] = built(run, leg).split(/^(?=diff --git)/m);
      assert.deepEqual(read.trimEnd().split('\n'), [
        '1.2.3-beta.4', '1.2.3-beta.4', '1.2.3b4', '1.2.3-beta.4',
        `VERSION=1.2.3-beta.4 TAG=v1.2.3-beta.4 PRERELEASE=true COMMIT_TOOL=${commit}`,
        ...hasCargo ? ['1.2.3-beta.4 1.2.3-beta.4'] : [],
      ]);
      assert.deepEqual(diff.join('').split('\n').filter((line) => /^\+(?!\+\+)/.test(line)).map((line) => line.slice(1)), [
        '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Version>1.2.3-beta.4</Version></PropertyGroup></Project>',
        'version = "1.2.3-beta.4"', 'version = "1.2.3-beta.4"', 'version = "1.2.3-beta.4"',
        'lib = { path = "../lib", version = "1.2.3-beta.4" }',
        'version=1.2.3-beta.4',
        '{"name": "tool", "version": "1.2.3-beta.4", "lockfileVersion": 3, "packages": {"": {"name": "tool", "version": "1.2.3-beta.4"}}}',
        '{"name": "tool", "version": "1.2.3-beta.4"}\r',
        'version: 1.2.3-beta.4+7',
        'version = "1.2.3b4"',
        "VERSION_IN_TEXT='1.2.3-beta.4'",
      ]);
    }
    assert.equal(run.summary.match(/\| pyproject\.toml \| 0 \| 1\.2\.3b4 \|/g)?.length, 3, run.summary);
    assert.match(run.summary, /\| Cargo\.lock \| 0\.0\.0 \| 1\.2\.3-beta\.4 \|/);
  },

  'a branch: nothing is stamped, the steps are told of no version, and the summary says so': async (world, workflow) => {
    const run = await world.run({ workflow, eventName: 'workflow_dispatch', ref: 'refs/heads/main', env });
    assert.deepEqual(run.jobs, BUILT, run.log);
    for (const leg of LEGS) {
      assert.match(built(run, leg), /^0\.0\.0\n0\.0\.0\n0\ndev\nVERSION= TAG= PRERELEASE=false COMMIT_TOOL=[0-9a-f]{40}\n/);
      assert.doesNotMatch(built(run, leg), /diff --git/);
    }
    assert.equal(run.summary.match(/Nothing is stamped: only a tag has a version\./g)?.length, 3, run.summary);
  },

  'a tag that one of the files cannot hold: the guard says so, and no build starts': async (world, workflow) => {
    tagWith(world, 'refs/tags/v1.2.3-nightly.4', {});
    const run = await world.run({ workflow, ref: 'refs/tags/v1.2.3-nightly.4', env });
    assert.deepEqual([run.jobs, run.artifacts], [{ guard: 'failure' }, {}]);
    assertSaid(run, 'pyproject.toml cannot hold version 1.2.3-nightly.4; it takes numbers, and behind them alpha, beta, rc, dev or post with one number');
  },

  'a file without a place for the version: the guard says so, and no build starts': async (world, workflow) => {
    tagWith(world, 'refs/tags/v1.2.4', { 'package.json': '{"name": "tool"}' });
    const run = await world.run({ workflow, ref: 'refs/tags/v1.2.4', env });
    assert.deepEqual([run.jobs, run.artifacts], [{ guard: 'failure' }, {}]);
    assertSaid(run, 'package.json lacks what the version is written into: a "version" at the top.');
  },
};

function built({ artifacts }: WorldRun, leg: string): string {
  return Object.values(artifacts).flatMap((files) => Object.entries(files)).find(([path]) => path.endsWith(`/${leg}.txt`))?.[1] ?? '';
}
