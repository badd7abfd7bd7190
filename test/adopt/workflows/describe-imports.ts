import { join } from 'node:path';
import { imported } from './imported';
import { open } from './open';
import type { Sample } from './samples';
import { validateWorkflow } from '../../support/github-validator';
import { expectGolden } from '../../support/golden';

/** A variable that a script sets for the steps behind it, or an output of a workflow that is called, which an editor warns of. */
const WARNING = /: Context access might be invalid: (?:SIGNED|VERSION|url)$/;

const GOLDENS = join(__dirname, 'goldens');

/** What each becomes is sound, and as expected. */
export function describeImports(samples: readonly Sample[]): void {
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
}
