import { test } from 'node:test';
import { scenarios } from './scenarios';
import { inNewWorld } from './world';

for (const [name, happen] of Object.entries(scenarios)) {
  void test(name, () => inNewWorld(happen));
}
