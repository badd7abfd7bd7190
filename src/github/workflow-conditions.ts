import { expressionComplaint, type ExpressionPlace, IF_OF_JOB, IF_OF_STEP } from './expression-places';
import { list, mapping, type Mapping, type ReadWorkflow } from './workflow-reader';

/** A workflow with what GitHub has against each `if` when it makes jobs of the file: without braces it was a text so far. */
export function withConditions({ content, errors }: ReadWorkflow): ReadWorkflow {
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
