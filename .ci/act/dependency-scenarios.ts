import assert from 'node:assert/strict';
import { LIB_TOKEN } from './dependency-scene';
import { assertSaid, type Scenario } from './scenarios';
import { NPM_TOKEN } from '../../test/support/private-registries';

const SECRETS = { LIB_READ_TOKEN: LIB_TOKEN, ACME_NPM_TOKEN: NPM_TOKEN };

/** What happens where something private is fetched. */
export const dependencyScenarios: Readonly<Record<string, Scenario>> = {
  'all well: what installs and the submodules read it, the build does not, and nothing is left': async (world, workflow) => {
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success' }, run.log);
    assert.deepEqual(run.artifacts['desktop-linux-x64-v1.2.3']['out/app.txt'].split('\n'), [
      '84', 'from the submodule', 'the build cannot read it', 'nor the registry', 'and has no variable of theirs', 'nothing is left in the workspace', '',
    ]);
    assert.match(run.summary, /\| acme\/lib \| {2}\| {2}\| a dependency \|\n\| npm\.acme\.dev \| {2}\| {2}\| a dependency \|/);
  },

  'a token without access: the guard says so, and no build starts': async (world, workflow) => {
    const run = await world.run({ workflow, secrets: { LIB_READ_TOKEN: 'github_pat_of_nobody', ACME_NPM_TOKEN: 'of-nobody' } });
    assert.deepEqual([run.jobs, run.artifacts], [{ guard: 'failure' }, {}]);
    assertSaid(run, 'GitHub accepts secret LIB_READ_TOKEN but does not show it acme/lib: its resource owner must be acme,');
    assertSaid(run, 'A registry rejected a token');
  },

  'a secret is missing: the guard says what it is for': async (world, workflow) => {
    const run = await world.run({ workflow, secrets: { ...SECRETS, ACME_NPM_TOKEN: '' } });
    assert.deepEqual(run.jobs, { guard: 'failure' });
    assertSaid(run, 'Secret ACME_NPM_TOKEN is not set, or is empty, in acme/desktop. What it is for: reading the npm registry npm.acme.dev.');
  },
};
