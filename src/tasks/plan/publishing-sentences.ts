import type { Declared } from './declared';
import type { JobPlan } from './plan';
import { publishesOf } from './steps';
import { list, mapping, type Mapping } from '../../github/workflow-reader';
import { distinct } from '../../text/words';

/** What a workflow seems to publish where, or why it publishes nothing. */
export function publishingOf(workflow: Mapping, jobs: readonly JobPlan[], declared: Declared): string[] {
  const publishing = jobs.flatMap(jobPublishes);
  const held = jobs.filter(({ runs }) => runs === 'no').flatMap((job) => {
    const where = wouldPublish(job.id, mapping(mapping(workflow.jobs)[job.id]), declared);
    return where.length ? [`Nothing by job ${job.id}, which would publish to ${where.join(' and ')}: ${job.why}.`] : [];
  });
  if (publishing.length || held.length) {
    return [...publishing, ...held];
  }
  const artifacts = jobs.some(({ legs }) => legs.some(({ steps }) => steps.some(({ artifact, runs }) => artifact && runs !== 'no')));
  return [`Nothing: no step seems to publish.${artifacts ? ' The artifacts stay with the run.' : ''}`];
}

function jobPublishes({ id, legs, runs, why }: JobPlan): string[] {
  return distinct(legs.flatMap(({ steps }) => steps).flatMap((step) => step.publishes.map((where) => {
    const doubt = [runs === 'unknown' && why, step.runs === 'unknown' && step.why].filter(Boolean)[0];
    return `Job ${id}, '${step.name}', seems to publish to ${where}${doubt ? `, if it runs: ${doubt}` : ''}.`;
  })));
}

function wouldPublish(id: string, job: Mapping, declared: Declared): string[] {
  return distinct(list(job.steps).map(mapping).flatMap((step) => {
    const inputs = mapping(step.with) as Record<string, string>;
    return publishesOf(String(step.uses ?? ''), inputs, String(step.run ?? ''), declared.stepOf(id, step).generated);
  }));
}
