import { join } from 'node:path';
import { imported } from './imported';
import { largeWorkflow } from './large';
import { open } from './open';
import { samples } from './samples';
import { validateWorkflow } from '../../support/github-validator';
import { expectGolden } from '../../support/golden';

/** A variable that a script sets for the steps behind it, or an output of a workflow that is called, which an editor warns of. */
const WARNING = /: Context access might be invalid: (?:SIGNED|VERSION|url)$/;

const GOLDENS = join(__dirname, 'goldens');

describe.each(samples)('$name', (sample) => {
  const { silent, projenrc, report, made } = imported(sample);

  test("what is imported does what the original does, or the report says what it does not, and GitHub's validator has nothing against it", async () => {
    const findings = (await validateWorkflow(made.workflow)).filter((finding) => !WARNING.test(finding));
    expect([...silent.map(({ kind, what }) => `${kind}: ${what}`), ...findings.map((finding) => finding.replace(/^line \d+: /, 'GitHub: '))])
      .toEqual(open[sample.name] ?? []);
  });

  test('declaration and report are as expected', () => {
    expectGolden(join(GOLDENS, `${sample.name}.projenrc.ts.txt`), projenrc);
    expectGolden(join(GOLDENS, `${sample.name}.report.txt`), report);
  });
});

test.each([
  { name: 'lines', text: largeWorkflow(3, 30), lines: 500 },
  { name: 'jobs', text: largeWorkflow(40, 2), lines: 500 },
])('a workflow of many $name is imported whole', ({ lines, ...sample }) => {
  expect(sample.text.split('\n').length).toBeGreaterThan(lines);
  expect(imported(sample).silent).toEqual([]);
});
