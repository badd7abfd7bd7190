import { entryWorkflows, type ModelFile } from '../model/model-file';
import { changedScripts, SCRIPT_CHANGED } from '../render/workflow/script-changes';
import { renderOne } from '../render/workflow/workflows';
import type { Scripts } from '../text/scripts';

/** What to do about one: "npx projen" alone would write it again. */
export const UNDO_OR_SAY_WHY = `Undo that in the projenrc, or say there why it has to be: ignore: { '${SCRIPT_CHANGED}': '<why>' }.`;

/**
 * What is no script of this package in the workflows that were changed through the escape hatch, a
 * sentence each. Such a workflow is compared with its stored copy, and both come with one pull request.
 */
export function foreignScripts({ builds }: ModelFile, parts: Scripts): string[] {
  return builds
    .filter(({ model }) => !(SCRIPT_CHANGED in model.ignore))
    .flatMap(entryWorkflows)
    .filter(({ changed }) => changed)
    .flatMap(({ changed, ...build }) => changedScripts(renderOne(build, parts), changed, parts)
      .map(({ where, what }) => `${build.model.workflowPath}: ${where}: ${what}`));
}
