import assert from 'node:assert/strict';
import type { Scenario } from './scenarios';
import { machine, VERSIONS } from './tools-scene';

const BUILT = ['bun-program.js', 'c-program', 'go-program', 'java-program-1.2.3.jar', 'program-1.2.3-py3-none-any.whl', 'rust-program', 'said.txt'];

/** What happens where tools are real. */
export const toolScenarios: Readonly<Record<string, Scenario>> = {
  'all well: each tool is there in its version and builds a program': async (world, workflow) => {
    const run = await world.run({ workflow, env: machine() });
    assert.deepEqual(run.jobs, { 'guard': 'success', 'linux-x64': 'success', 'linux-arm64': 'success' }, run.log);
    const built = run.artifacts['programs-linux-x64-v1.2.3'];
    assert.deepEqual(Object.keys(built).sort(), BUILT.map((name) => `out/${name}`));
    assert.deepEqual(built['out/said.txt'].split('\n').filter((line) => !/^CMake suite|^$/.test(line)).map((line) => line.replace(/ \(.*\)$/, '')), [
      'Go', 'Rust', 'C', 'Java', `Bun ${VERSIONS.bun}`, `uv ${VERSIONS.uv}`, `cmake version ${VERSIONS.cmake}`,
    ]);
    assert.deepEqual(run.artifacts['programs-linux-arm64-v1.2.3'], { 'out/npm.txt': `${VERSIONS.npm}\n` });
  },
};
