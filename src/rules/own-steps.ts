import { platformAt } from './rule';
import type { Model, StepModel } from '../model/model';

/** A step that the declaration brings, with its place. */
export interface OwnStep {
  readonly where: string;
  readonly list: string;
  readonly index: number;
  readonly step: StepModel;
}

/** Every step that the declaration brings. */
export function ownSteps(model: Model): OwnStep[] {
  return [
    ...inLists('', model),
    ...model.platforms.flatMap((platform, index) => inLists(`${platformAt(index, platform)} `, { ...platform, prepare: [] })),
  ];
}

type StepLists = Pick<Model, 'setup' | 'preInstallSteps' | 'prepare' | 'preBuildSteps' | 'postBuildSteps'>;

function inLists(where: string, { setup, preInstallSteps, prepare, preBuildSteps, postBuildSteps }: StepLists): OwnStep[] {
  const ofSetup = setup.filter(({ kind }) => kind === 'other').flatMap(({ steps }) => steps);
  const own = { setup: ofSetup, preInstallSteps, prepare, preBuildSteps, postBuildSteps };
  return Object.entries(own).flatMap(([list, steps]) => steps.map((step, index) => ({ where: `${where}${list}[${index}]`, list, index, step })));
}
