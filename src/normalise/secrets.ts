import { kindOf } from '../credentials/credential-kinds';
import type { PlatformModel, RepositoryModel, SecretModel } from '../model/model';
import type { TagBuildOptions } from '../options';
import type { Secret, SecretSpec } from '../secret';

/** Every secret of a build, once: the platforms', the steps' own, the credentials'. */
export function normaliseSecrets(
  options: TagBuildOptions,
  repositories: readonly RepositoryModel[],
  platforms: readonly PlatformModel[],
): SecretModel[] {
  const declared = [...(options.platforms ?? []).flatMap((platform) => platform._spec.options.secrets ?? []), ...options.secrets ?? []];
  return [...once(declared).map((spec) => declaredSecret(spec, platforms, options.secrets ?? [])), ...credentialSecrets(repositories)];
}

/** The same secret may be written down for several platforms. */
function once(secrets: Secret[]): SecretSpec[] {
  const specs = new Map(secrets.map(({ _spec }) => [JSON.stringify(_spec), _spec]));
  return [...specs.values()];
}

function declaredSecret(spec: SecretSpec, platforms: readonly PlatformModel[], ofSteps: Secret[]): SecretModel {
  const { title, required, options: { secrets, purpose, env, without, envWithout } } = spec;
  return {
    title,
    required,
    names: secrets,
    env: variables(secrets, env ?? {}),
    purpose: purpose ?? title,
    without: without ?? '',
    envWithout: envWithout ?? {},
    usedBy: {
      repositories: [],
      platforms: platforms.filter((platform) => platform.secrets.includes(title)).map(({ name }) => name),
      steps: ofSteps.some(({ _spec }) => _spec.title === title),
    },
  };
}

/** A secret without a variable of its own is in one of its name. */
function variables(secrets: readonly string[], renamed: Readonly<Record<string, string>>): Record<string, string> {
  const others = secrets.filter((name) => !Object.values(renamed).includes(name));
  return { ...Object.fromEntries(others.map((name) => [name, name])), ...renamed };
}

function credentialSecrets(repositories: readonly RepositoryModel[]): SecretModel[] {
  const readers = new Map<string, string[]>();
  for (const { name, credential } of repositories) {
    const secrets = kindOf(credential).secrets(credential).join();
    readers.set(secrets, [...readers.get(secrets) ?? [], name]);
  }
  readers.delete('');
  return [...readers].map(([secrets, names]) => ({
    title: secrets.split(',')[0],
    required: true,
    names: secrets.split(','),
    env: {},
    purpose: `reading ${names.join(', ')}`,
    without: '',
    envWithout: {},
    usedBy: { repositories: names, platforms: [], steps: false },
  }));
}
