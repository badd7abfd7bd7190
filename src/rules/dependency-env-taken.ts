import { dependencyPlace } from './dependencies';
import { optionOf, placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import { kindOfDependency } from '../dependencies/dependency-kinds';
import type { BuildJobModel, DependencyModel, Model } from '../model/model';
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
  cause: 'A step of `prepare`, or the `jobEnv` of a platform, sets a variable by which dependencies are read there, or two dependencies would be read by one variable. '
    + 'They could not be read any more, or what one is read with would reach the other.',
  cure: 'Leave the variable out; what git is to know besides can be set by `git config` in the step itself. Store what reads one of two dependencies in a secret of another name.',
  check: (model) => [
    ...model.jobs.flatMap((job) => job.prepare.flatMap((step, index) => [step, ...parallelSteps(step)]
      .flatMap(({ env }) => taken(model, job, optionOf(job, `prepare[${index}] env`), env)))),
    ...placedLegs(model).flatMap(({ job, platform, where }) => job.prepare.length ? taken(model, job, `${where} jobEnv`, platform.jobEnv) : []),
    ...takenTwice(model),
  ],
};

function taken(model: Model, job: BuildJobModel, where: string, env: Readonly<Record<string, string>> = {}): Finding[] {
  const ours = Object.keys(dependencyEnv(model, job, NO_SCRIPTS)).filter((name) => !MAY_BE_SET.includes(name)).map((name) => name.toUpperCase());
  return distinct(Object.keys(env)).filter((name) => ours.includes(name.toUpperCase())).map((name) => ({
    where,
    what: `sets '${name}', by which dependencies are read`,
    fix: 'Leave it out.',
  }));
}

/** Of one kind it is the same one that is declared twice. */
function takenTwice({ dependencies, jobs }: Model): Finding[] {
  return dependencies.flatMap((dependency, index) => {
    const others = dependencies.slice(0, index).filter(({ kind, id }) =>
      kind !== dependency.kind && jobs.some((job) => job.dependencies.includes(id) && job.dependencies.includes(dependency.id)));
    return others.flatMap((other) => differing(envOf(dependency), envOf(other)).map((name) => ({
      where: dependencyPlace(dependency),
      what: `would be read by the variable '${name}', by which ${dependencyPlace(other)} is read`,
      fix: 'Store one of the two secrets under another name.',
    })));
  });
}

function envOf(dependency: DependencyModel): Record<string, string> {
  return kindOfDependency(dependency).env(dependency);
}

/** Variables of one step are the same in upper and lower case. */
function differing(env: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] {
  const others = new Map(Object.entries(other).map(([name, value]) => [name.toUpperCase(), value]));
  return Object.keys(env).filter((name) => (others.get(name.toUpperCase()) ?? env[name]) !== env[name]);
}
