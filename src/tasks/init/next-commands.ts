import { packageCommands } from '../../adopt/package-commands';
import { npxCommand, packagesInVersions } from '../../adopt/packages';
import type { Manager } from '../../adopt/survey/manager';
import type { Place } from '../../adopt/survey/place';
import { isIgnoredBy } from '../../outside/git-ignore';

/** What a person runs once the declaration is written. */
export interface NextCommands {
  /** Undefined where nothing is to be installed. */
  readonly install: string | undefined;
  readonly synthesize: string;
  /** The same from then on. */
  readonly again: string;
}

/**
 * @param manager undefined without a package.json
 * @param listed the names of the packages that the package.json lists: each stays as it is
 */
export function nextCommands(manager: Manager | undefined, listed: readonly string[]): NextCommands {
  if (manager === undefined) {
    const synthesize = npxCommand('synth');
    return { install: undefined, synthesize, again: synthesize };
  }
  const { add, run } = packageCommands(manager);
  const missing = packagesInVersions().filter((one) => !listed.includes(one.split('@')[0]));
  return { install: missing.length ? [add, ...missing].join(' ') : undefined, synthesize: `${run} projen-tag-build synth`, again: `${run} projen` };
}

/** The lock file of a new repository, or the one that is there. */
const LOCKS: Readonly<Record<Manager['name'], string>> = { npm: 'package-lock.json', pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock', bun: 'bun.lock' };

/** What an installation changes, as far as git keeps it. */
export function changedByInstall({ name, lock, isPnp }: Manager, { read, exists }: Place): string[] {
  const hasNoLock = name === 'npm' && lock === undefined && /^[ \t]*package-lock[ \t]*=[ \t]*false\b/m.test(read('.npmrc') ?? '');
  const archives = name === 'yarn' && exists('.yarn/cache') ? ['.yarn/cache/'] : [];
  const changed = ['package.json', ...hasNoLock ? [] : [lock ?? LOCKS[name]], ...isPnp ? ['.pnp.cjs'] : [], ...archives];
  return changed.filter((file) => !isIgnoredBy(read('.gitignore') ?? '', file));
}
