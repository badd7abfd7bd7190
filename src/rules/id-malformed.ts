import type { DeclarationRule, Finding } from './rule';
import { nameComplaint } from '../github/checkout-paths';
import { workflowFile } from '../model/facts';
import { workflowsOf } from '../model/workflows';

const ID = /^[A-Za-z0-9][\w.-]*$/;

export const idMalformed: DeclarationRule = {
  id: 'id-malformed',
  level: 'error',
  about: 'declaration',
  always: true,
  cause: 'The id of a build names files and artifacts, and has characters that they cannot have, or is too long for one, or the name of a device on Windows. '
    + 'This rule cannot be switched off.',
  cure: 'Use letters, digits, `.`, `_` and `-`, with a letter or digit first.',
  check: (model) => ID.test(model.id) ? workflowsOf(model).flatMap((workflow) => fileNameFindings(workflowFile(workflow.model))) : [{
    where: 'id',
    what: model.id ? `'${model.id}' has other characters than letters, digits, '.', '_' and '-', or starts with one of the last three` : 'is empty',
    fix: "Choose one such as 'desktop-tag-build'.",
  }],
};

function fileNameFindings(name: string): Finding[] {
  const complaint = nameComplaint(name);
  return complaint ? [{ where: 'id', what: `the file '${name}' ${complaint.why}`, fix: complaint.hint }] : [];
}
