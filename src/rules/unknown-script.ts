import { platformAt, type ProjectRule } from './rule';
import { suggestion } from './suggestion';

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
      fix: suggestion(platform.script, scripts),
    }]),
};
