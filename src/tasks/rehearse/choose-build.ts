import type { Model } from '../../model/model';
import type { ModelFile } from '../../model/model-file';

/** The build to rehearse, which must be able to be started by hand. */
export function chooseBuild({ builds }: ModelFile, id: string | undefined): Model {
  const models = builds.map(({ model }) => model);
  const ids = models.map((model) => model.id).join(', ') || 'none';
  const chosen = models.filter((model) => id === undefined || model.id === id);
  if (!chosen.length) {
    throw new Error(`there is no build '${id ?? ''}'; there are: ${ids}`);
  }
  if (chosen.length > 1) {
    throw new Error(`there are several builds; say which one by --build: ${ids}`);
  }
  if (!chosen[0].rehearsal) {
    throw new Error(`'${chosen[0].id}' cannot be started by hand: its declaration says 'rehearsal: false'`);
  }
  return chosen[0];
}
