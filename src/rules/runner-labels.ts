import { placedLegs } from './places';
import { findRunner, isSelfHosted, type Runner } from '../github/runners';
import type { Model } from '../model/model';

/** The labels of a job, with the place where they are declared. */
export interface Labels {
  readonly where: string;
  readonly runsOn: readonly string[];
}

/** The labels of every job. */
export function allLabels(model: Model): Labels[] {
  return [
    { where: 'guard.runsOn', runsOn: model.guard.runsOn },
    ...placedLegs(model).map(({ platform, where }) => ({ where, runsOn: platform.runsOn })),
  ];
}

/** Every label that names one of GitHub's own runners, with what is known of it. On machines of one's own it means nothing. */
export function hostedRunners(model: Model): { readonly where: string; readonly runner: Runner }[] {
  return allLabels(model).filter(({ runsOn }) => !isSelfHosted(runsOn)).flatMap(({ where, runsOn }) => runsOn.flatMap((label) => {
    const runner = findRunner(label);
    return runner ? [{ where, runner }] : [];
  }));
}
