import { targetPlace } from './places';
import { complain, type DeclarationRule } from './rule';
import type { Complaint } from '../github/complaint';
import { MAX_DISPATCH_INPUTS } from '../github/limits';
import { followUpsOf } from '../model/publish';

/** Names are no texts in which GitHub would find an expression, nor an author look for one. */
const INPUT_NAME = /^[A-Za-z_][\w.-]*$/;

export const followUpMalformed: DeclarationRule = {
  id: 'follow-up-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The workflow that is to be started is not named by its file, or is given more inputs than GitHub takes, or one of a name that none has.',
  cure: `Write the name of its file alone, such as \`website.yml\`, and at most ${MAX_DISPATCH_INPUTS} inputs, each by a name of letters, digits, \`_\` and \`-\`.`,
  check: (model) => followUpsOf(model).flatMap((target) => {
    const { workflow, inputs } = target;
    const complaint = workflowFileProblem(workflow);
    const names = Object.keys(inputs);
    return [
      ...complaint ? [complain(targetPlace(target, 'workflow'), workflow, complaint)] : [],
      ...names.length > MAX_DISPATCH_INPUTS ? [{
        where: targetPlace(target, 'inputs'),
        what: `are ${names.length}; GitHub takes at most ${MAX_DISPATCH_INPUTS}`,
        fix: 'Put several values into one, for instance as JSON.',
      }] : [],
      ...names.filter((name) => !INPUT_NAME.test(name)).map((name) => complain(targetPlace(target, 'inputs'), name, {
        why: "is no name of an input: letters, digits, '_', '.' and '-', with a letter or '_' first",
        hint: 'Write it as it stands in the workflow that is started; values are texts behind it.',
      })),
    ];
  }),
};

function workflowFileProblem(workflow: string): Complaint | undefined {
  if (/^[\w-][\w .-]*\.ya?ml$/.test(workflow)) {
    return undefined;
  }
  const file = workflow.split('/').pop()!;
  return workflow.includes('/') && /\.ya?ml$/.test(file)
    ? { why: 'is a path', hint: `Write '${file}': workflows lie in .github/workflows.` }
    : { why: 'is not the name of a workflow file', hint: "Write the file's name, for instance 'website.yml'." };
}
