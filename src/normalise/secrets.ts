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
  const renamed = Object.entries(env ?? {});
  return {
    title,
    required,
    names: secrets,
    env: Object.fromEntries(secrets.map((name) => [renamed.find(([, secret]) => secret === name)?.[0] ?? name, name])),
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

function credentialSecrets(repositories: readonly RepositoryModel[]): SecretModel[] {
  const readers = new Map<string, string[]>();
  for (const { name, credential } of repositories) {
    for (const secret of kindOf(credential).secrets(credential)) {
      readers.set(secret, [...readers.get(secret) ?? [], name]);
    }
  }
  return [...readers].map(([secret, names]) => ({
    title: secret,
    required: true,
    names: [secret],
    env: {},
    purpose: `reading ${names.join(', ')}`,
    without: '',
    envWithout: {},
    usedBy: { repositories: names, platforms: [], steps: false },
  }));
}
