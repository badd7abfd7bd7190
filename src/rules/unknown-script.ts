import { placedLegs } from './places';
import type { ProjectRule } from './rule';
import type { BuildJobModel, Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { suggestion } from '../text/suggestion';

export const unknownScript: ProjectRule = {
  id: 'unknown-script',
  level: 'error',
  about: 'project',
  cause: "A platform builds by a package script that the main repository's package.json does not have.",
  cure: "Correct the name, or add the script. projen's tasks are scripts, too.",
  check: ({ model, scripts }) => placedLegs(model).flatMap(({ job, platform: { script }, where }) => {
    const known = scripts.get(job.id);
    return !script || !known || known.includes(script) ? [] : [{
      where,
      what: `package.json has no script '${script}'`,
      fix: known.length ? suggestion(script, known) : noScripts(model, job),
    }];
  }),
};

/** The directory is named as it is in the repository: a reader looks there, and not in the workspace of a run. */
function noScripts(model: Model, job: BuildJobModel): string {
  const directory = buildDirectory(model, job);
  return `No package.json with scripts lies in ${directory ? `'${directory}'` : 'the root'} of this repository: `
    + 'add one, name the directory that has it in workingDirectory, or build by run: [...].';
}
