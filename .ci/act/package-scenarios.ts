import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { PACKAGE, packages } from './packages-scene';
import { assertSaid, type Scenario } from './scenarios';
import type { World } from './world';

/** Nothing stays on the machine. */
async function removedAfterwards(world: World, happen: (world: World) => Promise<void>): Promise<void> {
  const isThere = () => spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', PACKAGE], { encoding: 'utf8' }).stdout === 'installed';
  const wasThere = isThere();
  try {
    await happen(world);
  } finally {
    if (!wasThere && isThere()) {
      execFileSync('sh', ['-c', `$([ "$(id -u)" -eq 0 ] || echo sudo -n) apt-get -qq remove -y ${PACKAGE} >/dev/null`]);
    }
  }
}

export const packageScenarios: Readonly<Record<string, Scenario>> = {
  'all well: packages are installed where they are at home, and what is for another system is left out': (outer, text) => removedAfterwards(outer, async (world) => {
    const run = await world.run({ workflow: text });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success', 'macos-arm64': 'success' });
    assert.match(run.artifacts['greeting-linux-x64-v1.2.3']['out/greeting.txt'], /hello, world/i);
    assertSaid(run, 'brew is for macOS and this runner is Linux, so these are not installed: create-dmg.');
  }),

  'a package does not exist: the leg says so, and which there are': async (world, text = packages.workflow) => {
    const run = await world.run({ workflow: text.replaceAll(PACKAGE, 'hello-traditionel') });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'failure', 'macos-arm64': 'success' });
    assertSaid(run, 'No package hello-traditionel can be installed on ');
    assertSaid(run, PACKAGE);
  },

  "a rehearsal on somebody's own machine: nothing is installed, and the step says what is missing": async (world, workflow) => {
    const run = await world.run({ workflow, env: { INSTALL_NOTHING: 'true' } });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'failure', 'macos-arm64': 'success' });
    assertSaid(run, `On your own machine nothing is installed. The build may need what is missing of apt-get: ${PACKAGE}.`);
  },
};
