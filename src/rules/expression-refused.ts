import { complain, type WorkflowRule } from './rule';
import { texts } from './workflow-texts';
import { expressionComplaint, expressionPlace } from '../github/expression-places';

export const expressionRefused: WorkflowRule = {
  id: 'expression-refused',
  level: 'error',
  about: 'workflow',
  cause: 'The workflow, with all that was patched or added, has an expression that GitHub cannot read where it stands: not every context and function is known everywhere. GitHub then starts no job of the whole workflow.',
  cure: 'Correct what was patched or added; for what is declared, set the value in the `env` of an own step.',
  check: ({ workflow }) => texts(workflow).filter(({ path, text }) => text.includes('${{') || path.endsWith('.if')).flatMap(({ path, text }) => {
    const place = expressionPlace(path);
    const complaint = place && expressionComplaint(text, place);
    return complaint ? [complain(path, complaint.expression, complaint)] : [];
  }),
};
