import { test } from 'node:test';
import { attestScenarios } from './attest-scenarios';
import { handedOnScenarios } from './handed-on-scenarios';
import { rehearsedScenarios } from './rehearsed-scenarios';
import { releaseScenarios } from './release-scenarios';
import { scenarios } from './scenarios';
import { scenes } from './scenes';
import { updateScenarios } from './update-scenarios';
import { inNewWorld } from './world';

for (const [scene, all] of Object.entries({ 'studio': scenarios, ...handedOnScenarios, 'attested': attestScenarios, 'release': releaseScenarios, 'electron-updates': updateScenarios, 'rehearsed': rehearsedScenarios })) {
  for (const [name, happen] of Object.entries(all)) {
    void test(`${scene}, ${name}`, () => inNewWorld(happen, scenes[scene as keyof typeof scenes]));
  }
}
