import { compare, type Comparing, type Synthesized } from './compare';
import { type Difference, unexcused } from './difference';
import { count } from '../../text/words';
import { short } from '../steps/report-lines';
import { Report } from '../workflow/report';
import type { ReportLine } from '../workflow/step-reader';

/** Values can be whole scripts. */
const LONGEST = 160;

/**
 * The differences that a report says nothing of, as lines of it. What reads both workflows shares
 * nothing with what has written the declaration, so that neither repeats the other's mistakes.
 *
 * It throws nothing: an original that cannot be compared is a difference as a whole.
 */
export function unsaid(original: string, made: Synthesized, report: readonly ReportLine[], comparing: Comparing): ReportLine[] {
  const found = new Report();
  try {
    steps(unexcused(compare(original, made, { ...comparing, leftOut: leftOutJobs(report) }), report))
      .forEach(({ from, subject, what }) => found.differs(from, short(asWritten(subject)), short(asWritten(what), LONGEST)));
  } catch (error) {
    found.differs(1, 'the workflow', `it cannot be compared with what comes out: ${(error as Error).message}`);
  }
  return found.lines();
}

/** Jobs that the report leaves out as a whole. */
function leftOutJobs(report: readonly ReportLine[]): string[] {
  return report.flatMap(({ fate, what }) => fate === 'left-out' ? /^job ([\w-]+)(?: with |$)/.exec(what)?.[1] ?? [] : []);
}

/** Of a script that is gone the first line stands for all. */
function steps(differences: readonly Difference[]): Difference[] {
  const lost = differences.filter(({ kind }) => kind === 'command');
  return differences.flatMap((one) => {
    const [first, ...others] = one.kind === 'command' ? lost.filter(({ from }) => from === one.from) : [one];
    return one !== first ? [] : [others.length ? { ...one, what: `it is not there, nor ${count(others.length, 'other line', 'other lines')} of the step` } : one];
  });
}

/** What only a run knows, as the expression that it is in a workflow. */
function asWritten(what: string): string {
  return what.replace(/⟦(.*?)⟧/gs, '${{ $1 }}');
}
