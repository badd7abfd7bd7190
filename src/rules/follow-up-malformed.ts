import { targetPlace } from './places';
import { complain, type DeclarationRule } from './rule';
import type { Complaint } from '../github/complaint';
import { MAX_DISPATCH_INPUTS } from '../github/limits';
import { followUpsOf } from '../model/publish';

export const followUpMalformed: DeclarationRule = {
  id: 'follow-up-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The workflow that is to be started is not named by its file, or is given more inputs than GitHub takes.',
  cure: `Write the name of its file alone, such as \`website.yml\`, and at most ${MAX_DISPATCH_INPUTS} inputs.`,
  check: (model) => followUpsOf(model).flatMap((target) => {
    const { workflow, inputs } = target;
    const complaint = workflowFileProblem(workflow);
    const inputCount = Object.keys(inputs).length;
    return [
      ...complaint ? [complain(targetPlace(target, 'workflow'), workflow, complaint)] : [],
      ...inputCount > MAX_DISPATCH_INPUTS ? [{
        where: targetPlace(target, 'inputs'),
        what: `are ${inputCount}; GitHub takes at most ${MAX_DISPATCH_INPUTS}`,
        fix: 'Put several values into one, for instance as JSON.',
      }] : [],
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
