import { docInput } from './doc/doc-input';
import { renderSetupDoc } from './doc/setup-doc';
import { entryFiles } from './workflow/changed-workflow';
import { commentsOf } from './workflow/workflows';
import { workflowText } from './workflow/yaml';
import type { BuildEntry } from '../model/model-file';
import { fromRoot } from '../model/paths';
import type { Scripts } from '../text/scripts';

/** A generated file as it should be, by its path from the repository's root. */
export interface BuildFile {
  readonly path: string;
  readonly text: string;
}

/** The files that a build has for itself. */
export function buildFiles(entry: BuildEntry, scripts: Scripts): BuildFile[] {
  const { model } = entry;
  const workflows = entryFiles(entry, scripts);
  return [
    ...workflows.map(({ file, ...build }) => ({ path: build.model.workflowPath, text: workflowText(file, model.marker, commentsOf(build)) })),
    { path: fromRoot(model, model.setupDoc.path), text: renderSetupDoc(model, docInput(...workflows.map(({ file }) => file))) },
  ];
}
