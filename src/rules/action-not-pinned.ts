import { ownSteps } from './own-steps';
import type { Finding, ProjectRule, WorkflowFacts } from './rule';
import { texts, type WorkflowText } from './workflow-texts';

/** A full commit SHA, an image's digest, or an action of the repository itself. */
const PINNED = /@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$|^[.$]\//;

/** Where an action stands, or a workflow that is called. */
const USES = /^jobs\.[^.]+\.(?:steps\.[^.]+\.(?:parallel\.[^.]+\.)?)?uses$/;

export const actionNotPinned: ProjectRule = {
  id: 'action-not-pinned',
  level: 'warning',
  about: 'project',
  cause: 'An own step, or a job that was added to the workflow, uses an action by a tag or a branch, which its owner can move, and it runs beside your secrets. '
    + 'Some organizations refuse such a workflow.',
  cure: 'Write the full SHA of a commit: `owner/name@<40 hexadecimal digits>`.',
  check: ({ further, ...first }) => [
    ...ownSteps(first.model).flatMap(({ where, step: { uses } }) => uses === undefined ? [] : findings(where, uses)),
    ...addedIn(first).flatMap(({ path, text }) => findings(path, text)),
    ...further.flatMap((one) => addedIn(one).flatMap(({ path, text }) => findings(`${one.model.workflowPath}: ${path}`, text))),
  ],
};

/** What the declaration does not say: jobs and steps that were added or changed behind it. */
function addedIn({ workflow, declared }: WorkflowFacts): WorkflowText[] {
  const said = texts(declared);
  return texts(workflow).filter(({ path, text }) => USES.test(path) && !said.some((one) => one.path === path && one.text === text));
}

function findings(where: string, uses: string): Finding[] {
  return PINNED.test(uses) ? [] : [{
    where,
    what: `uses '${uses}', which is not pinned to a commit`,
    fix: 'Write the full SHA of the commit behind the @.',
  }];
}
