import { type Fields, fields, text } from '../../outside/data';
import { packageManagerIn } from '../../toolchains/package-manager';
import { toolchains } from '../../toolchains/toolchains';

export type ManagerName = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** What installs the packages of a directory. */
export interface Manager {
  readonly name: ManagerName;
  /** A full one; undefined where nothing says it. */
  readonly version: string | undefined;
  /** Whether the package.json of the directory itself says so. */
  readonly isSaidHere: boolean;
  /** The file that says so, from the root. */
  readonly file: string;
  /** Where its lock file lies, from the root; undefined where there is none. */
  readonly lock: string | undefined;
  /** Whether packages stay in their archives. */
  readonly isPnp: boolean;
  /** Whether the directory is the root of a workspace. */
  readonly isWorkspace: boolean;
}

/** A directory, as far as its package manager shows there. */
export interface Seen {
  /** The package.json; empty where there is none. */
  readonly manifest: Fields;
  has(file: string): boolean;
  text(file: string): string | undefined;
  /** A path from the root. */
  path(file: string): string;
  /** This directory and those above it, up to the root. */
  upwards(): readonly Seen[];
}

/** The root of a repository. What cannot be read says nothing; a package manager says more about it than we could. */
export function rootSeen({ read, has }: { read(file: string): string | undefined; has(file: string): boolean }): Seen {
  const textOf = (file: string) => {
    try {
      return read(file);
    } catch {
      return undefined;
    }
  };
  const root: Seen = { manifest: manifestIn(textOf('package.json')), has, text: textOf, path: (file) => file, upwards: () => [root] };
  return root;
}

/** What it says; nothing where it is broken. */
export function manifestIn(content = '{}'): Fields {
  try {
    return fields(JSON.parse(content.replace(/^\ufeff/, '')));
  } catch {
    return {};
  }
}

/** The names of the packages that a package.json lists. */
export function listedIn({ dependencies, devDependencies }: { readonly dependencies?: unknown; readonly devDependencies?: unknown }): string[] {
  return [dependencies, devDependencies].flatMap((group) => Object.keys(fields(group)));
}

const LOCKS: readonly (readonly [file: string, name: ManagerName])[] = [
  ['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['bun.lock', 'bun'], ['bun.lockb', 'bun'], ['package-lock.json', 'npm'], ['npm-shrinkwrap.json', 'npm'],
];

/** The first pnpm that writes a lock file of a version. */
const PNPM_BY_LOCK: Readonly<Record<string, string>> = { '5.4': '7', '6.0': '8', '9.0': '10' };

/** Undefined where no package.json lies. A lock file of a workspace lies above. */
export function managerOf(sight: Seen): Manager | undefined {
  if (!sight.has('package.json')) {
    return undefined;
  }
  const above = sight.upwards();
  const said = above.flatMap((one) => named(one.manifest).map((found) => ({ ...found, sight: one })))[0];
  const locked = above.flatMap((one) => LOCKS.filter(([file]) => one.has(file)).map(([file, name]) => ({ file, name, sight: one })))
    .find(({ name }) => !said || said.name === name);
  const name = said?.name ?? locked?.name ?? 'npm';
  const lockText = () => locked?.sight.text(locked.file) ?? '';
  const version = said?.version ?? versionOf(name, sight, lockText);
  return {
    name,
    version,
    isSaidHere: said?.version !== undefined && said.sight === above[0],
    file: said ? said.sight.path('package.json') : locked ? locked.sight.path(locked.file) : sight.path('package.json'),
    lock: locked && locked.sight.path(locked.file),
    isPnp: name === 'yarn' && isPnp(above, version === undefined ? isBerry(lockText()) : !version.startsWith('1.')),
    isWorkspace: sight.has('pnpm-workspace.yaml') || sight.manifest.workspaces !== undefined,
  };
}

/** What a package.json names, with a version where it is a full one. */
function named(manifest: Fields): { readonly name: ManagerName; readonly version: string | undefined }[] {
  const full = packageManagerIn(manifest);
  const word = text(manifest.packageManager).split('@')[0] || text(fields([fields(manifest.devEngines).packageManager].flat()[0]).name);
  const name = (full?.name ?? word) as ManagerName;
  return ['npm', 'pnpm', 'yarn', 'bun'].includes(name) ? [{ name, version: full?.version }] : [];
}

/** By what lies beside: a copy of Yarn, or a lock file that only some versions write. */
function versionOf(name: ManagerName, sight: Seen, lock: () => string): string | undefined {
  if (name === 'pnpm') {
    return PNPM_BY_LOCK[/^lockfileVersion: ['"]?([\d.]+)/m.exec(lock())?.[1] ?? ''];
  }
  if (name === 'yarn') {
    const settings = sight.upwards().map((one) => one.text('.yarnrc.yml') ?? '').join('\n');
    return /^yarnPath:.*yarn-(\d+\.\d+\.\d+)\.c?js/m.exec(settings)?.[1] ?? (lock() !== '' && !isBerry(lock()) ? '1.22.22' : undefined);
  }
  return undefined;
}

function isBerry(lock: string): boolean {
  return /^__metadata:/m.test(lock);
}

/** So it is from the second Yarn on, unless it is told to lay packages down. */
function isPnp(above: readonly Seen[], isModern: boolean): boolean {
  const linker = /^nodeLinker:[ \t]*["']?([\w-]+)/m.exec(above.map((one) => one.text('.yarnrc.yml') ?? '').join('\n'))?.[1];
  return above.some((one) => one.has('.pnp.cjs') || one.has('.pnp.js')) || isModern && (linker ?? 'pnp') === 'pnp';
}

/** A command line that runs a package script, with words for the last command in it. */
export function scriptLine(manager: ManagerName, script: string, words = ''): string {
  const dashes = manager === 'npm' && words !== '' ? ' --' : '';
  return `${toolchains[manager].runScript} ${script}${dashes}${words && ` ${words}`}`;
}

/** A command line that runs a program of an installed package. */
export function programLine(manager: ManagerName, words: string): string {
  return `${{ npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn run', bun: 'bunx' }[manager]} ${words}`;
}

/** What installs as the lock file says. */
export function installLine({ name, version, lock }: Manager): string {
  if (lock === undefined) {
    return `${name} install`;
  }
  switch (name) {
    case 'npm':
      return 'npm ci';
    case 'yarn':
      return `yarn install ${version?.startsWith('1.') ? '--frozen-lockfile' : '--immutable'}`;
    default:
      return `${name} install --frozen-lockfile`;
  }
}
