import { type Fields, fields, text } from '../../outside/data';

/** What may have been installed for tag builds alone; this package is the first. */
const INSTALLED = ['projen-tag-build', 'projen', 'constructs', 'tsx'];

/** What takes packages back, by the lock file of the manager; the first that lies there counts. */
const MANAGERS: readonly (readonly [lock: string, name: string, command: string])[] = [
  ['pnpm-lock.yaml', 'pnpm', 'pnpm remove'],
  ['yarn.lock', 'yarn', 'yarn remove'],
  ['bun.lock', 'bun', 'bun remove'],
  ['bun.lockb', 'bun', 'bun remove'],
  ['package-lock.json', 'npm', 'npm uninstall'],
];

/**
 * The command that takes back what a package.json lists for tag builds; undefined where it lists nothing.
 * What one of its scripts names stays, since somebody else needs it.
 */
export function packagesCommand(packageJson: string | undefined, names: readonly string[]): string | undefined {
  const manifest = manifestOf(packageJson);
  const listed = { ...fields(manifest.dependencies), ...fields(manifest.devDependencies) };
  const scripts = Object.values(fields(manifest.scripts)).join('\n');
  const isNamed = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(scripts);
  const ours = INSTALLED.filter((name, index) => Object.hasOwn(listed, name) && (index === 0 || !isNamed(name)));
  return Object.hasOwn(listed, INSTALLED[0]) ? `${commandOf(manifest, names)} ${ours.join(' ')}` : undefined;
}

function commandOf(manifest: Fields, names: readonly string[]): string {
  const said = text(manifest.packageManager).split('@')[0];
  const found = MANAGERS.find(([, name]) => name === said) ?? MANAGERS.find(([lock]) => names.includes(lock));
  return found?.[2] ?? 'npm uninstall';
}

/** One that cannot be read lists nothing; a package manager says more about it than we could. */
function manifestOf(packageJson: string | undefined): Fields {
  try {
    return fields(JSON.parse((packageJson ?? '{}').replace(/^\ufeff/, '')));
  } catch {
    return {};
  }
}
