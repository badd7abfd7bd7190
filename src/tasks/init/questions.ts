import type { Place } from '../../adopt/survey/place';
import { type Answers, type Question, survey, type Survey } from '../../adopt/survey/survey';
import type { Terminal } from '../../outside/terminal';
import { printable } from '../../text/printable';

/** What the repository and whoever can be asked say together. */
export interface Surveyed {
  readonly answers: Answers;
  readonly survey: Survey;
}

/** Asks one question after the other, since what is asked may depend on what was answered; a wrong answer is asked for again. */
export async function surveyAsking(place: Place, given: Answers, terminal: Terminal | undefined): Promise<Surveyed> {
  let surveyed: Surveyed = { answers: given, survey: survey(place, given) };
  for (;;) {
    const { answers, survey: { questions, problems } } = surveyed;
    const next = questions.find(({ id }) => !Object.hasOwn(answers, id));
    if (!terminal || !next || problems.length) {
      return surveyed;
    }
    surveyed = await answered(next, '');
  }

  async function answered(question: Question, complaint: string): Promise<Surveyed> {
    const answer = await terminal!.ask(printable(complaint + questionText(question)));
    const answers = { ...surveyed.answers, [question.id]: answer || question.default };
    const seen = survey(place, answers);
    return seen.problems.length ? answered(question, `${seen.problems.join('\n')}\n`) : { answers, survey: seen };
  }
}

function questionText({ text, choices, default: proposed }: Question): string {
  return `${text}${choices ? ` (${choices.join(', ')})` : ''}\n  [${proposed}] `;
}
