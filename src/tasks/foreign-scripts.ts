import type { ModelFile } from '../model/model-file';
import { entryFiles } from '../render/workflow/changed-workflow';
import { changedScripts, SCRIPT_CHANGED } from '../render/workflow/script-changes';
import type { Scripts } from '../text/scripts';

/** What to do about one: "npx projen" alone would write it again. */
export const UNDO_OR_SAY_WHY = `Undo that in the projenrc, or say there why it has to be: ignore: { '${SCRIPT_CHANGED}': '<why>' }.`;

/**
 * What is no script of this package in the workflows that were changed through the escape hatch, a
 * sentence each. What was changed is stored beside the model, and both come with one pull request.
 */
export function foreignScripts({ builds }: ModelFile, parts: Scripts): string[] {
  return builds
    .filter(({ model }) => !(SCRIPT_CHANGED in model.ignore))
    .flatMap((entry) => entryFiles(entry, parts))
    .filter(({ isChanged }) => isChanged)
    .flatMap(({ model, declared, file }) => changedScripts(declared, file, parts).map(({ where, what }) => `${model.workflowPath}: ${where}: ${what}`));
}
