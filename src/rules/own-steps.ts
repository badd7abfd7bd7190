import { optionOf, placedLegs, targetPlace } from './places';
import type { BuildJobModel, Model, PlatformModel, StepModel } from '../model/model';
import { stepTargetsOf } from '../model/publish';
import { parallelSteps } from '../model/steps';

/** A step that the declaration brings, with its place. */
export interface OwnStep {
  /** The option, with the platform in front of one that belongs to a platform. */
  readonly where: string;
  /** The same without the name of the platform: its place among the steps of the job. */
  readonly place: string;
  readonly step: StepModel;
  /** Whether all platforms of its job have it. */
  readonly isShared: boolean;
  /** The job that it is a step of. */
  readonly job: string;
  /** Those that run it; none for a job that publishes. */
  readonly platforms: readonly PlatformModel[];
}

/** Every step that the declaration brings, also those that another one runs at the same time. */
export function ownSteps(model: Model): OwnStep[] {
  return [
    ...model.jobs.flatMap((job) => inLists(job).map(({ place, step }) =>
      ({ where: optionOf(job, place), place, step, isShared: true, job: job.id, platforms: job.platforms }))),
    ...placedLegs(model).flatMap(({ job, platform, where }) => inLists({ ...platform, prepare: [] }).map(({ place, step }) =>
      ({ where: `${where} ${place}`, place: `platform ${place}`, step, isShared: false, job: job.id, platforms: [platform] }))),
    ...stepTargetsOf(model).flatMap((target) => inList('steps', target.steps).map(({ place, step }) =>
      ({ where: targetPlace(target, place), place, step, isShared: true, job: target.id, platforms: [] }))),
  ];
}

type StepLists = Pick<BuildJobModel, 'setup' | 'preInstallSteps' | 'prepare' | 'preBuildSteps' | 'postBuildSteps'>;
type Placed = Pick<OwnStep, 'place' | 'step'>;

function inLists({ setup, preInstallSteps, prepare, preBuildSteps, postBuildSteps }: StepLists): Placed[] {
  const own = { setup: setup.flatMap(({ steps }) => steps), preInstallSteps, prepare, preBuildSteps, postBuildSteps };
  return Object.entries(own).flatMap(([list, steps]) => inList(list, steps));
}

function inList(list: string, steps: readonly StepModel[]): Placed[] {
  return steps.flatMap((step, index) => {
    const place = `${list}[${index}]`;
    return [{ place, step }, ...inList(`${place}.parallel`, parallelSteps(step))];
  });
}
