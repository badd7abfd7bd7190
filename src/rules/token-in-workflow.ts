import type { WorkflowRule } from './rule';
import { texts } from './workflow-texts';
import { tokenIn } from '../text/tokens';

export const tokenInWorkflow: WorkflowRule = {
  id: 'token-in-workflow',
  level: 'error',
  about: 'workflow',
  cause: 'A text that was added through `tagBuild.workflow` holds what looks like a token or a private key, and would be committed with the workflow. '
    + 'It is not repeated in the message.',
  cure: 'Revoke it, store a new one with `gh secret set NAME`, declare the secret, and read it in `env` as `${{ secrets.NAME }}`.',
  check: ({ model, workflow }) => {
    // what was declared is secret-token-shaped's to judge
    const declared = texts(model).map(({ text }) => text);
    return texts(workflow).flatMap(({ path, text }) => {
      const token = tokenIn(text);
      return token === undefined || declared.some((own) => own.includes(token)) ? [] : [{
        where: path,
        what: 'holds what looks like a token or a private key (not shown here)',
        fix: 'Revoke it, store a new one with gh secret set NAME, declare the secret, and read it in env as ${{ secrets.NAME }}.',
      }];
    });
  },
};
