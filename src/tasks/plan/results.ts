import type { JobPlan, ResultPlan } from './plan';

/** What is left when all jobs are done: the artifacts that are for no other job. */
export function resultsOf(jobs: readonly JobPlan[]): ResultPlan[] {
  return jobs.flatMap(({ id, legs }) => legs.flatMap(({ name: leg, steps }) => steps.flatMap(({ artifact, runs }) =>
    artifact && runs !== 'no' && !artifact.handedTo.length ? [{ job: id, leg, name: artifact.name, path: artifact.path }] : [])));
}
