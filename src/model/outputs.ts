import type { Model } from './model';
import { fromRoot } from './paths';

/** A file that a build writes, and the option that says where. */
export interface Output {
  readonly option: 'id' | 'setupDoc.path' | 'readme.path';
  /** From the repository's root. */
  readonly path: string;
}

export function outputs(model: Model): Output[] {
  return [
    { option: 'id', path: model.workflowPath },
    { option: 'setupDoc.path', path: fromRoot(model, model.setupDoc.path) },
    { option: 'readme.path', path: fromRoot(model, model.readme.path) },
  ];
}

/** What to choose instead. */
export const ANOTHER: Readonly<Record<Output['option'], string>> = {
  'id': 'another id: it names the workflow file.',
  'setupDoc.path': "another one, for instance setupDoc: { path: 'docs/tag-build.md' }.",
  'readme.path': "another one, for instance readme: { path: 'docs/README.md' }.",
};
