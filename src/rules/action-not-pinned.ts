import { ownSteps } from './own-steps';
import type { DeclarationRule } from './rule';

/** A full commit SHA, an image's digest, or an action of the checked-out repository. */
const PINNED = /@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$|^\.\//;

export const actionNotPinned: DeclarationRule = {
  id: 'action-not-pinned',
  level: 'warning',
  about: 'declaration',
  cause: 'An own step uses an action by a tag or a branch, which its owner can move, and it runs beside your secrets. '
    + 'Some organizations refuse such a workflow.',
  cure: 'Write the full SHA of a commit: `owner/name@<40 hexadecimal digits>`.',
  check: (model) => ownSteps(model).filter(({ step: { uses } }) => uses !== undefined && !PINNED.test(uses)).map(({ where, step }) => ({
    where,
    what: `uses '${step.uses}', which is not pinned to a commit`,
    fix: 'Write the full SHA of the commit behind the @.',
  })),
};
