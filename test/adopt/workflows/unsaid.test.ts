import { parse } from 'yaml';
import { REPOSITORY } from './differences';
import { imported } from './imported';
import { mutated, mutations } from './mutations';
import { sampleOf, samples } from './samples';
import { readerOf } from '../../../src/adopt/compare/read-workflow';
import { unsaid } from '../../../src/adopt/compare/unsaid';
import { importWorkflow } from '../../../src/adopt/workflow/import-workflow';
import { printReport } from '../../../src/adopt/workflow/print-report';
import { engine } from '../../support/engine';

const comparing = { read: readerOf(engine), repository: REPOSITORY };

test.each(samples)('of $name is compared what a synthesis writes', (sample) => {
  const { made, drawn } = imported(sample);

  expect(parse(drawn.workflow)).toEqual(parse(made.workflow));
  expect(drawn.rehearsal && parse(drawn.rehearsal)).toEqual(made.rehearsal && parse(made.rehearsal));
});

test('what got lost on the way is in the report', () => {
  const sample = { name: 'electron-builder-matrix', text: sampleOf('electron-builder-matrix') };
  const { report } = importWorkflow(sample.text, engine, { id: sample.name, repository: REPOSITORY });
  const { made } = imported(sample);
  const lost = mutations.map((mutation) => ({ name: mutation.name, workflow: mutated(made.workflow, mutation, sample.text) }))
    .filter(({ workflow }) => workflow !== undefined);
  const isTold = (workflow: string) => unsaid(sample.text, { workflow }, report, comparing).some(({ fate }) => fate === 'differs');

  expect(lost.length).toBeGreaterThan(10);
  expect(lost.filter(({ workflow }) => !isTold(workflow!)).map(({ name }) => name)).toEqual([]);
});

test('it is said in words, with the line where it stood', () => {
  const text = `on: { push: { tags: ['v*'] } }
jobs:
  app:
    runs-on: ubuntu-24.04
    steps:
      - run: make
        env: { KEY: "\${{ secrets.KEY }}" }
      - run: |
          one
          two
          three
      - run: check
        if: steps.a.outcome == 'success'
`;
  const made = 'on: { push: { tags: ["v*"] } }\njobs: { app: { runs-on: ubuntu-24.04, steps: [{ run: make }, { run: check }] } }\n';

  expect(printReport(unsaid(text, { workflow: made }, [], comparing), { before: 13, after: 9, isCompared: true })).toBe(`\
Differs in the workflow that comes out, and nothing above says why: see whether it matters
  !  6  make   it had KEY='\${{ secrets.KEY }}' and has none
  !  8  one    it is not there, nor 2 other lines of the step
  ! 12  check  it ran if steps.a.outcome == 'success', and runs always

0 understood, 0 passed through, 0 left out; 13 lines before, 9 now. Compared with the workflow that comes out: 3 things differ besides.`);
});

test('of a job that is left out as a whole nothing else is said', () => {
  const text = 'on: { push: { tags: ["v*"] } }\njobs:\n  docs: { runs-on: ubuntu-24.04, steps: [{ run: docs }] }\n';
  const made = { workflow: 'on: { push: { tags: ["v*"] } }\njobs: {}\n' };
  const line = { fate: 'left-out', line: 3, what: 'job docs with 1 step', became: 'it builds nothing' } as const;

  expect(unsaid(text, made, [line], comparing)).toEqual([]);
  expect(unsaid(text, made, [{ ...line, what: 'artifacts of docs' }], comparing)).toMatchObject([{ what: 'job docs' }]);
});

test('what cannot be compared is said, and stops nothing', () => {
  expect(unsaid('on: { push: }\njobs: { a: { steps: 1 } }', { workflow: 'jobs: {}' }, [], comparing)).toEqual([
    { fate: 'differs', line: 1, what: 'the workflow', became: expect.stringMatching(/^it cannot be compared with what comes out: ./) },
  ]);
});
