import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { kindOf } from '../credentials/credential-kinds';
import { writingTargetsOf } from '../model/publish';

export const publishCredentialUnfit: DeclarationRule = {
  id: 'publish-credential-unfit',
  level: 'error',
  about: 'declaration',
  cause: 'A release is to be made, or a workflow to be started, with a credential that cannot do it there: '
    + "the workflow's own token reaches no other repository, and a deploy key is for git alone.",
  cure: 'Declare a token or a GitHub App: `Contents: write` makes a release, `Actions: write` starts a workflow.',
  check: (model) => writingTargetsOf(model).flatMap((target) => {
    const complaint = kindOf(target.credential).publishComplaint?.(target.repository);
    return complaint ? [{ where: targetPlace(target, 'credential'), what: complaint.why, fix: complaint.hint }] : [];
  }),
};
