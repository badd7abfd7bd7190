import type { WorkflowRule } from './rule';

export const actionsLock: WorkflowRule = {
  id: 'actions-lock',
  level: 'notice',
  about: 'workflow',
  cause: 'The repository has a lock file for actions. Where it is required, a workflow that is not in it does not start.',
  cure: 'Run `gh actions-lock` when the workflow has changed, and commit what it writes.',
  check: ({ model, actionsLock: present }) => present ? [{
    where: model.workflowPath,
    what: 'the repository has .github/workflows/actions.lock, which must list the actions of this workflow',
    fix: 'Run gh actions-lock when the workflow has changed.',
  }] : [],
};
