import { commitOutput, docUrl, guardOutput } from './guard-job';
import { manifestParts, versionFilesEnv } from './version-files';
import { repositoriesOf } from '../../model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import { withEnv } from '../../model/steps';
import { commitVariable, isStamped, stampsCargo, stampsPython, VERSION_VARIABLES } from '../../model/versions';
import type { Scripts } from '../../text/scripts';

/** The id of the step that writes the version into files. */
export const STAMP = 'stamp-version';

/** Where the repository of the tag is checked out. */
export function stampSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const own = repositoriesOf(model, job).find(({ self }) => self);
  if (!own || !isStamped(model)) {
    return [];
  }
  const { VERSION_MODE: _, ...env } = versionFilesEnv(model);
  return [{
    name: 'Stamp the version',
    id: STAMP,
    ...own.path && { 'working-directory': own.path },
    env: { ...env, VERSION: guardOutput('version'), DOC_URL: docUrl(model) },
    run: [
      scripts.say, scripts.report, ...manifestParts(model, scripts),
      ...stampsCargo(model) ? [scripts.stampCargo] : [], ...stampsPython(model) ? [scripts.stampUv] : [], scripts.stamp,
    ].join('\n'),
  }];
}

/** A step of the user's own, which may have asked for the version and the commits. */
export function withVersion(model: Model, step: StepModel): StepModel {
  if (!model.version.env) {
    return step;
  }
  const facts = Object.entries(VERSION_VARIABLES).map(([variable, output]) => [variable, guardOutput(output)]);
  const commits = model.repositories.map((repository) => [commitVariable(repository), repository.self ? '${{ github.sha }}' : guardOutput(commitOutput(repository))]);
  return withEnv(Object.fromEntries([...facts, ...commits]), step);
}
