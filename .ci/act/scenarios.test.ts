import { test } from 'node:test';
import { appScenarios } from './app-scenarios';
import { attestScenarios } from './attest-scenarios';
import { dependencyScenarios } from './dependency-scenarios';
import { fourRepositoriesScenarios, goScenarios } from './example-scenarios';
import { handedOnScenarios } from './handed-on-scenarios';
import { packageScenarios } from './package-scenarios';
import { refScenarios } from './ref-scenarios';
import { rehearsedScenarios } from './rehearsed-scenarios';
import { releaseScenarios } from './release-scenarios';
import { scenarios } from './scenarios';
import { scenes } from './scenes';
import { stampedScenarios } from './stamped-scenarios';
import { toolScenarios } from './tools-scenarios';
import { updateScenarios } from './update-scenarios';
import { cannotPlay, inNewWorld, type Scene } from './world';

for (const [scene, all] of Object.entries({
  'studio': scenarios,
  'app': appScenarios,
  ...handedOnScenarios,
  'attested': attestScenarios,
  'packages': packageScenarios,
  'release': releaseScenarios,
  'electron-updates': updateScenarios,
  'tools': toolScenarios,
  'matching-tags': refScenarios,
  'stamped': stampedScenarios,
  'rehearsed': rehearsedScenarios,
  'private-dependencies': dependencyScenarios,
  'go-cli': goScenarios,
  'four-repositories': fourRepositoriesScenarios,
})) {
  const played: Scene = scenes[scene as keyof typeof scenes];
  const skip = cannotPlay(played);
  for (const [name, happen] of Object.entries(all)) {
    void test(`${scene}, ${name}`, { skip }, () => inNewWorld(happen, played));
  }
}
