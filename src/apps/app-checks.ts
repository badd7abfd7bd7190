import type { AppCheck } from './app-check';
import { electronBuilderPublishes } from './electron-builder-publishes';
import type { BuildJobModel, Model } from '../model/model';
import { distinct } from '../text/words';

/** Every check over files of the app, in the order in which their problems are printed. */
export const appChecks: readonly AppCheck[] = [
  electronBuilderPublishes,
];

/** Those that a build does not switch off. */
export function appChecksOf({ ignore }: Model): AppCheck[] {
  return appChecks.filter(({ id }) => !(id in ignore));
}

/** Names of all files that the checks of a job read. */
export function filesOfChecks(model: Model, job: BuildJobModel): string[] {
  return distinct(appChecksOf(model).flatMap((check) => check.files(model, job)));
}
