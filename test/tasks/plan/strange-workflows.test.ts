import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planOf, push, workflow } from './plan-of';
import type { Plan } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';
import { expectGolden } from '../../support/golden';

const CASES = join(__dirname, '..', '..', 'plan-cases');
const files = readdirSync(CASES).filter((name) => name.endsWith('.yml'));

function planCase(file: string): Plan {
  const text = (name: string) => readFileSync(join(CASES, name), 'utf8');
  return planOf(push('v1.2.3'), { 'installers.yml': text(file), 'called.yml': text('called.yml') });
}

test.each(files)('%s', (file) => {
  expectGolden(join(CASES, file.replace('.yml', '.txt')), printPlan(planCase(file), 100));
});

test('a file larger than GitHub reads is not read', () => {
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': `${workflow(['run: make'])}${'# more\n'.repeat(100_000)}` }).builds;
  expect(build).toMatchObject({ starts: false, errors: [expect.stringContaining('more than 512000 bytes')] });
});

test('a file as large as GitHub reads is planned', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => `run: make target-${index}`);
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': workflow(steps) }).builds;
  expect(build.jobs[0].legs[0].steps).toHaveLength(10_000);
});

test('deep nesting is an error of the file', () => {
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': `on: ${'['.repeat(20_000)}` }).builds;
  expect(build.errors).not.toEqual([]);
});
