import type { TargetKind } from './target-kind';
import type { Model, PublishTargetModel } from '../model/model';

/** The kind of a target. */
export function kindOfTarget(target: PublishTargetModel): TargetKind<PublishTargetModel> {
  return load().targetKinds[target.kind] as TargetKind<PublishTargetModel>;
}

/** The targets that are what becomes public. */
export function resultTargets({ publish }: Pick<Model, 'publish'>): PublishTargetModel[] {
  return publish.filter((target) => kindOfTarget(target).isResult);
}

/** What the results become, as Markdown: noun phrases. */
export function resultTitles(model: Pick<Model, 'publish'>): string[] {
  return resultTargets(model).map((target) => kindOfTarget(target).title(target));
}

/** The kinds are loaded where a build has one: most do without. */
function load(): typeof import('./target-kinds') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  return require('./target-kinds') as typeof import('./target-kinds');
}
