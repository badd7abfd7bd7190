import type { ReportLine } from './step-reader';
import { printable } from '../../text/printable';
import { SIGNS } from '../../text/signs';
import { count } from '../../text/words';
import { short } from '../steps/report-lines';

/** Lines of the original and of the declaration. */
export interface Lines {
  readonly before: number;
  readonly after?: number;
}

const HEADINGS: readonly (readonly [ReportLine['fate'], sign: string, heading: string])[] = [
  ['understood', SIGNS.good, 'Understood'],
  ['passed-through', SIGNS.kept, 'Passed through: kept as steps, as they were'],
  ['left-out', SIGNS.skipped, 'Left out, and why'],
];

/** What became of a workflow, for a person who has to decide whether to trust it. */
export function printReport(report: readonly ReportLine[], lines: Lines): string {
  const width = Math.max(0, ...report.map(({ line }) => String(line).length));
  const wide = Math.min(48, Math.max(0, ...report.map(({ what }) => what.length)));
  const sections = HEADINGS.flatMap(([fate, sign, heading]) => {
    const own = report.filter((line) => line.fate === fate);
    return own.length ? [[heading, ...own.map(({ line, what, became }) => `  ${sign} ${String(line).padStart(width)}  ${short(what, wide).padEnd(wide)}  ${short(became, Infinity)}`)].join('\n')] : [];
  });
  const counted = HEADINGS.map(([fate]) => `${report.filter((line) => line.fate === fate).length} ${fate.replace('-', ' ')}`).join(', ');
  const after = lines.after === undefined ? '' : `; ${count(lines.before, 'line', 'lines')} before, ${lines.after} now`;
  return printable([...sections, `${counted}${after}.`].join('\n\n'));
}
