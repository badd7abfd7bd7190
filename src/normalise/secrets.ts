import { type DeclaredJob, signingsOf } from './jobs';
import { asGroup, type Group, once, titleOf } from './secret-groups';
import { signingGroup } from './signings';
import { secretsOf } from '../credentials/credential-kinds';
import { kindOfDependency } from '../dependencies/dependency-kinds';
import { gitDependenciesIn, legsOf } from '../model/jobs';
import type { BuildJobModel, DependencyModel, PublishTargetModel, RepositoryModel, SecretModel, SecretUse } from '../model/model';
import { environmentsOfTargets } from '../model/publish';
import type { PublishTarget } from '../publish-target';
import type { Secret } from '../secret';
import { andList, distinct } from '../text/words';

/** Whoever may declare a secret. */
interface Users {
  /** Those that own steps of every job may use. */
  readonly ofAllJobs: readonly Secret[];
  readonly declared: readonly DeclaredJob[];
  /** The same jobs, normalised. */
  readonly jobs: readonly BuildJobModel[];
  readonly repositories: readonly RepositoryModel[];
  readonly dependencies: readonly DependencyModel[];
  readonly declaredTargets: readonly PublishTarget[];
  /** The same targets, normalised. */
  readonly targets: readonly PublishTargetModel[];
}

/** Every secret of a build, once: the platforms', the steps' own, the publish targets', the credentials'. */
export function normaliseSecrets(users: Users): SecretModel[] {
  const ofPlatforms = users.declared.flatMap(({ options }) => (options.platforms ?? []).flatMap((platform) => platform._spec.options.secrets ?? []));
  const ofSteps = users.declared.flatMap(({ options }) => options.secrets ?? []);
  const ofTargets = users.declaredTargets.flatMap(secretsOfTarget);
  return [
    ...once([
      ...ofPlatforms.map(asGroup),
      ...signingsOf(users.declared).map(signingGroup),
      ...[...users.ofAllJobs, ...ofSteps, ...ofTargets].map(asGroup),
    ]).map((group) => declaredSecret(group, users)),
    ...credentialSecrets(users),
  ];
}

function declaredSecret(group: Group, users: Users): SecretModel {
  const { jobs, targets, declaredTargets } = users;
  const { title, required, options: { secrets, purpose, env, without, envWithout } } = group;
  const usedBy = {
    repositories: [],
    legs: legsOf({ jobs }).filter(({ platform }) => platform.secrets.includes(title))
      .map(({ job, platform }) => ({ job: job.id, platform: platform.name })),
    steps: jobs.map(({ id }) => id).filter((id) => secretsOfSteps(users, id).some((secret) => titleOf(secret) === title)),
    targets: targets.filter((_, index) => secretsOfTarget(declaredTargets[index]).some((secret) => titleOf(secret) === title)).map(({ id }) => id),
    dependencies: [],
  };
  return {
    title,
    required,
    names: secrets,
    env: variables(secrets, env ?? {}),
    purpose: purpose ?? title,
    environments: environmentsOf(usedBy, jobs, targets),
    without: without ?? '',
    envWithout: envWithout ?? {},
    usedBy,
  };
}

function secretsOfSteps({ ofAllJobs, declared }: Users, job: string): Secret[] {
  return [...ofAllJobs, ...declared.filter(({ id }) => id === job).flatMap(({ options }) => options.secrets ?? [])];
}

/** Only where all that use it have an environment: the guard, or a leg without one, reads the repository's. */
function environmentsOf({ legs, steps, targets: ids }: SecretUse, jobs: readonly BuildJobModel[], targets: readonly PublishTargetModel[]): string[] {
  // own steps may stand on every platform
  const users = legsOf({ jobs }).filter(({ job, platform }) =>
    steps.includes(job.id) || legs.some((leg) => leg.job === job.id && leg.platform === platform.name));
  const environments = [
    ...users.map(({ platform }) => platform.environment),
    ...environmentsOfTargets(targets.filter(({ id }) => ids.includes(id))),
  ];
  return distinctUnlessRepository(environments);
}

/** '' is none: then the secret is the repository's. */
function distinctUnlessRepository(environments: readonly string[]): string[] {
  return environments.includes('') ? [] : distinct(environments);
}

/** A secret without a variable of its own is in one of its name. */
function variables(secrets: readonly string[], renamed: Readonly<Record<string, string>>): Record<string, string> {
  const others = secrets.filter((name) => !Object.values(renamed).includes(name));
  return { ...Object.fromEntries(others.map((name) => [name, name])), ...renamed };
}

/** Those that own steps name. */
function secretsOfTarget({ _spec: spec }: PublishTarget): readonly Secret[] {
  return spec.kind === 'steps' ? spec.options.secrets ?? [] : [];
}

/** What a credential's secrets are for. */
interface Opened {
  readonly repositories: Set<string>;
  readonly dependencies: Set<DependencyModel>;
  readonly targets: Set<PublishTargetModel>;
}

/** A secret that reads is the guard's to check; one that only publishes may live in an environment. */
function credentialSecrets({ repositories, dependencies, targets }: Pick<Users, 'repositories' | 'dependencies' | 'targets'>): SecretModel[] {
  const opened = new Map<string, Opened>();
  const openedBy = (names: readonly string[]) => {
    const secrets = names.join();
    const all = opened.get(secrets) ?? { repositories: new Set(), dependencies: new Set(), targets: new Set() };
    opened.set(secrets, all);
    return all;
  };
  repositories.forEach(({ name, credential }) => openedBy(secretsOf(credential)).repositories.add(name));
  dependencies.forEach((dependency) => openedBy(kindOfDependency(dependency).secrets(dependency)).dependencies.add(dependency));
  targets.forEach((target) => 'credential' in target && openedBy(secretsOf(target.credential)).targets.add(target));
  opened.delete('');
  return [...opened].map(([secrets, all]) => credentialSecret(secrets.split(','), all));
}

function credentialSecret(names: readonly string[], { repositories, dependencies, targets }: Opened): SecretModel {
  const fetched = [...dependencies];
  const read = distinct([...repositories, ...gitDependenciesIn(fetched).map(({ name }) => name)]);
  const registries = fetched.filter(({ kind }) => kind !== 'github').map(registryWords);
  const written = [...targets];
  return {
    title: names[0],
    required: true,
    names,
    env: {},
    purpose: andList([...read.length + registries.length ? [`reading ${[...read, ...registries].join(', ')}`] : [], ...distinct(written.map(purposeOf))]),
    environments: read.length + registries.length ? [] : distinctUnlessRepository(environmentsOfTargets(written)),
    without: '',
    envWithout: {},
    usedBy: { repositories: read, legs: [], steps: [], targets: written.map(({ id }) => id), dependencies: fetched.map(({ id }) => id) },
  };
}

function registryWords(dependency: DependencyModel): string {
  const { what, title } = kindOfDependency(dependency);
  return `the ${what} ${title(dependency)}`;
}

function purposeOf(target: PublishTargetModel): string {
  const where = 'repository' in target ? target.repository || 'this repository' : target.id;
  return target.kind === 'workflow' ? `starting ${target.workflow} in ${where}` : `publishing to ${where}`;
}
