import assert from 'node:assert/strict';
import { assertSaid, type Scenario } from './scenarios';
import { watchWorkflow } from './scenes';
import type { RunOptions, WorldRun } from './world';

const LEGS = ['app-macos-arm64', 'cli-linux-x64', 'cli-windows-x64'];
const BUILT = { 'guard': 'success', 'cli/linux-x64': 'success', 'cli/windows-x64': 'success', 'app/macos-arm64': 'success' };

/** A pull request into main, of a branch of a repository. */
function pullRequest(of: string, more: RunOptions = {}): RunOptions {
  const pull = { number: 12, head: { ref: 'feature', repo: { full_name: of } }, base: { ref: 'main' } };
  return { eventName: 'pull_request', ref: 'refs/pull/12/merge', event: { number: 12, pull_request: pull }, ...more };
}

/** GitHub hands none on. */
const fork = (more: RunOptions = {}) => pullRequest('mallory/viewer', { secrets: {}, ...more });

/** What happens between two tags. */
export const rehearsedScenarios: Readonly<Record<string, Scenario>> = {
  'a pull request of the repository: all is built of what it would become, put together, and nothing is published': async (world, workflow) => {
    const run = await world.run(pullRequest('acme/viewer', { workflow }));
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success' }, run.log);
    assert.deepEqual(artifactsOf(run), [...LEGS, 'release'].map((leg) => `installers-${leg}-pr-12`).sort());
    assert.equal(run.artifacts['installers-app-macos-arm64-pr-12']['viewer/out/viewer.dmg'], 'the engine');
    assert.match(run.summary, /^## Rehearsal of pull request 12\n\nBranch feature of acme\/viewer into main\n/);
    assert.deepEqual(world.releases.repository('acme/viewer').releases, []);
  },

  'a pull request of a fork: what needs no secret is built, and the other legs end well in their first step': async (world, workflow) => {
    const run = await world.run(fork({ workflow }));
    assert.deepEqual([run.exitCode, run.jobs], [0, BUILT], run.log);
    assert.deepEqual(artifactsOf(run), ['installers-cli-linux-x64-pr-12']);
    assertSaid(run, 'cli/windows-x64 needs LICENSE_KEY, and GitHub hands no secrets on to pull requests of forks.');
    assert.match(run.summary, /A leg is not rehearsed\.\*\* app\/macos-arm64 needs ENGINE\\_TOKEN/);
    assert.match(run.summary, /feature of mallory\/viewer into main/);
  },

  'a pull request of the repository without a secret: the guard says so, and no build starts': async (world, workflow) => {
    const run = await world.run(pullRequest('acme/viewer', { workflow, secrets: {} }));
    assert.deepEqual([run.jobs, run.artifacts], [{ guard: 'failure' }, {}]);
    assertSaid(run, 'Secret LICENSE_KEY is not set, or is empty, in acme/viewer.');
  },

  'a push to a branch, or a schedule: all is built under the name of the branch': async (world, workflow) => {
    for (const eventName of ['push', 'schedule']) {
      const run = await world.run({ workflow, eventName, ref: 'refs/heads/main' });
      assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success' }, run.log);
      assert.deepEqual(artifactsOf(run), [...LEGS, 'release'].map((leg) => `installers-${leg}-main`).sort());
    }
  },

  'the watch: what it finds stands in one issue, which is closed again': async (world) => {
    const watch = (more: RunOptions = {}) => world.run({ workflow: watchWorkflow.replace(/RUNNERS: .*/, 'RUNNERS: ""'), eventName: 'schedule', ref: 'refs/heads/main', ...more });
    const { issues } = world.releases.repository('acme/viewer');
    assert.deepEqual([(await watch()).jobs, issues.length], [{ guard: 'success', issue: 'success' }, 0]);
    for (const secrets of [{ LICENSE_KEY: 'x' }, { LICENSE_KEY: 'x' }]) {
      assert.deepEqual((await watch({ secrets })).jobs, { guard: 'failure', issue: 'success' });
    }
    assert.match(issues[0].body ?? '', /A secret is not set: Secret ENGINE_TOKEN is not set, or is empty, in acme\/viewer/);
    await watch();
    assert.deepEqual(issues.map(({ state, comments }) => [state, comments.length]), [['closed', 1]]);
  },

  'the watch: a runner that goes away fails it': async (world) => {
    const run = await world.run({ workflow: watchWorkflow, eventName: 'schedule', ref: 'refs/heads/main' });
    assert.deepEqual(run.jobs, { guard: 'failure', issue: 'success' });
    assertSaid(run, 'GitHub takes the runner ubuntu-22.04 away on 2027-04-17');
  },
};

function artifactsOf({ artifacts }: WorldRun): string[] {
  return Object.keys(artifacts).sort();
}
