import type { ModelFile } from '../model/model-file';
import { changedScripts, SCRIPT_CHANGED } from '../render/workflow/script-changes';
import { renderWorkflow } from '../render/workflow/workflow';
import type { Scripts } from '../text/scripts';

/** What to do about one: "npx projen" alone would write it again. */
export const UNDO_OR_SAY_WHY = `Undo that in the projenrc, or say there why it has to be: ignore: { '${SCRIPT_CHANGED}': '<why>' }.`;

/**
 * What is no script of this package in the workflows that were changed through the escape hatch, a
 * sentence each. Such a workflow is compared with its stored copy, and both come with one pull request.
 */
export function foreignScripts({ builds }: ModelFile, parts: Scripts): string[] {
  return builds
    .filter(({ model, workflow }) => workflow && !(SCRIPT_CHANGED in model.ignore))
    .flatMap(({ model, workflow }) => changedScripts(renderWorkflow(model, parts), workflow, parts)
      .map(({ where, what }) => `${model.workflowPath}: ${where}: ${what}`));
}
