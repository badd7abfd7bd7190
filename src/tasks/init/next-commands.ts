import { npxCommand, packagesInVersions } from '../../adopt/packages';
import type { Survey } from '../../adopt/survey/survey';

/** What a person runs once the declaration is written. */
export interface NextCommands {
  /** Undefined where nothing is to be installed. */
  readonly install: string | undefined;
  readonly synthesize: string;
  /** The same from then on. */
  readonly again: string;
}

type Manager = NonNullable<Survey['manager']>;

/** The repository, as far as its package manager asks. */
export interface Packages extends Pick<Survey, 'manager' | 'managerVersion'> {
  /** Whether the root is that of a workspace. */
  readonly isWorkspace: boolean;
}

/** What installs development dependencies at the root, and what runs a program of a package. */
const MANAGERS: Readonly<Record<Manager, (packages: Packages) => { readonly add: string; readonly run: string }>> = {
  'npm': () => ({ add: 'npm install --save-dev', run: 'npx' }),
  // which refuses to install at the root of a workspace otherwise
  'pnpm': ({ isWorkspace }) => ({ add: `pnpm add --save-dev${isWorkspace ? ' --workspace-root' : ''}`, run: 'pnpm exec' }),
  'yarn': ({ isWorkspace, managerVersion }) => ({ add: `yarn add --dev${isWorkspace && isClassic(managerVersion) ? ' --ignore-workspace-root-check' : ''}`, run: 'yarn' }),
  'yarn-pnp': () => ({ add: 'yarn add --dev', run: 'yarn' }),
  'bun': () => ({ add: 'bun add --dev', run: 'bunx' }),
};

/** The second Yarn has no such option. */
function isClassic(version: string | undefined): boolean {
  return version?.startsWith('1.') ?? false;
}

export function nextCommands(packages: Packages): NextCommands {
  const { manager } = packages;
  if (manager === undefined) {
    const synthesize = npxCommand('synth');
    return { install: undefined, synthesize, again: synthesize };
  }
  const { run } = MANAGERS[manager](packages);
  return { install: addCommand(packages, packagesInVersions()), synthesize: `${run} projen-tag-build synth`, again: `${run} projen` };
}

/** Installs development dependencies; undefined where there is no package.json. */
export function addCommand(packages: Packages, names: readonly string[]): string | undefined {
  return packages.manager && [MANAGERS[packages.manager](packages).add, ...names].join(' ');
}

/** The files that an installation changes, as far as these are committed. */
const CHANGED: Readonly<Record<Manager, readonly string[]>> = {
  'npm': ['package.json', 'package-lock.json'],
  'pnpm': ['package.json', 'pnpm-lock.yaml'],
  'yarn': ['package.json', 'yarn.lock'],
  'yarn-pnp': ['package.json', 'yarn.lock', '.pnp.cjs'],
  'bun': ['package.json', 'bun.lock'],
};

export function changedByInstall({ manager }: Packages): readonly string[] {
  return manager === undefined ? [] : CHANGED[manager];
}
