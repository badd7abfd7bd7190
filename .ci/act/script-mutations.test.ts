import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseScenarios } from './release-scenarios';
import { releaseScript, releasing } from './scenes';
import { scriptMutations } from './script-mutations';
import { inNewWorld } from './world';

for (const { name, scenario, changes } of scriptMutations) {
  void test(`${name}: ${scenario}`, async () => {
    const script = changes.reduce((text, [good, bad]) => {
      assert.equal(text.split(good).length, 2, `the script holds this once: ${good}`);
      return text.replace(good, () => bad);
    }, releaseScript);
    const [, happen] = Object.entries(releaseScenarios).find(([key]) => key.startsWith(`${scenario}: `))!;
    await assert.rejects(inNewWorld(happen, releasing(script)), assert.AssertionError);
  });
}
