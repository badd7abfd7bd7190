import type { Drafted } from './drafted';
import type { Plan } from './plan';
import type { Found } from '../../adopt/survey/decide';
import type { ReportLine } from '../../adopt/workflow/step-reader';
import { EXIT } from '../exit-codes';

/** What came of it, with what the process ends. */
export const OUTCOMES = {
  /** It is written; of what comes next, what was wanted was run. */
  'written': EXIT.ok,
  'dry-run': EXIT.ok,
  /** A projenrc file is there: the lines are to be put into it by hand. */
  'by-hand': EXIT.ok,
  /** It is written, and a command that came next has failed. */
  'failed': EXIT.found,
} as const;

export type InitOutcome = keyof typeof OUTCOMES;

/** What `--json` prints. */
export interface InitOutput {
  readonly version: 1;
  readonly outcome: InitOutcome;
  /** What the repository says of its app. */
  readonly found: readonly Found[];
  /** What each question came to, by its id, which is an option, too. */
  readonly answers: Readonly<Record<string, string>>;
  /** Id of the build. */
  readonly id: string;
  /** The declaration's file, from the root. */
  readonly projenrc: string;
  /** All of it, or the lines to put into it. */
  readonly declaration: string;
  /** What a synthesis writes, from the root. */
  readonly files: readonly string[];
  /** What became of each part of the workflow that was read. */
  readonly report: readonly ReportLine[];
  /** The commands that are left to run, or to do by hand, each a command or a sentence. */
  readonly next: readonly string[];
  /** The commands that were run. */
  readonly ran: readonly RanCommand[];
}

export interface RanCommand {
  readonly command: string;
  /** null where a signal ended it. */
  readonly code: number | null;
}

/** What is known before anything is done. */
export type Agreed = Omit<InitOutput, 'outcome' | 'next' | 'ran'>;

export function agreedOf({ survey, answers }: Drafted, { draft, existing, text, planned, report }: Plan, projenrc: string): Agreed {
  return {
    version: 1,
    found: survey.found,
    answers: Object.fromEntries(survey.questions.map(({ id, default: proposed }) => [id, answers[id] ?? proposed])),
    id: draft.id,
    projenrc: existing ?? projenrc,
    declaration: text,
    files: planned.map(({ path }) => path),
    report,
  };
}
