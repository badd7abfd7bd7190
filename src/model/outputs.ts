import type { Model } from './model';
import { fromRoot } from './paths';
import { PUBLISH_SCRIPT, publishes } from './publish';
import { workflowsOf } from './workflows';

/** A file that a build writes, and the option that says where, or asks for it. */
export interface Output {
  readonly option: 'id' | 'rehearse' | 'setupDoc.path' | 'readme.path' | 'publish';
  /** From the repository's root. */
  readonly path: string;
}

export function outputs(model: Model): Output[] {
  return [
    { option: 'id', path: model.workflowPath },
    ...workflowsOf(model).slice(1).map((further) => ({ option: 'rehearse', path: further.model.workflowPath } as const)),
    { option: 'setupDoc.path', path: fromRoot(model, model.setupDoc.path) },
    { option: 'readme.path', path: fromRoot(model, model.readme.path) },
    ...publishes(model) ? [{ option: 'publish', path: PUBLISH_SCRIPT } as const] : [],
  ];
}

/** The files that all builds of a repository may share. */
export const SHARED: readonly Output['option'][] = ['readme.path', 'publish'];

/** What to choose instead. */
export const ANOTHER: Readonly<Record<Output['option'], string>> = {
  'id': 'another id: it names the workflow file.',
  'rehearse': 'another id: it names the workflow files.',
  'setupDoc.path': "another one, for instance setupDoc: { path: 'docs/tag-build.md' }.",
  'readme.path': "another one, for instance readme: { path: 'docs/README.md' }.",
  'publish': 'another place for the other file: this one cannot be chosen.',
};
