import type { Difference } from './lock-file';
import { fields, isFields } from '../outside/data';

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * Compares what package-lock.json says its root asks for with package.json.
 *
 * `npm ci` fails where a locked version does not satisfy package.json. With equal ranges it does;
 * with others it may all the same, unless the package is not locked at all.
 *
 * @see https://docs.npmjs.com/cli/configuring-npm/package-lock-json
 */
export function npmDifference(lock: string, manifest: unknown): Difference {
  const packages = npmPackages(lock);
  if (!packages) {
    return { kind: 'possible', why: 'package-lock.json is of a version that is not compared (lockfileVersion 2 or 3 is)' };
  }
  const root = fields(packages['']);
  const differing = GROUPS.flatMap((group) => differingNames(fields(fields(manifest)[group]), fields(root[group])).map((name) => ({ group, name })));
  if (!differing.length) {
    return fields(manifest).workspaces
      ? { kind: 'possible', why: 'in step for the root; the package.json of its workspaces are not compared' }
      : { kind: 'none' };
  }
  const unlocked = differing.find(({ group, name }) => ['dependencies', 'devDependencies'].includes(group) && !packages[`node_modules/${name}`]);
  return unlocked
    ? { kind: 'certain', why: `${unlocked.name} is not locked` }
    : { kind: 'possible', why: `package.json and package-lock.json ask for other versions of ${differing[0].name}; "npm ci" fails if the locked one does not fit` };
}

/** What a package-lock.json says of each package, by its place; undefined for one of old. */
export function npmPackages(lock: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { packages } = fields(JSON.parse(lock));
    return isFields(packages) ? packages : undefined;
  } catch {
    return undefined;
  }
}

function differingNames(wanted: Readonly<Record<string, unknown>>, locked: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(locked)])].filter((name) => wanted[name] !== locked[name]);
}
