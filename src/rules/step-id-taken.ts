import { ownSteps, type OwnStep } from './own-steps';
import { type DeclarationRule, type Finding, repeated } from './rule';
import type { Model } from '../model/model';
import { RESERVED_IDS, withEnv } from '../model/steps';

/** The same of a job of your own that publishes. */
const RESERVED_TO_PUBLISH = /^(empty-workspace|check-secrets|download-set)$/i;

export const stepIdTaken: DeclarationRule = {
  id: 'step-id-taken',
  level: 'error',
  about: 'declaration',
  cause: 'An own step has an id that another step of the job has, or that generated steps have; '
    + 'or it would stand there several times, because the variables of its platforms differ.',
  cure: 'Give it another `id`, or none. `build`, `collect`, `upload` and what begins with `checkout-`, `submodules-`, `dependencies-`, `setup-`, `build-`, `smoke-test` or `app-token-` are taken in a build job, `empty-workspace`, `check-secrets` and `download-set` in a job that publishes. '
    + "Where the platforms' variables differ, set the variables in the `env` of the steps that read them.",
  check: (model) => {
    const steps = distinct(model);
    return [
      ...[...steps.filter(isReserved), ...repeated(steps, ({ job, step }) => `${job} ${step.id}`).map(({ value }) => value)].map(taken),
      ...steps.filter((step) => copies(step) > 1).map(copied),
    ];
  },
};

function isReserved({ step, platforms }: OwnStep): boolean {
  return (platforms.length ? RESERVED_IDS : RESERVED_TO_PUBLISH).test(step.id!);
}

/** A step that several platforms have at one place is one step of the job. */
function distinct(model: Model): OwnStep[] {
  const steps = new Map<string, OwnStep>();
  for (const own of ownSteps(model).filter(({ step }) => step.id)) {
    const key = JSON.stringify([own.job, own.place, own.step]);
    const first = steps.get(key);
    steps.set(key, first ? { ...first, platforms: [...first.platforms, ...own.platforms] } : own);
  }
  return [...steps.values()];
}

function copies({ step, platforms, isShared }: OwnStep): number {
  return new Set(platforms.map(({ env, jobEnv }) => JSON.stringify(withEnv(isShared ? jobEnv : env, step)))).size;
}

function taken({ where, step }: OwnStep): Finding {
  return { where, what: `a step with the id '${step.id}' is there already`, fix: 'Choose another id, or leave it out.' };
}

function copied(own: OwnStep): Finding {
  return {
    where: own.where,
    what: `the step '${own.step.id}' would be there ${copies(own)} times with one id, because the ${own.isShared ? 'jobEnv' : 'env'} of its platforms differs`,
    fix: "Leave the id out, or set the variables in the env of the steps that read them and not in the platforms'.",
  };
}
