import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { casesIn, legOf } from './shown';
import { readStep } from '../../../src/adopt/steps/read-step';
import { stepReaders } from '../../../src/adopt/steps/step-readers';
import type { LegSource } from '../../../src/adopt/workflow/step-reader';
import type { StepSource } from '../../../src/adopt/workflow/workflow-source';

const DIR = join(__dirname, 'cases');
const LEGS = readdirSync(DIR).filter((name) => name.endsWith('.yml')).flatMap((name) => casesIn(readFileSync(join(DIR, name), 'utf8'))).map(legOf);
const STEPS = LEGS.flatMap(({ steps }) => steps);
const distinct = (values: readonly (string | undefined)[]) => [...new Set(values)].filter((value) => value !== undefined);

/** Texts as they are written, whole, in part and with something else in them. */
function texts(known: readonly string[]): fc.Arbitrary<string> {
  const odd = fc.constantFrom('', '\n', '${{', '}}', '${{ secrets.A }}', '${{ github.ref_name }}', '"', "'", '`', '\\', '$(', ')', '__proto__', 'constructor', '\u0000', '💥', '../', '(', '[', '|', ';', '&&', '{', '}', '#');
  const cut = fc.tuple(fc.constantFrom(...known), fc.nat(200), odd).map(([text, at, between]) => text.slice(0, at) + between + text.slice(at));
  return fc.oneof(fc.constantFrom(...known), cut, fc.tuple(odd, odd, odd).map((parts) => parts.join('')), fc.string());
}

const inputs = fc.dictionary(
  texts(distinct(STEPS.flatMap((step) => [...Object.keys(step.with), ...Object.keys(step.env)]))),
  texts(distinct(STEPS.flatMap((step) => [...Object.values(step.with), ...Object.values(step.env)]))),
  { maxKeys: 5, noNullPrototype: true },
);

const anyStep = fc.record({
  id: fc.option(fc.constantFrom('get', 'v', 'app', 'steps'), { nil: undefined }),
  uses: fc.option(texts(distinct(STEPS.map(({ uses }) => uses))), { nil: undefined }),
  run: fc.option(texts(distinct(STEPS.map(({ run }) => run))), { nil: undefined }),
  if: fc.option(texts(distinct(STEPS.map((step) => step.if))), { nil: undefined }),
  shell: fc.option(fc.constantFrom('bash', 'pwsh', 'cmd', 'python', '', 'bash -e {0}'), { nil: undefined }),
  workingDirectory: fc.option(fc.constantFrom('app', '../x', '${{ inputs.d }}', ''), { nil: undefined }),
  with: inputs,
  env: inputs,
}).map((step): Omit<StepSource, 'line'> => ({ ...step, comments: [] }));

const anyLeg = fc.record({
  system: fc.constantFrom<LegSource['system']>('linux', 'macos', 'windows', 'unknown'),
  steps: fc.array(fc.oneof(anyStep, fc.constantFrom(...STEPS)), { minLength: 1, maxLength: 6 }),
  env: inputs,
}).map(({ steps, ...leg }): LegSource => ({ ...leg, jobId: 'build', runsOn: ['any'], matrix: {}, steps: steps.map((step, index) => ({ ...step, line: index + 1 })) }));

test('whatever stands in a step, it is read or left, and never thrown', () => {
  fc.assert(fc.property(anyLeg, (leg) => {
    for (const step of leg.steps) {
      const { meanings, rest } = readStep(step, leg);

      expect(meanings.length > 0 || rest === step).toBe(true);
      expect(meanings.every(({ report }) => report.length > 0)).toBe(true);
      expect(meanings.flatMap(({ report }) => report).every(({ line, what, became }) => line === step.line && !/\n/.test(what) && became !== '')).toBe(true);
    }
  }), { numRuns: 150 });
});

test('what is left is not read a second time', () => {
  fc.assert(fc.property(anyLeg, (leg) => {
    for (const step of leg.steps) {
      const { rest } = readStep(step, leg);
      const again = rest && readStep(rest, { ...leg, steps: leg.steps.map((other) => other === step ? rest : other) });

      expect(again?.meanings.filter((meaning) => meaning.setup ?? meaning.publish ?? meaning.signing) ?? []).toEqual([]);
    }
  }), { numRuns: 100 });
});

test('every kind of step reads some example', () => {
  const idle = stepReaders.filter((reader) => !LEGS.some((leg) => leg.steps.some((step) => reader.read(step, leg) !== undefined)));

  expect(idle).toEqual([]);
});
