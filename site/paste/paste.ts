import { github } from './projen';
import * as library from '../../src/index';
import { madeOf } from '../../src/adopt/compare/made';
import { readerOf } from '../../src/adopt/compare/read-workflow';
import { unsaid } from '../../src/adopt/compare/unsaid';
import { evaluate } from '../../src/adopt/evaluate';
import { printDraft } from '../../src/adopt/print/print-draft';
import { importWorkflow } from '../../src/adopt/workflow/import-workflow';
import { printReport } from '../../src/adopt/workflow/print-report';
import { normalise } from '../../src/normalise/normalise';
import { picture } from '../../src/render/doc/picture';
import { optionProblems, problemLines } from '../../src/rules/problems';
import { readDeclaration } from '../../src/schema/declaration';
import { loadEngine } from '../../src/tasks/plan/load-engine';

/** What a workflow becomes, as texts. */
export interface Pasted {
  /** The `.projenrc.ts`; '' where nothing could be made of it. */
  readonly declaration: string;
  readonly report: string;
  /** Mermaid, as the setup doc has it; '' where there is none. */
  readonly picture: string;
  readonly problems: readonly string[];
}

/** Reads a workflow as `init --from-workflow` does. */
export async function paste(text: string): Promise<Pasted> {
  const engine = await loadEngine();
  const { draft, report, problems, lines } = importWorkflow(text, engine, { id: 'app' });
  if (!draft) {
    return { declaration: '', report: '', picture: '', problems };
  }
  const declaration = printDraft(draft, { language: 'ts', project: 'new', name: draft.id });
  const evaluated = evaluate(draft, { ...library, github });
  const declared = readDeclaration(evaluated.id, evaluated.options);
  const wrong = optionProblems(declared);
  const calls = evaluated.jobs.map(({ id, job, before }) => ({ id, uses: job.uses, needs: [job.needs ?? []].flat(), before }));
  const model = wrong.length ? undefined : normalise(declared.id, declared.options, { projectName: draft.id, directory: '', marker: '' });
  const differing = model ? unsaid(text, madeOf(model, evaluated.jobs), report, { read: readerOf(engine) }) : [];
  return {
    declaration,
    report: printReport([...report, ...differing], { ...lines, after: declaration.split('\n').length - 1, isCompared: Boolean(model) }),
    picture: (model ? picture(model, calls) : '').replace(/^```mermaid\n|\n```$/g, ''),
    problems: [...problems, ...wrong.length ? [problemLines(wrong)] : []],
  };
}
