import { githubRelease } from './github-release';
import { npm } from './npm';
import { steps } from './steps';
import type { TargetKind } from './target-kind';
import { workflow } from './workflow';
import type { Model, PublishTargetModel } from '../model/model';

/** Every kind of publish target. */
const targetKinds: { readonly [K in PublishTargetModel['kind']]: TargetKind<Extract<PublishTargetModel, { kind: K }>> } = {
  'github-release': githubRelease,
  npm,
  steps,
  workflow,
};

/** The kind of a target. */
export function kindOfTarget(target: PublishTargetModel): TargetKind<PublishTargetModel> {
  return targetKinds[target.kind] as TargetKind<PublishTargetModel>;
}

/** The targets that are what becomes public. */
export function resultTargets({ publish }: Pick<Model, 'publish'>): PublishTargetModel[] {
  return publish.filter((target) => kindOfTarget(target).isResult);
}

/** What the results become, as Markdown: noun phrases. */
export function resultTitles(model: Pick<Model, 'publish'>): string[] {
  return resultTargets(model).map((target) => kindOfTarget(target).title(target));
}
