import type { Complaint } from './complaint';
import { syntaxProblem, type Reach } from './expression-syntax';
import { expressionPieces } from './expressions';

/** A place in a workflow where GitHub evaluates what stands there. */
export interface ExpressionPlace extends Reach {
  /** Whether it is an `if`, which is an expression without its braces, too. */
  readonly isCondition: boolean;
}

const WORKFLOW = ['github', 'inputs', 'vars'];
const JOB = [...WORKFLOW, 'needs'];
const LEG = [...JOB, 'strategy', 'matrix'];
const RUNNER = [...LEG, 'steps', 'job', 'runner', 'env'];

const HASH: Reach['functions'] = { hashfiles: [1, 255] };

function place(contexts: readonly string[], functions: Reach['functions'] = {}, isCondition = false): ExpressionPlace {
  return { contexts, functions, isCondition };
}

/** @param jobs how many jobs can be asked about */
function status(jobs: number): Reach['functions'] {
  return { always: [0, 0], cancelled: [0, 0], success: [0, jobs], failure: [0, jobs] };
}

/** What a step has, other than its condition. */
export const IN_STEP = place([...RUNNER, 'secrets'], HASH);

export const IF_OF_STEP = place(RUNNER, { ...status(0), ...HASH }, true);

export const IF_OF_JOB = place(JOB, status(Infinity), true);

const STEP = String.raw`^jobs\.[^.]+\.steps\.[^.]+(\.parallel\.[^.]+)*\.`;

/**
 * By the paths of a workflow, the particular before the general. What is not among them GitHub does
 * not evaluate, or refuses with other words.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability
 */
const PLACES: readonly (readonly [path: RegExp, place: ExpressionPlace])[] = [
  [/^(?:run-name|concurrency)(?:\.|$)/, place(WORKFLOW)],
  [/^env\./, place([...WORKFLOW, 'secrets'])],
  [new RegExp(`${STEP}if$`), IF_OF_STEP],
  [new RegExp(`${STEP}(?:name|run|working-directory|continue-on-error|timeout-minutes|env\\..*|with\\..*)$`, 's'), IN_STEP],
  ...inJob('if$', IF_OF_JOB),
  ...inJob('strategy\\.', place(JOB)),
  ...inJob('(?:container|services\\.[^.]+)\\.env\\.|outputs\\.', place([...RUNNER, 'secrets'])),
  ...inJob('(?:container|services\\.[^.]+)\\.credentials\\.', place([...LEG, 'secrets', 'env'])),
  ...inJob('environment\\.url$', place(RUNNER)),
  ...inJob('(?:env|secrets)\\.', place([...LEG, 'secrets'])),
  ...inJob('(?:name|runs-on|environment|concurrency|container|services|timeout-minutes|continue-on-error|with)(?:\\.|$)', place(LEG)),
];

function inJob(pattern: string, made: ExpressionPlace): [RegExp, ExpressionPlace][] {
  return [[new RegExp(`^jobs\\.[^.]+\\.(?:${pattern})`), made]];
}

/** Where a text of a workflow is evaluated; undefined where it is not. */
export function expressionPlace(path: string): ExpressionPlace | undefined {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1];
}

/** What is wrong with an expression, and which one it is. */
export interface ExpressionComplaint extends Complaint {
  readonly expression: string;
}

/** How much is repeated of what nothing closes. */
const SHOWN = 60;

/** What GitHub has against the first expression of a text that it cannot read; then it starts nothing of the whole file. */
export function expressionComplaint(text: string, at: ExpressionPlace): ExpressionComplaint | undefined {
  if (at.isCondition && !text.includes('${{')) {
    return text.trim() === '' ? undefined : complaintOf(text.trim(), text.trim(), at);
  }
  const { texts, expressions } = expressionPieces(text);
  const found = expressions.map((expression) => complaintOf(`\${{${expression}}}`, expression.trim(), at)).find((complaint) => complaint !== undefined);
  const open = texts.at(-1)!.indexOf('${{');
  return found ?? (open < 0 ? undefined : {
    expression: texts.at(-1)!.slice(open, open + SHOWN),
    why: "is not closed by '}}'",
    hint: 'Close it; braces in quotes close nothing.',
  });
}

function complaintOf(written: string, expression: string, at: ExpressionPlace): ExpressionComplaint | undefined {
  // a word of GitHub's templates, and no expression
  const complaint = expression === 'insert' ? undefined
    : expression === '' ? { why: 'is empty', hint: 'Write an expression, or leave it out.' }
      : syntaxProblem(expression, at);
  return complaint && { expression: written, ...complaint };
}
