import type { ReportLine } from './step-reader';
import { printable } from '../../text/printable';
import { SIGNS } from '../../text/signs';
import { count } from '../../text/words';
import { short } from '../steps/report-lines';

/** What is known beside a report. */
export interface Around {
  /** Lines of the original. */
  readonly before: number;
  /** Lines of the declaration. */
  readonly after?: number;
  /** Whether the original was compared with the workflow that comes out. */
  readonly isCompared?: boolean;
}

const HEADINGS: readonly (readonly [ReportLine['fate'], sign: string, heading: string])[] = [
  ['understood', SIGNS.good, 'Understood'],
  ['passed-through', SIGNS.kept, 'Passed through: kept as steps, as they were'],
  ['left-out', SIGNS.skipped, 'Left out, and why'],
  ['differs', SIGNS.warning, 'Differs in the workflow that comes out, and nothing above says why: see whether it matters'],
];

/** What became of a workflow, for a person who has to decide whether to trust it. */
export function printReport(report: readonly ReportLine[], { before, after, isCompared }: Around): string {
  const width = Math.max(0, ...report.map(({ line }) => String(line).length));
  const wide = Math.min(48, Math.max(0, ...report.map(({ what }) => what.length)));
  const sections = HEADINGS.flatMap(([fate, sign, heading]) => {
    const own = report.filter((line) => line.fate === fate);
    return own.length ? [[heading, ...own.map(({ line, what, became }) => `  ${sign} ${String(line).padStart(width)}  ${short(what, wide).padEnd(wide)}  ${short(became, Infinity)}`)].join('\n')] : [];
  });
  const amount = (fate: ReportLine['fate']) => report.filter((line) => line.fate === fate).length;
  const counted = `${amount('understood')} understood, ${amount('passed-through')} passed through, ${amount('left-out')} left out`;
  const lines = after === undefined ? '' : `; ${count(before, 'line', 'lines')} before, ${after} now`;
  const compared = !isCompared ? '' : amount('differs')
    ? ` Compared with the workflow that comes out: ${count(amount('differs'), 'thing differs', 'things differ')} besides.`
    : ' Compared with the workflow that comes out: nothing else differs.';
  return printable([...sections, `${counted}${lines}.${compared}`].join('\n\n'));
}
