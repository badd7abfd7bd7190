import { UsageError } from './command-line';
import type { Model } from '../model/model';
import type { ModelFile } from '../model/model-file';
import { suggestion } from '../text/suggestion';

/** All builds, or the one of an id. @throws Error where there is none */
export function buildsOf({ builds }: ModelFile, id: string | undefined): Model[] {
  const models = builds.map(({ model }) => model);
  if (!models.length) {
    throw new Error('no tag build is declared');
  }
  const chosen = models.filter((model) => id === undefined || model.id === id);
  if (!chosen.length) {
    throw new UsageError(`there is no build '${id}'. ${suggestion(id!, models.map((model) => model.id))}`);
  }
  return chosen;
}
