import { placedLegs, targetPlace } from './places';
import { findRunner, isSelfHosted, type Runner } from '../github/runners';
import type { Model, RunnerModel } from '../model/model';
import { publishes, stepTargetsOf } from '../model/publish';

/** The runner of a job, with the place where it is declared. */
export interface PlacedRunner extends RunnerModel {
  readonly where: string;
}

/** The runner of every job. */
export function allRunners(model: Model): PlacedRunner[] {
  return [
    { where: 'guard.runsOn', ...model.guard },
    ...placedLegs(model).map(({ platform: { runsOn, runnerGroup }, where }) => ({ where, runsOn, runnerGroup })),
    ...publishes(model) ? [{ where: 'release.runsOn', ...model.release.runner }] : [],
    ...stepTargetsOf(model).map((target) => ({ where: targetPlace(target, 'runsOn'), ...target.runner })),
  ];
}

/** Those that may be GitHub's own: on machines of one's own and in groups a label means what its owner likes. */
export function hostedOrUnknown(model: Model): PlacedRunner[] {
  return allRunners(model).filter(({ runsOn, runnerGroup }) => runnerGroup === '' && !isSelfHosted(runsOn));
}

/** Every label that names one of GitHub's own runners, with what is known of it. */
export function hostedRunners(model: Model): { readonly where: string; readonly runner: Runner }[] {
  return hostedOrUnknown(model).flatMap(({ where, runsOn }) => runsOn.flatMap((label) => {
    const runner = findRunner(label);
    return runner ? [{ where, runner }] : [];
  }));
}
