import type { WorkflowRule } from './rule';
import { texts } from './workflow-texts';
import { isSetVariables } from '../model/conditions';

export const secretStateUnknown: WorkflowRule = {
  id: 'secret-state-unknown',
  level: 'error',
  about: 'workflow',
  cause: 'A step that was added through `tagBuild.workflow` runs where a secret is set (`isSet`), and its job has no variable that says so: it would always be skipped. '
    + 'Jobs have it for the steps that the declaration brings.',
  cure: "Declare the step in the options, or give the job the variable: `IS_SET_KEY: ${{ secrets.KEY != '' }}` in its `env`.",
  check: ({ workflow }) => {
    const all = texts(workflow);
    const known = new Set(all.map(({ path }) => path.toLowerCase()));
    return all.flatMap(({ path, text }) => Object.entries(isSetVariables(text))
      .filter(([variable]) => !known.has(`${jobOf(path)}.env.${variable}`.toLowerCase()))
      .map(([variable, secret]) => ({
        where: path,
        what: `asks for ${variable}, which the env of the job does not have`,
        fix: `Declare the step in the options, or add ${variable}: \${{ secrets.${secret} != '' }} to the env of ${jobOf(path)}.`,
      })));
  },
};

function jobOf(path: string): string {
  return path.split('.').slice(0, 2).join('.');
}
