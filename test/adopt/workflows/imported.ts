import { github } from 'projen';
import { differences, REPOSITORY } from './differences';
import type { Sample } from './samples';
import { synthesized } from './synthesized';
import * as library from '../../../src';
import type { Synthesized } from '../../../src/adopt/compare/compare';
import { type Difference, unexcused } from '../../../src/adopt/compare/difference';
import { madeOf } from '../../../src/adopt/compare/made';
import { addJobs, evaluate } from '../../../src/adopt/evaluate';
import { printDraft } from '../../../src/adopt/print/print-draft';
import { importWorkflow } from '../../../src/adopt/workflow/import-workflow';
import { printReport } from '../../../src/adopt/workflow/print-report';
import type { Model } from '../../../src/model/model';
import { engine } from '../../support/engine';

/** What becomes of a workflow that is imported, and of the declaration that comes out. */
export interface Imported {
  readonly made: Synthesized;
  /** The same as it is compared with the original: without a project, and without our scripts. */
  readonly drawn: Synthesized;
  readonly projenrc: string;
  readonly report: string;
  readonly differences: readonly Difference[];
  /** Those that the report says nothing of. */
  readonly silent: readonly Difference[];
}

export function imported({ name, text }: Sample): Imported {
  const { draft, report, problems, lines } = importWorkflow(text, engine, { id: name, repository: REPOSITORY });
  if (!draft) {
    throw new Error(problems.join('\n'));
  }
  const evaluated = evaluate(draft, { ...library, github });
  let drawn: Synthesized | undefined;
  const made = synthesized(name, evaluated.options, (build) => {
    addJobs(build, evaluated);
    drawn = madeOf(build._model as Model, evaluated.jobs);
  });
  const found = differences(text, made);
  return {
    made,
    drawn: drawn!,
    projenrc: printDraft(draft, { language: 'ts', project: 'new', name: 'app' }),
    report: printReport(report, lines),
    differences: found,
    silent: unexcused(found, report),
  };
}
