import { packageCommands } from '../../adopt/package-commands';
import { listedIn, managerOf, manifestIn, rootSeen } from '../../adopt/survey/manager';
import { fields } from '../../outside/data';
import type { BareContext } from '../command';

/** What may have been installed for tag builds alone; this package is the first. */
const INSTALLED = ['projen-tag-build', 'projen', 'constructs', 'tsx'];

/**
 * The command that takes back what a package.json lists for tag builds; undefined where it lists nothing.
 * What somebody else needs stays: what was listed before this package was, what the app itself depends on,
 * and what a script names.
 *
 * @param before the package.json without this package; undefined where nobody knows it
 */
export function packagesCommand({ read, list }: Pick<BareContext, 'read' | 'list'>, before: string | undefined): string | undefined {
  const seen = rootSeen({ read, has: (file) => list('').includes(file) });
  const manager = managerOf(seen);
  const [own] = INSTALLED;
  const { dependencies } = seen.manifest;
  const scripts = Object.values(fields(seen.manifest.scripts)).join('\n');
  const isNeeded = (name: string) => listedIn(manifestIn(before)).includes(name) || Object.hasOwn(fields(dependencies), name)
    || new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(scripts);
  const ours = INSTALLED.filter((name) => listedIn(seen.manifest).includes(name) && (name === own || !isNeeded(name)));
  return manager && ours.includes(own) ? `${packageCommands(manager).remove} ${ours.join(' ')}` : undefined;
}
