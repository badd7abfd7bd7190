import { optionOf, placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import type { BuildJobModel, Model } from '../model/model';
import { parallelSteps } from '../model/steps';
import { dependencyEnv } from '../render/workflow/dependency-steps';
import type { Scripts } from '../text/scripts';
import { distinct } from '../text/words';

/** Whoever sets these means more than what is declared. */
const MAY_BE_SET = ['CARGO_NET_GIT_FETCH_WITH_CLI', 'GOPRIVATE', 'GIT_TERMINAL_PROMPT'];

/** Only the names of the variables are asked for. */
const NO_SCRIPTS = { sshWithKey: '' } as Scripts;

export const dependencyEnvTaken: DeclarationRule = {
  id: 'dependency-env-taken',
  level: 'error',
  about: 'declaration',
  cause: 'A step of `prepare`, or the `env` of a platform, sets a variable by which dependencies are read there. They could not be read any more.',
  cure: 'Leave the variable out. What git is to know besides can be set by `git config` in the step itself.',
  check: (model) => [
    ...model.jobs.flatMap((job) => job.prepare.flatMap((step, index) => [step, ...parallelSteps(step)]
      .flatMap(({ env }) => taken(model, job, optionOf(job, `prepare[${index}] env`), env)))),
    ...placedLegs(model).flatMap(({ job, platform, where }) => job.prepare.length ? taken(model, job, `${where} env`, platform.env) : []),
  ],
};

function taken(model: Model, job: BuildJobModel, where: string, env: Readonly<Record<string, string>> = {}): Finding[] {
  const ours = Object.keys(dependencyEnv(model, job, NO_SCRIPTS)).filter((name) => !MAY_BE_SET.includes(name));
  return distinct(Object.keys(env)).filter((name) => ours.includes(name.toUpperCase())).map((name) => ({
    where,
    what: `sets '${name}', by which dependencies are read`,
    fix: 'Leave it out.',
  }));
}
