import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npxCommand, packagesInVersions, TESTED_WITH } from '../../src/adopt/packages';

const lock = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8'));

test.each(Object.entries(TESTED_WITH))('%s is pinned to the version that this checkout is tested with', (name, version) => {
  expect(lock.packages[`node_modules/${name}`].version).toBe(version);
});

test('every package that a synthesis needs is named with its version', () => {
  expect(packagesInVersions().map((one) => one.split('@')[0])).toEqual(['projen', 'constructs', 'tsx', 'projen-tag-build']);
  expect(npxCommand('synth')).toBe(`npx -y -p projen@${TESTED_WITH.projen} -p constructs@${TESTED_WITH.constructs} -p tsx@${TESTED_WITH.tsx} -p projen-tag-build@0.0.0 projen-tag-build synth`);
});
