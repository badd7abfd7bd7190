import { expressionComplaint, type ExpressionPlace, IF_OF_JOB, IF_OF_STEP } from './expression-places';
import type { Engine } from './workflow-engine';
import { list, mapping, type Mapping, type ReadWorkflow, readWorkflow } from './workflow-reader';

/** Reads a workflow file that somebody counts on, with all that GitHub has against it; undefined is a file that is missing. */
export function readWholly(engine: Engine, text: string | undefined): ReadWorkflow {
  return text === undefined ? { content: {}, errors: ['there is no such file'] } : withConditions(readWorkflow(engine, text));
}

/** Says that GitHub cannot read a file, and the first reason; a sentence without its end. */
export function cannotRead(path: string, [first]: ReadWorkflow['errors']): string {
  return `GitHub cannot read ${path}: ${first.replace(/[.:]$/, '')}`;
}

/** A workflow with what GitHub has against each `if` when it makes jobs of the file: without braces it was a text so far. */
function withConditions({ content, errors }: ReadWorkflow): ReadWorkflow {
  const found = Object.entries(mapping(content.jobs)).flatMap(([id, job]) => [
    problemOf(`job '${id}'`, mapping(job), IF_OF_JOB),
    ...list(mapping(job).steps).map((step, index) => problemOf(`step ${index + 1} of job '${id}'`, mapping(step), IF_OF_STEP)),
  ].flat());
  return { content, errors: errors.length ? errors : found };
}

function problemOf(what: string, { if: condition }: Mapping, place: ExpressionPlace): string[] {
  const complaint = typeof condition === 'string' ? expressionComplaint(condition, place) : undefined;
  return complaint ? [`the if of ${what}, '${complaint.expression}', ${complaint.why}`] : [];
}
