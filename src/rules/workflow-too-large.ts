import type { WorkflowRule } from './rule';
import { MAX_WORKFLOW_BYTES } from '../github/limits';

export const workflowTooLarge: WorkflowRule = {
  id: 'workflow-too-large',
  level: 'error',
  about: 'workflow',
  cause: `GitHub starts no workflow whose file is larger than ${MAX_WORKFLOW_BYTES} bytes.`,
  cure: 'Spread the platforms over several builds, or move long commands into scripts of the repository.',
  check: ({ model, workflowText }) => {
    const bytes = Buffer.byteLength(workflowText);
    return bytes <= MAX_WORKFLOW_BYTES ? [] : [{
      where: model.workflowPath,
      what: `has ${bytes} bytes; GitHub allows ${MAX_WORKFLOW_BYTES}`,
      fix: 'Spread the platforms over several builds, or move long commands into scripts of the repository.',
    }];
  },
};
