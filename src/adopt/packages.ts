import { packageVersion } from '../outside/package-version';

/** What a synthesis needs beside this package, in the versions that it was built and tested with. */
export const TESTED_WITH = { projen: '0.103.25', constructs: '10.5.0', tsx: '4.23.15' } as const;

/** Everything that evaluates a declaration, as package managers take it: each name with its version. */
export function packagesInVersions(): string[] {
  return Object.entries({ ...TESTED_WITH, 'projen-tag-build': packageVersion() }).map(([name, version]) => `${name}@${version}`);
}

/** Calls a command of this package where nothing is installed, so that it works in a fresh clone, too. */
export function npxCommand(command: string): string {
  return ['npx -y', ...packagesInVersions().map((one) => `-p ${one}`), 'projen-tag-build', command].join(' ');
}
