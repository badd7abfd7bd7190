import type { DeclaredJob } from './jobs';
import { asGroup, type Group, once, titleOf } from './secret-groups';
import { secretsOf } from '../credentials/credential-kinds';
import { legsOf } from '../model/jobs';
import type { BuildJobModel, RepositoryModel, SecretModel, SecretUse } from '../model/model';
import type { Secret } from '../secret';
import { distinct } from '../text/words';

/** Whoever may declare a secret. */
interface Users {
  /** Those that own steps of every job may use. */
  readonly ofAllJobs: readonly Secret[];
  readonly declared: readonly DeclaredJob[];
  /** The same jobs, normalised. */
  readonly jobs: readonly BuildJobModel[];
  readonly repositories: readonly RepositoryModel[];
}

/** Every secret of a build, once: the platforms', the steps' own, the credentials'. */
export function normaliseSecrets(users: Users): SecretModel[] {
  const ofPlatforms = users.declared.flatMap(({ options }) => (options.platforms ?? []).flatMap((platform) => platform._spec.options.secrets ?? []));
  const ofSteps = users.declared.flatMap(({ options }) => options.secrets ?? []);
  return [
    ...once([...ofPlatforms, ...users.ofAllJobs, ...ofSteps].map(asGroup)).map((group) => declaredSecret(group, users)),
    ...credentialSecrets(users.repositories),
  ];
}

function declaredSecret(group: Group, users: Users): SecretModel {
  const { jobs } = users;
  const { title, required, options: { secrets, purpose, env, without, envWithout } } = group;
  const usedBy = {
    repositories: [],
    legs: legsOf({ jobs }).filter(({ platform }) => platform.secrets.includes(title))
      .map(({ job, platform }) => ({ job: job.id, platform: platform.name })),
    steps: jobs.map(({ id }) => id).filter((id) => secretsOfSteps(users, id).some((secret) => titleOf(secret) === title)),
  };
  return {
    title,
    required,
    names: secrets,
    env: variables(secrets, env ?? {}),
    purpose: purpose ?? title,
    environments: environmentsOf(usedBy, jobs),
    without: without ?? '',
    envWithout: envWithout ?? {},
    usedBy,
  };
}

function secretsOfSteps({ ofAllJobs, declared }: Users, job: string): Secret[] {
  return [...ofAllJobs, ...declared.filter(({ id }) => id === job).flatMap(({ options }) => options.secrets ?? [])];
}

/** Only where all that use it have an environment: the guard, or a leg without one, reads the repository's. */
function environmentsOf({ legs, steps }: SecretUse, jobs: readonly BuildJobModel[]): string[] {
  // own steps may stand on every platform
  const users = legsOf({ jobs }).filter(({ job, platform }) =>
    steps.includes(job.id) || legs.some((leg) => leg.job === job.id && leg.platform === platform.name));
  const environments = users.map(({ platform }) => platform.environment);
  return environments.includes('') ? [] : distinct(environments);
}

/** A secret without a variable of its own is in one of its name. */
function variables(secrets: readonly string[], renamed: Readonly<Record<string, string>>): Record<string, string> {
  const others = secrets.filter((name) => !Object.values(renamed).includes(name));
  return { ...Object.fromEntries(others.map((name) => [name, name])), ...renamed };
}

function credentialSecrets(repositories: readonly RepositoryModel[]): SecretModel[] {
  const readers = new Map<string, Set<string>>();
  for (const { name, credential } of repositories) {
    const secrets = secretsOf(credential).join();
    readers.set(secrets, (readers.get(secrets) ?? new Set()).add(name));
  }
  readers.delete('');
  return [...readers].map(([secrets, names]) => ({
    title: secrets.split(',')[0],
    required: true,
    names: secrets.split(','),
    env: {},
    purpose: `reading ${[...names].join(', ')}`,
    environments: [],
    without: '',
    envWithout: {},
    usedBy: { repositories: [...names], legs: [], steps: [] },
  }));
}
