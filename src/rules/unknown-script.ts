import { platformAt, type ProjectRule } from './rule';
import type { Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { suggestion } from '../text/suggestion';

export const unknownScript: ProjectRule = {
  id: 'unknown-script',
  level: 'error',
  about: 'project',
  cause: "A platform builds by a package script that the main repository's package.json does not have.",
  cure: "Correct the name, or add the script. projen's tasks are scripts, too.",
  check: ({ model, scripts }) => scripts === undefined ? [] : model.platforms.flatMap((platform, index) =>
    !platform.script || scripts.includes(platform.script) ? [] : [{
      where: platformAt(index, platform),
      what: `package.json has no script '${platform.script}'`,
      fix: scripts.length ? suggestion(platform.script, scripts) : noScripts(model),
    }]),
};

/** The directory is named as it is in the repository: a reader looks there, and not in the workspace of a run. */
function noScripts(model: Model): string {
  const directory = buildDirectory(model);
  return `No package.json with scripts lies in ${directory ? `'${directory}'` : 'the root'} of this repository: `
    + 'add one, name the directory that has it in workingDirectory, or build by run: [...].';
}
