import type { Group } from './doctor';
import type { Status, Verdict } from '../../requirements/verdict';
import { SIGNS } from '../../text/signs';
import { EXIT } from '../exit-codes';

/** A check that is done, fit to be printed. */
export interface Finding {
  readonly build: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: Status;
  readonly detail: string;
  /** '' where nothing is to be done. */
  readonly fix: string;
  readonly guard: readonly string[];
}

/** How many checks came to each verdict. */
export type Tally = Readonly<Record<Status, number>>;

/** What is said before the first check. */
export interface Preface {
  /** null where it is not known. */
  readonly repository: string | null;
  readonly api: string;
  readonly credentials: string;
}

const SECRETS_NOTE = 'GitHub tells when a secret was set, never its value. Export a variable of the same name to have a token tried.';

const STATUS_SIGNS: Readonly<Record<Status, string>> = { ok: SIGNS.good, missing: SIGNS.bad, unknown: SIGNS.unknown };

/** A check that is done, and where it stands. */
export interface Told {
  readonly group: Group;
  /** Whether it is the first of its group. */
  readonly first: boolean;
  readonly finding: Finding;
}

/** All checks in their order, each as soon as it and all before it are done. */
export async function* findings(groups: readonly Group[], clean: (text: string) => string): AsyncGenerator<Told> {
  for (const group of groups) {
    for (const [index, { verdict, kind, subject, guard }] of group.checks.entries()) {
      const done = await verdict;
      yield { group, first: index === 0, finding: { build: group.build, kind, subject: clean(subject), ...cleaned(done, clean), guard } };
    }
  }
}

function cleaned(verdict: Verdict, clean: (text: string) => string): Pick<Finding, 'status' | 'detail' | 'fix'> {
  return { status: verdict.status, detail: clean(verdict.detail), fix: clean(verdict.status === 'ok' ? '' : verdict.fix) };
}

export function tallyOf(all: readonly Finding[]): Tally {
  const count = (status: Status) => all.filter((finding) => finding.status === status).length;
  return { ok: count('ok'), missing: count('missing'), unknown: count('unknown') };
}

export function exitCodeOf({ missing, unknown }: Tally): number {
  if (missing) return EXIT.found;
  return unknown ? EXIT.unknown : EXIT.ok;
}

export function prefaceText({ repository, api, credentials }: Preface): string {
  return `${repository ?? 'repository not known'}, asked of ${api} with ${credentials}\n`;
}

export function headingText({ title, build }: Group): string {
  return `\n${title}${build && ` (${build})`}\n`;
}

export function findingText({ status, subject, detail, fix }: Finding): string {
  return `  ${STATUS_SIGNS[status]} ${subject}: ${detail}\n${fix && `      ${fix}\n`}`;
}

export function summaryText({ ok, missing, unknown }: Tally): string {
  return `\n${ok} ok, ${missing} missing, ${unknown} unknown\n${SECRETS_NOTE}\n`;
}

/** What `--json` prints; docs/doctor.md describes it. */
export interface DoctorOutput extends Preface {
  readonly version: 1;
  readonly summary: Tally;
  readonly checks: readonly Finding[];
  /** What holds for all of it. */
  readonly notes: readonly string[];
}

export function outputOf(preface: Preface, all: readonly Finding[]): DoctorOutput {
  return { version: 1, ...preface, summary: tallyOf(all), checks: all, notes: [SECRETS_NOTE] };
}
