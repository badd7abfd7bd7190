import type { DependencyPlan, JobPlan } from './plan';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { dependenciesOf, legName, legsOf } from '../../model/jobs';
import type { Model } from '../../model/model';

/** What the legs of the jobs that run fetch in their steps of `prepare`, and as submodules. */
export function dependenciesIn(model: Model, jobs: readonly JobPlan[]): DependencyPlan[] {
  const legs = legsOf(model).filter(({ job }) => jobs.some(({ id, runs }) => id === job.id && runs !== 'no'));
  return legs.flatMap((leg) => dependenciesOf(model, leg.job).map((dependency) => {
    const { what, title, secrets } = kindOfDependency(dependency);
    return { leg: legName(model, leg), dependency: `${what} ${title(dependency)}`, secrets: secrets(dependency) };
  }));
}
