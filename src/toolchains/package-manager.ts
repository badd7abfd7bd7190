/** What a package.json says of its package manager. */
export interface PackageManager {
  readonly name: string;
  /** A full one. */
  readonly version: string;
  /** Whether it is `packageManager` that says so, which the actions read as well. */
  readonly readByActions: boolean;
}

/** The part of a package.json that npm, pnpm and Corepack read; anything may stand there. */
interface PackageJson {
  readonly packageManager?: unknown;
  readonly devEngines?: { readonly packageManager?: unknown } | null;
}

const FULL_VERSION = /^\d+\.\d+\.\d+[-.\w]*$/;

/** The package manager of a package.json, if it is named in a full version. */
export function packageManagerIn({ packageManager, devEngines }: PackageJson): PackageManager | undefined {
  const engines = [devEngines?.packageManager].flat() as ({ readonly name?: unknown; readonly version?: unknown } | null | undefined)[];
  // behind a plus stands the sum of what is downloaded
  const [name, version] = typeof packageManager === 'string' ? packageManager.split(/[@+]/) : [];
  return [
    { name, version, readByActions: true },
    ...engines.map((engine) => ({ name: engine?.name, version: engine?.version, readByActions: false })),
  ].find(isFull);
}

function isFull(said: { readonly name: unknown; readonly version: unknown; readonly readByActions: boolean }): said is PackageManager {
  return typeof said.name === 'string' && typeof said.version === 'string' && FULL_VERSION.test(said.version);
}
