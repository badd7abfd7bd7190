import type { ModelFile } from '../../model/model-file';
import { missing, ok, type Verdict } from '../../requirements/verdict';
import type { Scripts } from '../../text/scripts';
import { check, type ReadFile } from '../check';
import { foreignScripts, UNDO_OR_SAY_WHY } from '../foreign-scripts';

/** The title of the group. */
export const THIS_CLONE = 'This clone';

export interface LocalCheck {
  readonly kind: string;
  readonly subject: string;
  readonly verdict: Verdict;
}

/** What needs neither network nor credentials. */
export function localChecks(modelFile: ModelFile, scripts: Scripts, read: ReadFile): LocalCheck[] {
  return [
    generatedFiles(check(modelFile, scripts, read).length, foreignScripts(modelFile, scripts)),
    ...modelFile.builds.flatMap(({ model }) => switchedOff(model.id, model.ignore)),
  ];
}

function generatedFiles(differing: number, [foreign]: readonly string[]): LocalCheck {
  const cure = 'Run "npx projen" and commit what it changes; "npx projen tag-build:check" shows the differences.';
  const verdict = differing
    ? missing(`${differing} of them ${differing === 1 ? 'is' : 'are'} not what the committed model says`, cure)
    : foreign ? missing(`with a script that this package does not ship: ${foreign}`, UNDO_OR_SAY_WHY) : ok('in sync with the committed model');
  return { kind: 'generated-files', subject: 'generated files', verdict };
}

/** Nothing is wrong with them; but whoever wonders why nothing was said should read the reason. */
function switchedOff(build: string, ignored: Readonly<Record<string, string>>): LocalCheck[] {
  return Object.entries(ignored).map(([id, reason]) => ({
    kind: 'rules-switched-off',
    subject: `rule ${id} of ${build}`,
    verdict: ok(`switched off: ${reason}`),
  }));
}
