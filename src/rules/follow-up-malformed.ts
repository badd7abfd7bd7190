import { targetPlace } from './places';
import { complain, type DeclarationRule } from './rule';
import type { Complaint } from '../github/complaint';
import { MAX_DISPATCH_INPUTS } from '../github/limits';
import { workflowFile } from '../model/facts';
import { followUpsOf } from '../model/publish';
import { placeholdersIn } from '../text/placeholders';

/** Names are no texts in which GitHub would find an expression, nor an author look for one. */
const INPUT_NAME = /^[A-Za-z_][\w.-]*$/;

export const followUpMalformed: DeclarationRule = {
  id: 'follow-up-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The workflow that is to be started is not named by its file, or is the one that starts it; its `ref` has a placeholder; or it is given more inputs than GitHub takes, or one of a name that none has.',
  cure: `Write the name of its file alone, such as \`website.yml\`, a branch or a tag as it is called, and at most ${MAX_DISPATCH_INPUTS} inputs, each by a name of letters, digits, \`_\` and \`-\`.`,
  check: (model) => followUpsOf(model).flatMap((target) => {
    const { workflow, repository, ref, inputs } = target;
    const complaint = repository === '' && workflow === workflowFile(model) ? ITSELF : workflowFileProblem(workflow);
    const names = Object.keys(inputs);
    return [
      ...complaint ? [complain(targetPlace(target, 'workflow'), workflow, complaint)] : [],
      ...placeholdersIn(ref).length > 0 ? [{
        where: targetPlace(target, 'ref'),
        what: `'${ref}' has a placeholder, which has no value there`,
        fix: "Name a branch or a tag as it is called, and hand the tag over in inputs: { tag: '{tag}' }.",
      }] : [],
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

/** With a fixed tag as its ref it would start again and again. */
const ITSELF: Complaint = { why: 'is the workflow of this build itself', hint: 'Name another workflow.' };

function workflowFileProblem(workflow: string): Complaint | undefined {
  if (/^[\w-][\w .-]*\.ya?ml$/.test(workflow)) {
    return undefined;
  }
  const file = workflow.split('/').pop()!;
  return workflow.includes('/') && /\.ya?ml$/.test(file)
    ? { why: 'is a path', hint: `Write '${file}': workflows lie in .github/workflows.` }
    : { why: 'is not the name of a workflow file', hint: "Write the file's name, for instance 'website.yml'." };
}
