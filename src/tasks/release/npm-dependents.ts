import satisfies from 'semver/functions/satisfies';
import validRange from 'semver/ranges/valid';
import { directoriesOf, inDirectory, type ManifestFiles } from '../../manifests/manifest-files';
import { type Fields, fields, text } from '../../outside/data';

/** The first goes before the other. */
const LOCKS = ['npm-shrinkwrap.json', 'package-lock.json'];

const CURE = 'Let it ask for "*", run "npm install --package-lock-only", and commit both.';

const ASKING = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * Who in a workspace of npm asks for a member by a range that its new version is not in: `npm ci` would
 * look for another one at the registry, and end the run. `npm version` leaves them so.
 *
 * @param manifest the package.json of the member
 */
export function npmDependents(manifest: string, version: string, files: ManifestFiles): string[] {
  const [own, ...above] = directoriesOf(manifest);
  return above.flatMap((directory) => {
    const member = own.slice(directory ? directory.length + 1 : 0);
    const packages = packagesOf(LOCKS.flatMap((lock) => files.read(inDirectory(directory, lock)) ?? [])[0] ?? '');
    const link = Object.keys(packages).find((path) => fields(packages[path]).link === true && fields(packages[path]).resolved === member);
    const name = link?.replace(/^.*node_modules\//, '');
    const old = text(fields(packages[member]).version);
    return name === undefined ? [] : Object.keys(packages).filter((path) => !/(?:^|\/)node_modules\//.test(path)).flatMap((path) => {
      const range = ASKING.map((kind) => text(fields(fields(packages[path])[kind])[name])).find((one) => fits(old, one) && !fits(version, one));
      const asking = inDirectory(directory, path ? `${path}/package.json` : 'package.json');
      return range === undefined ? [] : [`${asking} asks for ${name} ${range}, which ${version} is not: "npm ci" would fail. ${CURE}`];
    });
  });
}

function packagesOf(lock: string): Fields {
  try {
    return fields(fields(JSON.parse(Buffer.from(lock, 'latin1').toString().replace(/^\uFEFF/, ''))).packages);
  } catch {
    return {};
  }
}

/** As npm has it: every version is any, also one before a release. */
function fits(version: string, range: string): boolean {
  return range === '*' || range !== '' && validRange(range, true) !== null && satisfies(version, range, true);
}
