import { Model, PlatformModel, SecretModel } from './model';
import { exampleTags } from '../github/example-tags';
import { distinct } from '../text/words';

/** What several sections ask of a model. */

export type OperatingSystem = 'linux' | 'macos' | 'windows' | 'other';

/** By the runner's labels, and where those say nothing, by the platform's name. */
export function operatingSystem(platform: PlatformModel): OperatingSystem {
  return fromWords(platform.runsOn.join(' ')) ?? fromWords(platform.name) ?? 'other';
}

function fromWords(words: string): OperatingSystem | undefined {
  if (/macos|darwin|xcode/i.test(words)) return 'macos';
  if (/windows/i.test(words)) return 'windows';
  return /ubuntu|linux/i.test(words) ? 'linux' : undefined;
}

/** A secret that repositories are read with. */
export function isReadToken(secret: SecretModel): boolean {
  return secret.usedBy.repositories.length > 0;
}

/**
 * The environments a secret has to be stored in; none where it has to be the repository's, because
 * the guard or a platform without an environment reads it.
 */
export function environmentsOf(model: Model, secret: SecretModel): string[] {
  // own steps may stand on every platform
  const users = model.platforms.filter(platform => secret.usedBy.steps || platform.secrets.includes(secret.title));
  const elsewhere = isReadToken(secret) || users.some(platform => platform.environment === '');
  return elsewhere ? [] : distinct(users.map(platform => platform.environment));
}

export function environments(model: Model): string[] {
  return distinct(model.platforms.map(platform => platform.environment).filter(name => name !== ''));
}

/** The owners (user or organization) of `owner/name`. */
export function ownersOf(repositories: readonly string[]): string[] {
  return distinct(repositories.map(name => name.split('/')[0]));
}

/** The tag that the commands show. */
export function exampleTag(model: Model): string {
  return exampleTags(model.tags).matching[0] ?? 'your-tag';
}

/** The workflow file as `gh` wants it. */
export function workflowFile(model: Model): string {
  return model.workflowPath.split('/').pop()!;
}

/** Whether an optional secret signs, by the words of its declaration: no other trace says so. */
export function isSigning(secret: SecretModel): boolean {
  return !secret.required && /sign|notari[sz]|certificate/i.test([secret.title, secret.purpose, secret.without, ...secret.names].join(' '));
}
