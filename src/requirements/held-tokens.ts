import { kindOf } from '../credentials/credential-kinds';
import { readBy } from '../model/jobs';
import type { Model } from '../model/model';
import { writingTargetsOf } from '../model/publish';

/** A secret that holds what stops working some day, and what that opens. */
export interface HeldToken {
  readonly secret: string;
  /** `owner/name`, one of several; '' is the repository that runs the workflow. */
  readonly repository: string;
}

/** Those of all credentials, each once. */
export function tokensOf(model: Model): HeldToken[] {
  const opened = [...readBy(model).map(({ name, credential }) => ({ repository: name, credential })), ...writingTargetsOf(model)];
  const held = opened.flatMap(({ repository, credential }) =>
    kindOf(credential).holds(credential).filter(({ expires }) => expires).map(({ secret }) => ({ secret, repository })));
  return held.filter(({ secret }, index) => held.findIndex((one) => one.secret === secret) === index);
}
