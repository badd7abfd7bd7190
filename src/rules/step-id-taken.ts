import { ownSteps, type OwnStep } from './own-steps';
import { type DeclarationRule, repeated } from './rule';
import type { Model } from '../model/model';

/** Ids of the steps that every build job has, and how those of its own checkouts and tools begin. */
const RESERVED = /^(check-outputs|empty-workspace|platform-env|collect|upload|build|(checkout|setup|build|app-token)-.*)$/i;

export const stepIdTaken: DeclarationRule = {
  id: 'step-id-taken',
  level: 'error',
  about: 'declaration',
  cause: 'An own step has an id that another step of the build job has, or that generated steps have.',
  cure: 'Give it another `id`, or none. `build`, `collect`, `upload` and what begins with `checkout-`, `setup-`, `build-` or `app-token-` are taken.',
  check: (model) => [
    ...distinct(model).filter(({ step }) => RESERVED.test(step.id!)),
    ...repeated(distinct(model), ({ step }) => step.id!).map(({ value }) => value),
  ].map(({ where, step }) => ({
    where,
    what: `a step with the id '${step.id}' is there already`,
    fix: 'Choose another id, or leave it out.',
  })),
};

/** A step that several platforms have at one place is one step of the job. */
function distinct(model: Model): OwnStep[] {
  const steps = ownSteps(model).filter(({ step }) => step.id);
  return [...new Map(steps.map((own) => [JSON.stringify([own.list, own.index, own.step]), own])).values()];
}
