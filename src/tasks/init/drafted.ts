import * as path from 'node:path/posix';
import type { InitArguments } from './arguments';
import { surveyAsking } from './questions';
import type { Draft } from '../../adopt/code';
import type { Synthesized } from '../../adopt/compare/compare';
import { readerOf } from '../../adopt/compare/read-workflow';
import { unsaid } from '../../adopt/compare/unsaid';
import { manifestIn } from '../../adopt/survey/manager';
import { mainRemote, type Place } from '../../adopt/survey/place';
import { type Answers, survey, type Survey } from '../../adopt/survey/survey';
import { filled } from '../../adopt/workflow/fill-draft';
import { type Import, importWorkflow } from '../../adopt/workflow/import-workflow';
import type { ReportLine } from '../../adopt/workflow/step-reader';
import { repositoryOfRemote } from '../../github/remotes';
import type { Engine } from '../../github/workflow-engine';
import { text as textIn } from '../../outside/data';
import type { Terminal } from '../../outside/terminal';

/** A declaration as it will be written, but for its id, and where it came from. */
export interface Drafted {
  readonly draft: Draft;
  readonly survey: Survey;
  readonly answers: Answers;
  /** Of the workflow that was read. */
  readonly imported?: Pick<Import, 'report' | 'lines'> & {
    /** What the workflow does, and what comes out does not, beside what the report says. */
    readonly unsaid: (made: Synthesized) => ReportLine[];
  };
}

/** @throws Error with everything that stops it */
export async function drafted(
  { workflow, answers }: InitArguments,
  place: Place,
  terminal: Terminal | undefined,
  engine: () => Promise<Engine>,
): Promise<Drafted> {
  if (workflow !== undefined) {
    return draftedFrom(workflow, answers, place, await engine());
  }
  const asked = await surveyAsking(place, answers, terminal);
  mustHaveNone(asked.survey.problems);
  return { ...asked, draft: asked.survey.draft };
}

function draftedFrom(workflow: string, answers: Answers, place: Place, engine: Engine): Drafted {
  const seen = survey(place, {});
  mustHaveNone(seen.problems);
  const text = place.read(workflow);
  if (text === undefined) {
    throw new Error(`there is no file '${workflow}' in this repository. ${workflowsOf(place)}`);
  }
  const url = mainRemote(place.git)?.url;
  const repository = url && repositoryOfRemote(url, 'github.com');
  const { draft, report, problems, lines } = importWorkflow(text, engine, {
    id: answers.id ?? idOf(workflow), repository, path: workflow,
  });
  mustHaveNone(problems);
  const packageName = textIn(manifestIn(place.read('package.json')).name);
  return {
    draft: filled(draft!, { manager: seen.manager, packageName }),
    survey: { ...seen, questions: [] },
    answers,
    imported: { report, lines, unsaid: (made) => unsaid(text, made, report, { read: readerOf(engine), repository }) },
  };
}

function workflowsOf(place: Place): string {
  const workflows = place.list('.github/workflows').filter((name) => /\.ya?ml$/.test(name));
  return workflows.length ? `Its workflows are ${workflows.map((name) => `.github/workflows/${name}`).join(', ')}.` : 'It has no workflow.';
}

function idOf(workflow: string): string {
  return path.basename(workflow).replace(/\.ya?ml$/, '').replace(/[^\w.-]+/g, '-').replace(/^[^A-Za-z\d]+/, '') || 'build';
}

function mustHaveNone(problems: readonly string[]): void {
  if (problems.length) {
    throw new Error(problems.join('\n'));
  }
}
