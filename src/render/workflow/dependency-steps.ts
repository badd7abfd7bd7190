import { onlyOn } from './step-lists';
import { kindOf } from '../../credentials/credential-kinds';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { isKey } from '../../dependencies/github';
import { dependenciesOf, gitDependenciesIn, hasSubmodules, isForPlatform } from '../../model/jobs';
import type { BuildJobModel, DependencyModel, GithubDependencyModel, Model, NpmRegistryModel, RepositoryModel, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** Ids of the steps around those that install. */
const NPMRC = 'dependencies-npmrc';
const FORGET = 'dependencies-forget';

/** The id of the step that checks out the submodules of a repository. */
export function submodulesId({ id }: RepositoryModel): string {
  return `submodules-${id}`;
}

/** The variables by which a step, and nothing behind it, reads all that a job fetches. */
export function dependencyEnv(model: Model, job: BuildJobModel, scripts: Scripts): Record<string, string> {
  const dependencies = dependenciesOf(model, job);
  const fetched = gitDependenciesIn(dependencies);
  const npm = npmRegistriesIn(dependencies);
  return {
    ...gitEnv(fetched, scripts),
    ...fetched.length && { CARGO_NET_GIT_FETCH_WITH_CLI: 'true', GOPRIVATE: fetched.map(({ name }) => `github.com/${name}`).join(',') },
    ...npm.length && { NPM_CONFIG_USERCONFIG: USERCONFIG },
    ...Object.assign({}, ...dependencies.map((dependency) => kindOfDependency(dependency).env(dependency))),
  };
}

const USERCONFIG = `\${{ steps.${NPMRC}.outputs.userconfig }}`;

/** By variables alone, so that nothing is left behind: no file, and no token in an address or an argument. */
function gitEnv(dependencies: readonly GithubDependencyModel[], scripts: Scripts): Record<string, string> {
  const settings = dependencies.flatMap((dependency) => kindOfDependency(dependency).git?.(dependency) ?? []);
  const keys = dependencies.filter(isKey);
  return dependencies.length ? {
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]])),
    GIT_TERMINAL_PROMPT: '0',
    ...Object.assign({}, ...dependencies.map((dependency) => kindOf(dependency.credential).env(dependency))),
    ...keys.length && {
      DEPLOY_KEYS: keys.map((dependency) => `${dependency.name} ${Object.keys(kindOf(dependency.credential).env(dependency))[0]}`).join('\n'),
      GIT_SSH_COMMAND: scripts.sshWithKey.trimEnd(), // git puts the arguments behind it
      GIT_SSH_VARIANT: 'ssh',
    },
  } : {};
}

function npmRegistriesIn(dependencies: readonly DependencyModel[]): NpmRegistryModel[] {
  return dependencies.filter((dependency) => dependency.kind === 'npm-registry');
}

/** npm reads which registry has which scope from a file only. No token is in it. */
export function npmrcSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const registries = npmRegistriesIn(dependenciesOf(model, job));
  return registries.length ? [{
    name: 'Name the private npm registries',
    id: NPMRC,
    env: { NPM_REGISTRIES: registries.map(({ scope, registry, secret }) => `${scope || '-'} ${registry} ${secret}`).join('\n') },
    run: scripts.npmRegistries,
  }] : [];
}

/** Behind the steps that install, however they ended. */
export function forgetSteps(model: Model, job: BuildJobModel): StepModel[] {
  return npmRegistriesIn(dependenciesOf(model, job)).length ? [{
    name: 'Forget the private npm registries',
    id: FORGET,
    if: 'always()',
    env: { USERCONFIG },
    run: 'rm -f "$USERCONFIG"',
  }] : [];
}

/** Whether a repository has submodules, which may have credentials of their own. */
function isOurs(model: Model, job: BuildJobModel, repository: RepositoryModel): boolean {
  return hasSubmodules(repository) && gitDependenciesIn(dependenciesOf(model, job)).length > 0;
}

/** What actions/checkout takes of a repository: not the submodules that have credentials of their own. */
export function withoutSubmodules(model: Model, job: BuildJobModel, repository: RepositoryModel): RepositoryModel {
  const { submodules, ...others } = repository.with;
  return isOurs(model, job, repository) ? { ...repository, with: others } : repository;
}

/** Behind all checkouts, since one may lie in the directory of another. */
export function submoduleSteps(model: Model, job: BuildJobModel, repositories: readonly RepositoryModel[], scripts: Scripts): StepModel[] {
  const ours = repositories.filter((repository) => isOurs(model, job, repository));
  return ours.map((repository) => onlyOn(platformsWith(job, repository), job.platforms.length, {
    name: `Check out the submodules of ${repository.self ? 'this repository' : repository.name}`,
    id: submodulesId(repository),
    ...repository.path && { 'working-directory': repository.path },
    env: {
      ...gitEnv(gitDependenciesIn(dependenciesOf(model, job)), scripts),
      RECURSIVE: repository.with.submodules === 'recursive' ? 'true' : '',
      ...'fetch-depth' in repository.with && { DEPTH: String(repository.with['fetch-depth']) },
      LFS: String(repository.with.lfs) === 'true' ? 'true' : '',
    },
    run: scripts.submodules,
  }));
}

function platformsWith({ platforms }: BuildJobModel, repository: RepositoryModel): string[] {
  return platforms.map(({ name }) => name).filter((name) => isForPlatform(repository, name));
}
