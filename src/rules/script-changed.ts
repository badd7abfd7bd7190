import type { WorkflowRule } from './rule';
import { changedScripts, SCRIPT_CHANGED } from '../render/workflow/script-changes';

export const scriptChanged: WorkflowRule = {
  id: SCRIPT_CHANGED,
  level: 'warning',
  about: 'workflow',
  cause: 'A script of this package was changed or removed through `tagBuild.workflow`. It may no longer do what the documents say, and it is not what the package ships, which is what a reviewer wants to know.',
  cure: 'Undo it, and let a step of your own do what is to happen besides. If it has to be, switch this rule off with the reason: until then the check task fails.',
  check: ({ declared, workflow, parts }) => changedScripts(declared, workflow, parts)
    .map((change) => ({ ...change, fix: 'Undo it, or say in ignore why it has to be.' })),
};
