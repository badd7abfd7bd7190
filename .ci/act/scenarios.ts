import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ENGINE_TOKEN } from './scenes';
import type { RunOptions, World, WorldRun } from './world';
import { LEGS } from '../../test/support/studio';

/** Something that happens in the world, and what must come of it, whatever text the workflow has. */
export type Scenario = (world: World, workflow?: string) => Promise<void>;

const ENGINE = { ENGINE_READ_TOKEN: ENGINE_TOKEN };
const ALL_WELL = { 'guard': 'success', 'linux-x64': 'success', 'linux-arm64': 'success', 'macos-arm64': 'success', 'publish': 'success' };

export const scenarios: Readonly<Record<string, Scenario>> = {
  'all well: every leg builds the same commits, and what it uploads is what the summary says': async (world, workflow) => {
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, ALL_WELL);
    assertArtifacts(run, LEGS, 'v1.2.3');
    for (const leg of LEGS) {
      assert.deepEqual(built(run, leg).slice(0, 5), [
        `. ${world.git.resolve('acme/studio', 'refs/tags/v1.2.3')} anonymous`,
        `../engine ${world.git.resolve('acme/engine', 'refs/heads/release/2.x')} anonymous`,
        `vendor/plugins ${world.git.resolve('acme/studio-plugins', 'refs/tags/v3.1.0')} anonymous`,
        'engine from the branch',
        'node 22',
      ]);
      assert.ok(run.summary.includes(`| studio/dist/studio-${leg}.txt | ${text(run, leg).length} | ${sha256(text(run, leg))} |`), run.summary);
    }
    assert.equal(run.published, 'v1.2.3\n');
  },

  'a required secret is missing: the guard says so, and no build starts': async (world, workflow) => {
    await assertGuardFails(world, { workflow, secrets: {} }, 'Secret ENGINE_READ_TOKEN is not set, or is empty, in acme/studio. What it is for: reading acme/engine.');
  },

  'a token without access: the guard says so, and no build starts': async (world, workflow) => {
    await assertGuardFails(
      world,
      { workflow, secrets: { ENGINE_READ_TOKEN: 'github_pat_of_nobody' } },
      'GitHub accepts secret ENGINE_READ_TOKEN but does not show it acme/engine: its resource owner must be acme,',
    );
  },

  'a sibling moves behind the guard: every leg builds the commit that the guard resolved': async (world, workflow) => {
    const resolved = world.git.resolve('acme/engine', 'refs/heads/release/2.x');
    world.tell('acme/engine', 'release/2.x', ENGINE_TOKEN, () => {
      world.git.commit('acme/engine', 'refs/heads/release/2.x', { 'make.sh': 'echo too new >built' });
    });
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, ALL_WELL);
    assert.notEqual(world.git.resolve('acme/engine', 'refs/heads/release/2.x'), resolved);
    for (const leg of LEGS) {
      assert.deepEqual([built(run, leg)[1], built(run, leg)[3]], [`../engine ${resolved} anonymous`, 'engine from the branch']);
    }
  },

  'the build fails on one leg: the others finish, and nothing is published': async (world, workflow) => {
    world.git.commit('acme/studio', 'refs/tags/v1.2.4', { 'broken-on-linux-arm64': '' }, 'refs/tags/v1.2.3');
    const run = await world.run({ workflow, ref: 'refs/tags/v1.2.4' });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success', 'linux-arm64': 'failure', 'macos-arm64': 'success' });
    assertArtifacts(run, ['linux-x64', 'macos-arm64'], 'v1.2.4');
    assertSaid(run, 'the build is broken');
    assert.doesNotMatch(run.log, /No file matches/);
    assert.equal(run.published, '');
  },

  'one artifact pattern of two matches nothing: its leg fails and says what is there, and nothing is published': async (world, workflow) => {
    world.git.commit('acme/studio', 'refs/tags/v1.2.5', { 'no-log-on-linux-x64': '' }, 'refs/tags/v1.2.3');
    const run = await world.run({ workflow, ref: 'refs/tags/v1.2.5' });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'failure', 'linux-arm64': 'success', 'macos-arm64': 'success' });
    assertArtifacts(run, ['linux-arm64', 'macos-arm64'], 'v1.2.5');
    assertSaid(run, "No file matches 'studio/dist/*.log' on linux-x64; studio/dist holds: draft.txt studio-linux-x64.txt. Correct the pattern or the build.");
    assert.equal(run.published, '');
  },

  'an optional group is absent: its variables are not set, what the declaration wants instead is, and a step of its own is skipped': async (world, workflow) => {
    const run = await world.run({ workflow });
    assert.deepEqual(LEGS.map((leg) => built(run, leg)[5]), [
      'CSC_LINK unset, CSC_KEY_PASSWORD unset, NO_TIMESTAMP unset',
      'CSC_LINK unset, CSC_KEY_PASSWORD unset, NO_TIMESTAMP unset',
      'CSC_LINK unset, CSC_KEY_PASSWORD unset, NO_TIMESTAMP 1',
    ]);
    assert.deepEqual(LEGS.map((leg) => built(run, leg).includes('signed')), [false, false, false]);
    assert.ok(run.summary.includes('Apple signing is not set. Skipped: Say that it is signed.'), run.summary);
  },

  'an optional group is whole: it reaches the one leg that declares it, and a step of its own runs': async (world, workflow) => {
    const run = await world.run({ workflow, secrets: { ...ENGINE, CSC_LINK: 'certificate', CSC_KEY_PASSWORD: 'pass word' } });
    assert.deepEqual(LEGS.map((leg) => built(run, leg)[5]), [
      'CSC_LINK unset, CSC_KEY_PASSWORD unset, NO_TIMESTAMP unset',
      'CSC_LINK unset, CSC_KEY_PASSWORD unset, NO_TIMESTAMP unset',
      'CSC_LINK certificate, CSC_KEY_PASSWORD pass word, NO_TIMESTAMP unset',
    ]);
    assert.deepEqual(LEGS.map((leg) => built(run, leg).includes('signed')), [false, false, true]);
    assert.ok(!run.summary.includes('Skipped:'), run.summary);
  },

  'an optional group is half there: the guard says so, and no build starts': async (world, workflow) => {
    await assertGuardFails(
      world,
      { workflow, secrets: { ...ENGINE, CSC_LINK: 'certificate' } },
      'Apple signing is incomplete: set CSC_LINK; missing CSC_KEY_PASSWORD. Set all of them or none',
    );
  },

  'a dispatch on a branch: everything is built, and nothing is published': async (world, workflow) => {
    world.git.commit('acme/studio', 'refs/heads/feature/new', {}, 'refs/heads/main');
    const run = await world.run({ workflow, eventName: 'workflow_dispatch', ref: 'refs/heads/feature/new' });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success', 'linux-arm64': 'success', 'macos-arm64': 'success' });
    assertArtifacts(run, LEGS, 'feature-new');
    assert.deepEqual(LEGS.map((leg) => built(run, leg)[0]), LEGS.map(() => `. ${world.git.resolve('acme/studio', 'refs/heads/feature/new')} anonymous`));
    assertSaid(run, 'Nothing is published: feature/new is no tag.');
    assert.equal(run.published, '');
  },

  'a dispatch of just the guard, on a tag: nothing is built, and nothing is published': async (world, workflow) => {
    const run = await world.run({ workflow, eventName: 'workflow_dispatch', inputs: { guard_only: 'true' } });
    assert.deepEqual([run.exitCode, run.jobs, run.artifacts, run.published], [0, { guard: 'success' }, {}, '']);
  },

  'a tag is pushed to a fork: nothing runs': async (world, workflow) => {
    const run = await world.run({ workflow, fork: true });
    assert.deepEqual([run.exitCode, run.jobs, run.artifacts, run.published], [0, {}, {}, '']);
  },
};

async function assertGuardFails(world: World, options: RunOptions, message: string): Promise<void> {
  const run = await world.run(options);
  assert.deepEqual([run.jobs, run.artifacts, run.published], [{ guard: 'failure' }, {}, '']);
  assertSaid(run, message);
}

/** In the log or in the summary: act lets go of what a step has printed as it fails, where it has not read it yet. */
export function assertSaid({ log, summary }: WorldRun, message: string): void {
  assert.ok(log.includes(message) || unescaped(summary).includes(message), `nothing said: ${message}\n${log}`);
}

function unescaped(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** One artifact a leg, named by leg and tag, with the files that it is meant to hold. */
function assertArtifacts({ artifacts }: WorldRun, legs: readonly string[], name: string): void {
  const files = Object.fromEntries(Object.entries(artifacts).map(([artifact, held]) => [artifact, Object.keys(held)]));
  assert.deepEqual(files, Object.fromEntries(legs.map((leg) => [`studio-${leg}-${name}`, ['log', 'txt'].map((ending) => `studio/dist/studio-${leg}.${ending}`)])));
}

/** The lines of the file that a leg has built. */
function built(run: WorldRun, leg: string): string[] {
  return text(run, leg).split('\n');
}

function text({ artifacts }: WorldRun, leg: string): string {
  const file = `studio/dist/studio-${leg}.txt`;
  const found = Object.values(artifacts).find((files) => file in files);
  assert.ok(found, `no artifact holds ${file}`);
  return found[file];
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
