import type { Difference } from './lock-file';
import { readConfiguration } from '../outside/configuration';
import { fields, type Fields } from '../outside/data';

/** Since this one each specifier stands beside its version. */
const FIRST_VERSION = 6;

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** What makes a lock file say something else than package.json. */
const CHANGES = ['overrides', 'packageExtensionsChecksum', 'pnpmfileChecksum', 'ignoredOptionalDependencies'];

/**
 * Compares the specifiers of pnpm-lock.yaml with package.json, as `--frozen-lockfile` does: it
 * fails where one of them is not the same text.
 *
 * @see https://pnpm.io/cli/install#--frozen-lockfile
 */
export function pnpmDifference(text: string, manifest: unknown): Difference {
  const lock = read(text);
  const importer = fields(lock.importers)['.'] ?? lock;
  const locked = specifiersOf(fields(importer));
  if (!(Number.parseInt(String(lock.lockfileVersion), 10) >= FIRST_VERSION)) {
    return { kind: 'possible', why: 'pnpm-lock.yaml is of a version that is not compared (lockfileVersion 6 or later is)' };
  }
  const wanted = wantedBy(fields(manifest), fields(lock.settings).autoInstallPeers === true);
  const name = [...new Set([...Object.keys(wanted), ...Object.keys(locked)])].find((each) => wanted[each] !== locked[each]);
  if (name === undefined) {
    return { kind: 'none' };
  }
  const why = `package.json asks for ${name} ${said(wanted[name])}, pnpm-lock.yaml for ${said(locked[name])}`;
  return CHANGES.some((field) => lock[field]) || fields(lock.settings).excludeLinksFromLockfile
    ? { kind: 'possible', why: `${why}; the settings in the lock file may be why` }
    : { kind: 'certain', why };
}

/** What is asked for stands in front of what is locked, which may be as long as a book. */
function read(text: string): Fields {
  return fields(readConfiguration('pnpm-lock.yaml', text.split(/^packages:/m, 1)[0]));
}

function specifiersOf(importer: Fields): Record<string, unknown> {
  const entries = GROUPS.flatMap((group) => Object.entries(fields(importer[group])));
  return Object.fromEntries(entries.map(([name, entry]) => [name, fields(entry).specifier]));
}

/** Peers are installed like dependencies, where they are no dependencies already. */
function wantedBy(manifest: Fields, peersToo: boolean): Fields {
  const groups = [...peersToo ? ['peerDependencies'] : [], 'devDependencies', 'dependencies', 'optionalDependencies'];
  return Object.assign({}, ...groups.map((group) => fields(manifest[group]))) as Fields;
}

function said(specifier: unknown): string {
  return specifier === undefined ? 'not at all' : String(specifier);
}
