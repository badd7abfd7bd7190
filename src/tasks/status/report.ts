import type { BuildStatus, Status } from './found';
import type { Line } from './line';
import { columnsOf, padded } from '../../text/columns';
import { type Sign, SIGNS } from '../../text/signs';
import { folded } from '../../text/wrap';
import { type Preface, prefaceText } from '../doctor/report';
import { EXIT } from '../exit-codes';

/** As wide as the longest name of a part. */
const NAME = 9;
/** Where what is told of it begins, behind the sign. */
const TEXT = 4 + NAME + 2;
/** An address that is broken leads nowhere: it may begin before the text. */
const LEAST = 4;

const MEANINGS = { found: 'failed or behind', unknown: 'not known', warning: 'worth a look' } as const;

/** The screen, in lines of at most so many columns. */
export function statusText(status: Status, width: number): string {
  const sections = [
    ...status.builds.map(({ id, title, workflow, lines }) => ({ heading: `${title} (${id}), ${workflow}`, lines })),
    { heading: 'This clone', lines: status.clone },
  ];
  const told = sections.map(({ heading, lines }) => `\n${folded(heading, width)}\n${lines.map((line) => lineText(line, width)).join('')}`);
  return `${folded(prefaceText(status), width)}${told.join('')}\n${folded(summaryText(status), width)}\n`;
}

/** The address on the same line, or else on one of its own. */
function lineText({ part, sign, subject, text, url }: Line, width: number): string {
  const told = folded(`  ${SIGNS[sign]} ${padded(part, NAME)}  ${subject && `${subject}: `}${text}`, width);
  const last = told.slice(told.lastIndexOf('\n') + 1);
  if (!url) return `${told}\n`;
  return columnsOf(`${last}, ${url}`) <= width ? `${told}, ${url}\n` : `${told}\n${' '.repeat(Math.max(LEAST, Math.min(TEXT, width - columnsOf(url))))}${url}\n`;
}

function summaryText(status: Status): string {
  const tally = tallyOf(status);
  const words = (Object.keys(MEANINGS) as (keyof typeof MEANINGS)[]).filter((key) => tally[key]).map((key) => `${tally[key]} ${MEANINGS[key]}`);
  return words.length ? `${words.join(', ')}${tally.unknown ? ': npx projen tag-build:doctor' : ''}` : 'All is well.';
}

function tallyOf({ builds, clone }: Status): StatusTally {
  const signs = [...builds.flatMap(({ lines }) => lines), ...clone].map(({ sign }) => sign);
  const count = (...which: readonly Sign[]) => signs.filter((sign) => which.includes(sign)).length;
  return { found: count('bad', 'behind'), unknown: count('unknown'), warning: count('warning') };
}

export function exitCodeOf(status: Status): number {
  const { found, unknown } = tallyOf(status);
  if (found) return EXIT.found;
  return unknown ? EXIT.unknown : EXIT.ok;
}

/** What `--json` prints; docs/status.md describes it. */
export interface StatusOutput extends Preface {
  readonly version: 1;
  /** How many lines came to each. */
  readonly summary: StatusTally;
  readonly builds: readonly BuildOutput[];
  /** What holds for all of them. */
  readonly clone: readonly LineOutput[];
}

export type StatusTally = Readonly<Record<keyof typeof MEANINGS, number>>;

export interface BuildOutput extends Omit<BuildStatus, 'lines'> {
  readonly lines: readonly LineOutput[];
}

export interface LineOutput extends Omit<Line, 'sign'> {
  readonly state: Sign;
}

export function outputOf({ builds, clone, ...preface }: Status): StatusOutput {
  const lines = (some: readonly Line[]) => some.map(({ part, sign: state, ...more }) => ({ part, state, ...more }));
  return {
    version: 1,
    ...preface,
    summary: tallyOf({ builds, clone, ...preface }),
    builds: builds.map((build) => ({ ...build, lines: lines(build.lines) })),
    clone: lines(clone),
  };
}
