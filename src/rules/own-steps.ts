import { platformAt } from './rule';
import type { Model, PlatformModel, StepModel } from '../model/model';
import { parallelSteps } from '../model/steps';

/** A step that the declaration brings, with its place. */
export interface OwnStep {
  /** The option, with the platform in front of one that belongs to a platform. */
  readonly where: string;
  /** The same without the name of the platform: its place among the steps of the job. */
  readonly place: string;
  readonly step: StepModel;
  /** Those that run it. */
  readonly platforms: readonly PlatformModel[];
}

/** Every step that the declaration brings, also those that another one runs at the same time. */
export function ownSteps(model: Model): OwnStep[] {
  return [
    ...inLists(model).map(({ place, step }) => ({ where: place, place, step, platforms: model.platforms })),
    ...model.platforms.flatMap((platform, index) => inLists({ ...platform, prepare: [] }).map(({ place, step }) =>
      ({ where: `${platformAt(index, platform)} ${place}`, place: `platform ${place}`, step, platforms: [platform] }))),
  ];
}

type StepLists = Pick<Model, 'setup' | 'preInstallSteps' | 'prepare' | 'preBuildSteps' | 'postBuildSteps'>;
type Placed = Pick<OwnStep, 'place' | 'step'>;

function inLists({ setup, preInstallSteps, prepare, preBuildSteps, postBuildSteps }: StepLists): Placed[] {
  const ofSetup = setup.filter(({ kind }) => kind === 'other').flatMap(({ steps }) => steps);
  const own = { setup: ofSetup, preInstallSteps, prepare, preBuildSteps, postBuildSteps };
  return Object.entries(own).flatMap(([list, steps]) => inList(list, steps));
}

function inList(list: string, steps: readonly StepModel[]): Placed[] {
  return steps.flatMap((step, index) => {
    const place = `${list}[${index}]`;
    return [{ place, step }, ...inList(`${place}.parallel`, parallelSteps(step))];
  });
}
