import type { Model } from '../../model/model';
import type { ModelFile } from '../../model/model-file';
import { buildsOf } from '../builds';
import { UsageError } from '../command-line';

/** The build to rehearse, which must be able to be started by hand. */
export function chooseBuild(modelFile: ModelFile, id: string | undefined): Model {
  const [build, ...others] = buildsOf(modelFile, id);
  if (others.length) {
    throw new UsageError(`there are several builds; say which one by --build: ${[build, ...others].map((model) => model.id).join(', ')}`);
  }
  if (!build.rehearsal) {
    throw new Error(`'${build.id}' cannot be started by hand: its declaration says 'rehearsal: false'`);
  }
  return build;
}
