import assert from 'node:assert/strict';
import { APP_TOKEN } from './app-scene';
import { assertSaid, type Scenario } from './scenarios';
import { fakeApp } from '../../test/support/fake-app';

/** What is read by a GitHub App. */
export const appScenarios: Readonly<Record<string, Scenario>> = {
  'a token is made: what it opens is built, and nobody signs in as the App': async (world, workflow) => {
    fakeApp(world.github, { installedOn: ['acme/engine'] });
    const run = await world.run({ workflow, env: { APP_TOKEN } });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success' }, run.log);
    assert.deepEqual(run.artifacts, { 'viewer-linux-x64-v1.2.3': { 'viewer/out/engine.txt': 'the engine\n' } });
    assert.deepEqual(world.github.requests.map(({ path, token }) => [path, token]), [['/repos/acme/engine/commits/HEAD', APP_TOKEN]]);
  },

  'no token is made: the guard signs in as the App and says why, and no build starts': async (world, workflow) => {
    fakeApp(world.github, { installedOn: ['acme/engine'], suspended: true });
    const run = await world.run({ workflow, env: { APP_TOKEN: '' } });
    assert.deepEqual([run.jobs, run.artifacts], [{ guard: 'failure' }, {}], run.log);
    assertSaid(run, 'GitHub App reader is suspended for acme. Unsuspend it:');
    assert.deepEqual(world.github.requests.map(({ path }) => path), ['/app', '/repos/acme/engine/installation']);
  },

  'its secrets are missing: that is said, and nothing of the App': async (world, workflow) => {
    const run = await world.run({ workflow, secrets: {}, env: { APP_TOKEN: '' } });
    assert.deepEqual(run.jobs, { guard: 'failure' }, run.log);
    assertSaid(run, 'Secret READER_KEY is not set, or is empty, in acme/viewer.');
    assert.deepEqual([...run.summary.matchAll(/^- \*\*error: (.*?)\.\*\*/gm)].map(([, title]) => title), ['A secret is not set', 'A secret is not set']);
    assert.deepEqual(world.github.requests, []);
  },
};
